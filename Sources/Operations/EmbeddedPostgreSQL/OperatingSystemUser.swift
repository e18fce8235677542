import Glibc

/// A user of the operating system.
struct OperatingSystemUser: Sendable, Hashable {
    let name: String
    let id: UInt32
    let group: UInt32

    /// The user whom this process acts as.
    static func current() async throws -> OperatingSystemUser {
        try await find("\(geteuid())")
            ?? OperatingSystemUser(name: "#\(geteuid())", id: geteuid(), group: getegid())
    }

    /// Looks a user up by name or number wherever the machine keeps its users.
    static func find(_ nameOrNumber: String) async throws -> OperatingSystemUser? {
        let outcome = try await Command("/usr/bin/getent", ["passwd", nameOrNumber]).run()
        guard outcome.succeeded else { return nil }
        let fields = outcome.output.prefix { $0 != "\n" }.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count >= 4, let id = UInt32(fields[2]), let group = UInt32(fields[3]) else { return nil }
        return OperatingSystemUser(name: String(fields[0]), id: id, group: group)
    }

    /// The words that run a program as this user: the program's own when this process acts as the user already.
    ///
    /// `setpriv` becomes the user and then, as the same process, the program. To become the user between fork and exec
    /// is no way: glibc's `setgroups` and `setuid` wait there for threads of the parent, which the child doesn't have.
    func words(running path: String, _ arguments: [String]) -> (path: String, arguments: [String]) {
        guard id != geteuid() else { return (path, arguments) }
        let become = ["--reuid=\(id)", "--regid=\(group)", "--clear-groups", "--", path]
        return ("/usr/bin/setpriv", become + arguments)
    }
}
