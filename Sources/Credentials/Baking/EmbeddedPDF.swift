internal import Gzip
internal import JSON

/// Credentials within PDF documents: a file that is attached (ISO 32000-2 §7.11.4), as certificates on paper have it.
///
/// Only as much of PDF is read as this takes: objects whose dictionary says `/EmbeddedFile`, plain or compressed with
/// zlib. Neither pages nor tables of objects are looked at, so nothing in them can lead astray.
enum EmbeddedPDF {
    /// The size beyond which a document isn't read.
    static let maximumBytes = 16 << 20
    /// How many streams are looked at: pages, pictures, letters and attached files.
    private static let maximumStreams = 5000
    /// How many attached files are looked at.
    private static let maximumFiles = 20
    /// How far before its stream a dictionary may begin.
    private static let maximumDictionary = 4096

    /// Whether bytes begin as a PDF document does.
    static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "%PDF-".utf8) }

    /// The credential in a document.
    static func credential(in document: [UInt8]) throws(CredentialError) -> [UInt8] {
        guard document.count <= maximumBytes else { throw error("is larger than \(maximumBytes) bytes") }
        var found: [[UInt8]] = []
        var (files, streams) = (0, 0)
        var place = document.startIndex
        while let keyword = document[place...].firstRange(of: "stream".utf8) {
            place = keyword.upperBound
            streams += 1
            guard streams <= maximumStreams else { throw error("has more than \(maximumStreams) streams") }
            guard let dictionary = dictionary(before: keyword.lowerBound, in: document),
                dictionary.contains(name: "EmbeddedFile"), let start = start(after: keyword.upperBound, in: document)
            else { continue }
            files += 1
            guard files <= maximumFiles else { throw error("has more than \(maximumFiles) files attached") }
            let (content, end) = try content(dictionary, from: start, in: document)
            place = end
            if let content, isCredential(content), !found.contains(content) { found.append(content) }
        }
        // A certificate may have its credential attached as JSON and as a token: then they say the same, or the JSON counts.
        let preferred = found.filter { $0.first == UInt8(ascii: "{") }
        let candidates = preferred.isEmpty ? found : preferred
        guard let credential = candidates.first else { throw error("has no credential attached") }
        guard candidates.count == 1 else { throw error("has more than one credential attached") }
        return credential
    }

    /// What a file holds, and where it ends; nothing where it is too large, damaged or in another encoding.
    private static func content(
        _ dictionary: Dictionary, from start: Int, in document: [UInt8]
    ) throws(CredentialError) -> (content: [UInt8]?, end: Int) {
        guard let end = end(dictionary, from: start, in: document) else { throw error("ends within an attached file") }
        let bytes = document[start..<end]
        switch dictionary.filters {
        case []: return (bytes.count <= CompactJWS.maximumBytes ? trimmed(bytes) : nil, end)
        case ["FlateDecode"]:
            let expanded = try? ZlibStream.expand(bytes, atMost: CompactJWS.maximumBytes)
            return (expanded.map { trimmed($0[...]) }, end)
        default: return (nil, end)
        }
    }

    /// Where a stream ends: after as many bytes as its dictionary says, if `endstream` follows there, or else before
    /// the next one.
    private static func end(_ dictionary: Dictionary, from start: Int, in document: [UInt8]) -> Int? {
        if let length = dictionary.length, length <= document.count - start {
            let rest = document[(start + length)...].prefix(12).drop(while: isSpace)
            if rest.starts(with: "endstream".utf8) { return start + length }
        }
        return document[start...].firstRange(of: "endstream".utf8)?.lowerBound
    }

    /// The dictionary that ends before a place, up to its own beginning.
    private static func dictionary(before place: Int, in document: [UInt8]) -> Dictionary? {
        var end = place
        while end > 0, isSpace(document[end - 1]) { end -= 1 }
        guard document[..<end].suffix(2).elementsEqual(">>".utf8) else { return nil }
        var depth = 0
        var index = end - 1
        while index > 0, end - index <= maximumDictionary {
            let pair = (document[index - 1], document[index])
            if pair == (0x3E, 0x3E) {
                depth += 1
                index -= 1
            } else if pair == (0x3C, 0x3C) {
                depth -= 1
                index -= 1
                if depth == 0 { return Dictionary(bytes: document[index..<end]) }
            }
            index -= 1
        }
        return nil
    }

    /// Where a stream begins: after the keyword's line.
    private static func start(after keyword: Int, in document: [UInt8]) -> Int? {
        guard keyword + 1 < document.count else { return nil }
        if document[keyword] == 0x0A { return keyword + 1 }
        return document[keyword] == 0x0D && document[keyword + 1] == 0x0A ? keyword + 2 : nil
    }

    private static func isCredential(_ content: [UInt8]) -> Bool {
        if content.first == UInt8(ascii: "{") {
            let limits = JSONLimits(maximumDepth: 64, maximumBytes: CompactJWS.maximumBytes)
            return (try? JSONDocument(parsing: content, limits: limits).root["@context"]) != nil
        }
        return (try? CompactJWS(parsing: content)) != nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(bytes[first...last])
    }

    /// White space in PDF.
    static func isSpace(_ byte: UInt8) -> Bool { [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }

    private static func error(_ what: String) -> CredentialError {
        CredentialError(.invalidImage, "The PDF document \(what).")
    }

    /// The dictionary of a stream, as it stands in the document.
    private struct Dictionary {
        let bytes: ArraySlice<UInt8>

        /// Whether a name stands in it, as a whole.
        func contains(name: String) -> Bool { tokens.contains { $0 == "/" + name } }

        /// The names of its filters.
        var filters: [String] {
            guard let key = tokens.firstIndex(of: "/Filter") else { return [] }
            var names: [String] = []
            for token in tokens[(key + 1)...] {
                if token == "[" { continue }
                guard token.hasPrefix("/"), names.isEmpty || tokens[key + 1] == "[" else { break }
                names.append(String(token.dropFirst()))
            }
            return names
        }

        /// The stream's length, where it isn't told in another object.
        var length: Int? {
            guard let key = tokens.firstIndex(of: "/Length"), key + 1 < tokens.count,
                let length = Int(tokens[key + 1]), length >= 0
            else { return nil }
            return tokens.dropFirst(key + 3).first == "R" ? nil : length
        }

        /// Names with their slash, numbers, words and brackets, each by itself.
        private var tokens: [String] {
            var tokens: [[UInt8]] = [[]]
            for byte in bytes {
                if isSpace(byte) {
                    tokens.append([])
                } else if "[]<>()".utf8.contains(byte) {
                    tokens += [[byte], []]
                } else if byte == UInt8(ascii: "/") {
                    tokens.append([byte])
                } else {
                    tokens[tokens.count - 1].append(byte)
                }
            }
            return tokens.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
