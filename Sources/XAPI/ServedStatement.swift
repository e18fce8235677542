internal import JSON

public import struct FoundationEssentials.UUID

/// Statements as they are served: the payload, and the members the store has supplied.
public enum ServedStatement {
    /// Inserts the store's members before the payload's closing brace; all other bytes stay as they are.
    ///
    /// Give `id`, `timestamp` and `version` only when the client didn't send them (``ParsedStatement/sent``).
    ///
    /// - Parameters:
    ///   - payload: The payload of a ``ParsedStatement``.
    ///   - id: The id the store gave.
    ///   - stored: When it was stored, in microseconds since 2000-01-01T00:00:00Z.
    ///   - timestamp: The timestamp the store gave, in microseconds since 2000-01-01T00:00:00Z.
    ///   - authority: The authority as JSON text.
    ///   - version: The version the store gave.
    public static func splice(
        payload: [UInt8], id: UUID?, stored: Int64, timestamp: Int64?, authority: [UInt8], version: String?
    ) -> [UInt8] {
        var served: [UInt8] = []
        served.reserveCapacity(payload.count + authority.count + 224)
        unsafe append(
            payload: payload.span.bytes, id: id, stored: stored, timestamp: timestamp, authority: authority.span.bytes,
            version: version, to: &served)
        return served
    }

    /// Appends what ``splice(payload:id:stored:timestamp:authority:version:)`` gives.
    public static func append(
        payload: RawSpan, id: UUID?, stored: Int64, timestamp: Int64?, authority: RawSpan, version: String?,
        to served: inout [UInt8]
    ) {
        guard let brace = payload.lastIndex(from: payload.byteCount, where: { $0 == UInt8(ascii: "}") }) else {
            return served.append(bytes: payload)
        }
        served.append(bytes: payload.extracting(0..<brace))
        let last = payload.lastIndex(from: brace) { !isWhiteSpace($0) }
        var isFirst = last.map { payload.byte(at: $0) == UInt8(ascii: "{") } ?? true
        func begin(_ name: StaticString) {
            if !isFirst { served.append(UInt8(ascii: ",")) }
            isFirst = false
            unsafe served.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
        if let id {
            begin(#""id":"#)
            JSONWriter.append(string: id.canonicalText.utf8, to: &served)
        }
        if let timestamp {
            begin(#""timestamp":"#)
            append(timestamp, to: &served)
        }
        begin(#""stored":"#)
        append(stored, to: &served)
        begin(#""authority":"#)
        served.append(bytes: authority)
        if let version {
            begin(#""version":"#)
            JSONWriter.append(string: version.utf8, to: &served)
        }
        served.append(bytes: payload.extracting(brace..<payload.byteCount))
    }

    private static func append(_ instant: Int64, to served: inout [UInt8]) {
        served.append(UInt8(ascii: "\""))
        Timestamp.append(instant, to: &served)
        served.append(UInt8(ascii: "\""))
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

extension RawSpan {
    fileprivate func byte(at offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

    /// The last place before another whose byte is one that is looked for.
    fileprivate func lastIndex(from end: Int, where isMeant: (UInt8) -> Bool) -> Int? {
        var index = end - 1
        while index >= 0 {
            if isMeant(byte(at: index)) { return index }
            index -= 1
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate mutating func append(bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { unsafe append(contentsOf: $0) }
    }
}
