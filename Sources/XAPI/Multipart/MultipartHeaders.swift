/// The header fields of one part.
public struct MultipartHeaders: Sendable, Equatable {
    private var fields: [String: String] = [:]

    /// A field's value, by its name in lower case.
    public subscript(name: String) -> String? { fields[name] }

    /// The media type in lower case and without parameters.
    public var mediaType: String? { fields["content-type"].map(Self.mediaType) }

    /// The digest by which a part names its data, in lower case.
    public var attachmentHash: String? { fields["x-experience-api-hash"]?.lowercased() }

    /// The type and subtype of a media type, in lower case.
    public static func mediaType(_ text: String) -> String {
        String(text.prefix { $0 != ";" }.filter { !$0.isWhitespace }).lowercased()
    }

    /// Reads lines without their ends; one that begins with white space goes on with the field before it.
    init(lines: [ArraySlice<UInt8>]) throws(MultipartError) {
        var unfolded: [[UInt8]] = []
        for line in lines {
            if let first = line.first, first == 0x20 || first == 0x09, !unfolded.isEmpty {
                unfolded[unfolded.count - 1] += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
            } else {
                unfolded.append(Array(line))
            }
        }
        for line in unfolded {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else {
                throw MultipartError(.structure, "A line of a part's header is no field: it has no name and colon.")
            }
            let name = String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self)
            guard fields.updateValue(Self.value(line[(colon + 1)...]), forKey: name) == nil else {
                throw MultipartError(.structure, "A part has the header field \(name) twice.")
            }
        }
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        let isContent: (UInt8) -> Bool = { $0 != 0x20 && $0 != 0x09 }
        guard let first = bytes.firstIndex(where: isContent), let last = bytes.lastIndex(where: isContent) else {
            return ""
        }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
