import FoundationEssentials

/// What a running server says of itself in `postmaster.pid`.
struct PostmasterFile: Sendable, Hashable {
    let processID: Int32
    let socketFolder: String?
    let isReady: Bool

    /// Reads the file of the cluster in `data`; `nil` when there is none or it is only half written.
    init?(data: String) {
        guard let bytes = FileManager.default.contents(atPath: "\(data)/postmaster.pid") else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let number = lines.first, let processID = Int32(number) else { return nil }
        self.processID = processID
        socketFolder = lines.count > 4 && !lines[4].isEmpty ? String(lines[4]) : nil
        isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }
}
