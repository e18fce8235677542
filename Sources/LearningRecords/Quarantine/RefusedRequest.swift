internal import Crypto
public import FoundationEssentials
internal import JSON
public import XAPI

/// A request whose statements were refused as invalid.
public struct RefusedRequest: Sendable {
    let body: [UInt8]
    let rejection: StatementRejection
    let version: XAPIVersion
    let targetID: UUID?
    let contents: [ReceivedAttachment]

    /// A request that was refused.
    ///
    /// - Parameters:
    ///   - body: Its body, byte for byte.
    ///   - rejection: Its faults.
    ///   - version: The version by whose rules it was read.
    ///   - targetID: The id in the URL of a PUT.
    ///   - contents: The data of attachments that came along.
    public init(
        body: [UInt8], rejection: StatementRejection, version: XAPIVersion, targetID: UUID?,
        contents: [ReceivedAttachment] = []
    ) {
        self.body = body
        self.rejection = rejection
        self.version = version
        self.targetID = targetID
        self.contents = contents.sorted { $0.sha2 < $1.sha2 }
    }

    /// The statements; of a body that cannot be taken apart, the body.
    var statements: (received: [[UInt8]], isBatch: Bool) {
        guard let document = try? JSONDocument(parsing: body), document.kind(0) == .array, !document.isEmpty(0) else {
            return ([body], false)
        }
        return (document.root.elements.map { Array($0.bytes) }, true)
    }

    /// Bytes of the statements and of what came along.
    var byteCount: Int {
        contents.reduce(statements.received.reduce(0) { $0 + $1.count }) { $0 + Int($1.length) }
    }

    /// The faults of the statement at a place, as a JSON array; faults of the whole body are the first one's.
    func violations(at position: Int) -> [UInt8] {
        let own = rejection.violations.filter { ($0.index ?? 0) == position }
        return Self.json(StatementRejection(violations: own))
    }

    /// All faults, as a JSON array.
    var violations: [UInt8] { Self.json(rejection) }

    /// SHA-256 of what it is: the same request again is the same entry.
    var digest: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(version.rawValue) \(targetID?.uuidString ?? "")\n".utf8))
        hash.update(data: body)
        for content in contents { hash.update(data: Array("\n\(content.sha2)".utf8)) }
        return Array(hash.finalize())
    }

    private static func json(_ rejection: StatementRejection) -> [UInt8] {
        var writer = JSONWriter()
        rejection.writeViolations(to: &writer)
        return writer.bytes
    }
}
