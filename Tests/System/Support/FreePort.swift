import Foundation

/// Ports that nobody listens on, each given once.
actor FreePort {
    private static let shared = FreePort()

    private var last = Int.random(in: 20_000..<28_000)

    /// The next one; below the range from which the system takes ports for connections.
    static func next() async -> Int { await shared.take() }

    private func take() -> Int {
        let taken = Self.listening()
        repeat { last = last >= 32_000 ? 20_000 : last + 1 } while taken.contains(last)
        return last
    }

    /// The local ports of every socket, by what the kernel says of them.
    private static func listening() -> Set<Int> {
        var ports: Set<Int> = []
        for file in ["/proc/net/tcp", "/proc/net/tcp6"] {
            let bytes = FileManager.default.contents(atPath: file) ?? Data()
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
                let fields = line.split(separator: " ")
                guard fields.count > 1, let port = fields[1].split(separator: ":").last else { continue }
                if let number = Int(port, radix: 16) { ports.insert(number) }
            }
        }
        return ports
    }
}
