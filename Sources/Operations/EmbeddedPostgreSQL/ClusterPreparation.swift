import FoundationEssentials
import Glibc
import Logging
import SystemPackage

/// Brings a data folder to where a server can be started in it.
struct ClusterPreparation: Sendable {
    let layout: ClusterLayout
    let logger: Logger

    /// What the server is to be started with.
    struct Prepared: Sendable {
        let installation: PostgresInstallation
        let user: OperatingSystemUser
        let settings: ClusterSettings
    }

    /// Does all that has to be done before the server starts; the caller holds the lock.
    func run() async throws -> Prepared {
        let installation = try PostgresInstallation.fitting(layout.data)
        let caller = try await OperatingSystemUser.current()
        let user = try await serverUser(for: caller)
        try await ClusterFolders(layout: layout, user: user).prepare()
        let processes = ClusterProcesses(layout: layout)
        try await processes.endAll(logger: logger)
        if processes.fileNamesAStranger {
            try await Command("/bin/rm", ["-f", "\(layout.data)/postmaster.pid"], as: user)
                .check(doing: "Removing the mark of a server that is gone")
        }
        if !FileManager.default.fileExists(atPath: layout.data) {
            logger.info("Making a new PostgreSQL cluster", metadata: ["folder": "\(layout.data)"])
            try await ClusterInitialization(layout: layout, installation: installation, user: user).run()
        }
        let settings = ClusterSettings(
            layout: layout,
            trustedUsers: Set(["root", caller.name]).sorted(),
            serverUser: user.name,
            megabytes: MachineMemory.megabytes
        )
        try await write(settings, as: user)
        return Prepared(installation: installation, user: user, settings: settings)
    }

    /// The user to run the server as: never root, who may act as the cluster's owner or, for a new one, as `postgres`.
    private func serverUser(for caller: OperatingSystemUser) async throws -> OperatingSystemUser {
        let owner = owner(of: layout.data)
        guard caller.id == 0 else {
            guard let owner, owner != caller.id else { return caller }
            let name = try await OperatingSystemUser.find("\(owner)")?.name ?? "#\(owner)"
            throw EmbeddedClusterError(
                .otherOwner,
                "The cluster in \(layout.data) belongs to the user \(name). Start tessera as \(name) or as root."
            )
        }
        let wanted = owner.flatMap { $0 == 0 ? nil : "\($0)" } ?? "postgres"
        guard let user = try await OperatingSystemUser.find(wanted) else {
            throw EmbeddedClusterError(
                .notInstalled,
                """
                PostgreSQL doesn't run as root, and there is no user \(wanted) to run it as. \
                Debian's package makes the user postgres: apt-get install postgresql
                """
            )
        }
        return user
    }

    private func owner(of path: String) -> UInt32? {
        (try? FilePath(path).stat())?.userID.rawValue
    }

    private func write(_ settings: ClusterSettings, as user: OperatingSystemUser) async throws {
        let files = [
            (ClusterSettings.fileName, settings.tuning),
            ("pg_hba.conf", settings.access),
            ("pg_ident.conf", settings.identities),
        ]
        for (name, text) in files {
            // Written as the server's user, who owns the folder: root must not follow links found in it.
            try await Command("/usr/bin/tee", ["\(layout.data)/\(name)"], as: user)
                .check(input: text, doing: "Writing \(layout.data)/\(name)")
        }
    }
}
