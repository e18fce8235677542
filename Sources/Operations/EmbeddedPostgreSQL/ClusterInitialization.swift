import FoundationEssentials

/// Makes a new cluster, whole or not at all.
struct ClusterInitialization: Sendable {
    let layout: ClusterLayout
    let installation: PostgresInstallation
    let user: OperatingSystemUser

    /// Makes the cluster beside its place and renames it when it is complete.
    ///
    /// An attempt that was interrupted leaves only the folder beside, which the next one removes.
    func run() async throws {
        let new = layout.unfinishedData
        try await command("/bin/rm", "-rf", new).check(doing: "Removing an unfinished cluster")
        do {
            try await makeCluster(in: new)
            try await command("/bin/mv", "-T", new, layout.data).check(doing: "Moving the new cluster to its place")
        } catch {
            _ = try? await command("/bin/rm", "-rf", new).run()
            throw error
        }
    }

    private func makeCluster(in folder: String) async throws {
        try await command(
            "\(installation.programs)/initdb",
            "--pgdata=\(folder)",
            "--username=\(ClusterAddress.administrator)",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums",
            "--auth-local=peer",
            "--auth-host=reject"
        )
        .check(failure: .initializationFailed, doing: "Making the cluster \(layout.data)")

        try await command("/usr/bin/tee", "-a", "\(folder)/postgresql.conf").check(
            input: "\ninclude_if_exists = '\(ClusterSettings.fileName)'\n",
            failure: .initializationFailed,
            doing: "Configuring the cluster \(layout.data)"
        )
        // A server for one user on its standard input: nobody else can see the cluster half made.
        try await command(
            "\(installation.programs)/postgres", "--single", "-D", folder,
            "-c", "listen_addresses=", "-c", "exit_on_error=on", "-c", "logging_collector=off", "postgres"
        )
        .check(
            input: "CREATE DATABASE \(ClusterAddress.database)\n",
            failure: .initializationFailed,
            doing: "Making the database \(ClusterAddress.database)"
        )
    }

    private func command(_ path: String, _ arguments: String...) -> Command {
        Command(path, arguments, as: user)
    }
}
