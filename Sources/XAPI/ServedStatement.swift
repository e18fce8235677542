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
        guard let brace = payload.lastIndex(of: UInt8(ascii: "}")) else { return payload }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", stringIfPresent: id.map { $0.uuidString.lowercased() })
            writer.member("timestamp", stringIfPresent: timestamp.map(Timestamp.text))
            writer.member("stored", string: Timestamp.text(stored))
            writer.member("authority", raw: authority)
            writer.member("version", stringIfPresent: version)
        }
        var served: [UInt8] = []
        served.reserveCapacity(payload.count + writer.bytes.count)
        served.append(contentsOf: payload[..<brace])
        let hasMembers = payload[..<brace].last { !isWhiteSpace($0) } != UInt8(ascii: "{")
        if hasMembers { served.append(UInt8(ascii: ",")) }
        served.append(contentsOf: writer.bytes.dropFirst().dropLast())
        served.append(contentsOf: payload[brace...])
        return served
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
