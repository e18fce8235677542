public import JSON

/// The part of a statement that must never change, in one spelling: equal bytes, same statement.
///
/// What may differ (xAPI-Data 2.3.1) is left out or levelled: `id`, which is the same wherever forms are compared and may
/// stand in the URL alone; `authority`, `stored`, `version`, the verb's `display`, Activity definitions, the order of group members, of context activities and of attachments, a single context
/// activity outside of an array, the time zone of timestamps, a duration's precision beyond 0.01 s, the case of UUIDs
/// and digests and of a mail address's domain, an `objectType` that could be left out; and in JSON the order of
/// members, white space, escapes and the spelling of numbers.
public struct ImmutabilityForm: Sendable, Equatable {
    /// The form with the timestamp, when there is one.
    public let bytes: [UInt8]
    private let timestampRange: Range<Int>?

    /// The form of a valid statement's payload (or of the text received).
    public init(payload: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        self.init(try JSONDocument(statements: payload, limits: limits).root)
    }

    /// The form of a valid statement's payload that was parsed already.
    public init(_ payload: JSONValue) {
        var form: [UInt8] = []
        form.reserveCapacity(payload.range.count + payload.range.count / 4)
        var writer = ImmutabilityWriter(document: payload.document)
        timestampRange = writer.appendStatement(payload.node, to: &form)
        bytes = form
    }

    /// The bytes of a form without the timestamp, written as such.
    public static func bytesWithoutTimestamp(of payload: JSONValue) -> [UInt8] {
        var form: [UInt8] = []
        form.reserveCapacity(payload.range.count + payload.range.count / 4)
        var writer = ImmutabilityWriter(document: payload.document, omitsTimestamp: true)
        _ = writer.appendStatement(payload.node, to: &form)
        return form
    }

    /// The form that signer and store compare: without signatures among the attachments, which were added afterwards
    /// (xAPI-Data 2.6).
    public init(signedPayload payload: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        let document = try JSONDocument(statements: payload, limits: limits)
        var form: [UInt8] = []
        var writer = ImmutabilityWriter(document: document, isSigned: true)
        timestampRange = writer.appendStatement(0, to: &form)
        bytes = form
    }

    /// Whether the statement has a timestamp of its own.
    public var hasTimestamp: Bool { timestampRange != nil }

    /// The form without the timestamp.
    public var bytesWithoutTimestamp: [UInt8] {
        guard let timestampRange else { return bytes }
        var rest = bytes
        rest.removeSubrange(timestampRange)
        return rest
    }

    /// Whether two statements count as the same; timestamps only when both have one, because else the store set it.
    public func matches(_ other: ImmutabilityForm) -> Bool {
        hasTimestamp && other.hasTimestamp ? bytes == other.bytes : bytesWithoutTimestamp == other.bytesWithoutTimestamp
    }
}
