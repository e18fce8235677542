import FoundationEssentials

/// The server programs of one major version.
struct PostgresInstallation: Sendable, Hashable {
    /// The major version.
    let version: Int
    /// The folder of `postgres` and `initdb`.
    let programs: String

    /// Where Debian puts them, a folder for each version.
    static let debianFolder = "/usr/lib/postgresql"

    /// All installed versions, newest first.
    static func all(in folder: String = debianFolder) -> [PostgresInstallation] {
        let files = FileManager.default
        let versions = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        return versions.compactMap { name in
            let programs = "\(folder)/\(name)/bin"
            guard let version = Int(name),
                files.isExecutableFile(atPath: "\(programs)/postgres"),
                files.isExecutableFile(atPath: "\(programs)/initdb")
            else { return nil }
            return PostgresInstallation(version: version, programs: programs)
        }
        .sorted { $0.version > $1.version }
    }

    /// The version that fits the cluster in `data`: the one that made it, or the newest for a cluster yet to be made.
    static func fitting(
        _ data: String,
        among installed: [PostgresInstallation] = all()
    ) throws(EmbeddedClusterError) -> PostgresInstallation {
        guard let newest = installed.first else {
            throw EmbeddedClusterError(
                .notInstalled,
                "No PostgreSQL server is installed in \(debianFolder). Install it with: apt-get install postgresql"
            )
        }
        guard FileManager.default.fileExists(atPath: data) else { return newest }
        guard let bytes = FileManager.default.contents(atPath: "\(data)/PG_VERSION"),
            let version = Int(String(decoding: bytes, as: UTF8.self).prefix { $0.isNumber })
        else {
            throw EmbeddedClusterError(.notACluster, "\(data) is there but is not a PostgreSQL cluster.")
        }
        guard let match = installed.first(where: { $0.version == version }) else {
            let versions = installed.map { "\($0.version)" }.joined(separator: ", ")
            throw EmbeddedClusterError(
                .otherMajorVersion,
                """
                The cluster in \(data) was made by PostgreSQL \(version), but installed is PostgreSQL \(versions). \
                Install postgresql-\(version), or move the data with pg_upgrade or pg_dump.
                """
            )
        }
        return match
    }
}
