internal import FoundationEssentials
internal import LibPQ

/// A place in the order of quarantine: after it, the next page begins.
public struct QuarantineCursor: Sendable, Hashable {
    let received: Int64
    let id: UUID

    /// The place of an entry.
    public init(after entry: QuarantineEntry) {
        received = entry.received.microseconds
        id = entry.id
    }

    /// The place that a text names.
    public init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let received = Int64(parts[0], radix: 36), let id = UUID(uuidString: String(parts[1]))
        else { return nil }
        self.received = received
        self.id = id
    }

    /// The place as a text.
    public var text: String { String(received, radix: 36) + "." + id.uuidString.lowercased() }
}
