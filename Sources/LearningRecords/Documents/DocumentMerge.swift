internal import JSON

/// Merging documents: members of the sent object replace those of the stored one or are added after them, at the top
/// level only (xAPI 2.0 §4.1.5).
///
/// Values keep their bytes and members their order.
struct DocumentMerge {
    private let sent: JSONDocument
    private let maximumBytes: Int

    /// Reads the sent document.
    init(_ content: DocumentContent, maximumBytes: Int) throws(MergeFault) {
        guard content.isJSON else { throw .sentMediaType(content.mediaType) }
        do {
            sent = try JSONDocument(parsing: content.bytes)
        } catch {
            throw .sentContents(error.reason)
        }
        guard sent.root.kind == .object else { throw .sentContents("It is no object.") }
        self.maximumBytes = maximumBytes
    }

    /// The stored document with the sent one merged into it.
    func merged(into content: DocumentContent) throws(MergeFault) -> DocumentContent {
        guard content.isJSON else { throw .storedMediaType(content.mediaType) }
        let stored: JSONDocument
        do {
            stored = try JSONDocument(parsing: content.bytes)
        } catch {
            throw .storedContents(error.reason)
        }
        guard stored.root.kind == .object else { throw .storedContents("It is no object.") }
        var replacements: [[UInt8]: Int] = [:]
        sent.forEachMember(0) { key, value in replacements[sent.text(key)] = value }
        var members = MemberWriter(capacity: content.bytes.count + sent.bytes.count)
        stored.forEachMember(0) { key, value in
            if let replacement = replacements.removeValue(forKey: stored.text(key)) {
                members.append(key: stored.slice(key), value: sent.slice(replacement))
            } else {
                members.append(key: stored.slice(key), value: stored.slice(value))
            }
        }
        sent.forEachMember(0) { key, value in
            if replacements[sent.text(key)] != nil { members.append(key: sent.slice(key), value: sent.slice(value)) }
        }
        let bytes = members.object
        guard bytes.count <= maximumBytes else { throw .tooLarge }
        return DocumentContent(bytes: bytes, mediaType: content.mediaType)
    }
}

extension DocumentMerge {
    /// Writes an object of members that are JSON text already.
    private struct MemberWriter {
        private var bytes: [UInt8] = [UInt8(ascii: "{")]

        init(capacity: Int) {
            bytes.reserveCapacity(capacity)
        }

        mutating func append(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += key
            bytes.append(UInt8(ascii: ":"))
            bytes += value
        }

        var object: [UInt8] { bytes + [UInt8(ascii: "}")] }
    }
}

extension DocumentContent {
    /// Whether the media type is `application/json`, with or without parameters.
    fileprivate var isJSON: Bool {
        mediaType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() == "application/json"
    }
}
