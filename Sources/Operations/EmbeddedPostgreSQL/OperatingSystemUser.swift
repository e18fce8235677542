import Glibc
import Subprocess

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

    /// What makes a program run as this user; nothing when this process does already.
    var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        guard id != geteuid() else { return options }
        options.userID = id
        options.groupID = group
        options.supplementaryGroups = []
        return options
    }
}
