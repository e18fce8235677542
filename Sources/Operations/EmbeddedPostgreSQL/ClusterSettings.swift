/// The text of the cluster's configuration files.
struct ClusterSettings: Sendable {
    let layout: ClusterLayout
    /// The names of operating-system users who may connect without a password.
    let trustedUsers: [String]
    /// The user whom the server runs as.
    let serverUser: String
    let megabytes: Int

    /// The name of the file with ``tuning``, which `postgresql.conf` includes.
    static let fileName = "tessera.conf"

    /// Settings that may be changed with `ALTER SYSTEM`.
    var tuning: String {
        """
        # Written by tessera at each start. To change a setting, use ALTER SYSTEM.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 100
        shared_buffers = \(clamp(megabytes / 8, 64, 2048))MB
        effective_cache_size = \(clamp(megabytes / 2, 128, 65536))MB
        work_mem = \(clamp(megabytes / 512, 4, 32))MB
        maintenance_work_mem = \(clamp(megabytes / 32, 32, 512))MB
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        random_page_cost = 1.1
        jit = off
        password_encryption = 'scram-sha-256'
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] %q%u@%d '
        logging_collector = on
        log_filename = 'postgresql-%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on

        """
    }

    /// What the server is started with, which nothing in the cluster's own files can change.
    var serverArguments: [String] {
        let fixed = [
            ("listen_addresses", ""),
            ("unix_socket_directories", "\"\(layout.socketFolder.replacing("\"", with: "\"\""))\""),
            ("unix_socket_permissions", "0777"),
            ("port", "\(ClusterAddress.port)"),
            ("cluster_name", layout.clusterName),
            ("log_directory", layout.logFolder),
        ]
        return ["-D", layout.data] + fixed.flatMap { ["-c", "\($0)=\($1)"] }
    }

    /// Who may connect, and how they prove who they are.
    var access: String {
        """
        # Written by tessera at each start.
        local all \(ClusterAddress.trustedRoles.joined(separator: ",")) peer map=tessera
        local replication \(ClusterAddress.administrator) peer map=tessera
        local all +tessera_evaluator scram-sha-256

        """
    }

    /// Which users of the operating system may connect as which roles.
    var identities: String {
        let everyone = trustedUsers.flatMap { user in
            ClusterAddress.trustedRoles.map { "tessera \(quoted(user)) \($0)" }
        }
        let server = "tessera \(quoted(serverUser)) \(ClusterAddress.administrator)"
        let lines = trustedUsers.contains(serverUser) ? everyone : everyone + [server]
        return "# Written by tessera at each start.\n" + lines.map { "\($0)\n" }.joined()
    }

    private func quoted(_ name: String) -> String {
        "\"\(name)\""
    }

    private func clamp(_ value: Int, _ least: Int, _ most: Int) -> Int {
        min(max(value, least), most)
    }
}
