import FoundationEssentials

/// How much memory this process may count on.
enum MachineMemory {
    /// The machine's memory or the control group's limit, whichever is less, in megabytes.
    static var megabytes: Int {
        let machine = kilobytesOfMachine.map { $0 / 1024 }
        let limit = bytesOfControlGroup.map { $0 / (1024 * 1024) }
        return max(256, [machine, limit].compactMap(\.self).min() ?? 1024)
    }

    private static var kilobytesOfMachine: Int? {
        contents(of: "/proc/meminfo")?.split(separator: "\n").first { $0.hasPrefix("MemTotal:") }
            .flatMap { Int($0.filter(\.isNumber)) }
    }

    private static var bytesOfControlGroup: Int? {
        contents(of: "/sys/fs/cgroup/memory.max").flatMap { Int($0.filter { !$0.isWhitespace }) }
    }

    private static func contents(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
