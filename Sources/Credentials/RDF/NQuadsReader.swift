/// Reads one line of N-Quads.
struct NQuadsReader {
    private let line: ArraySlice<UInt8>
    private let number: Int
    private var position: Int

    init(line: ArraySlice<UInt8>, number: Int) {
        self.line = line
        self.number = number
        position = line.startIndex
    }

    /// The line's statement; nil for a line that is empty or a comment.
    mutating func quad() throws(CredentialError) -> RDFQuad? {
        skipSpace()
        guard let first = peek, first != UInt8(ascii: "#") else { return nil }
        let subject = try term()
        let predicate = try term()
        let object = try term()
        let graph = peek == UInt8(ascii: ".") ? nil : try term()
        guard case .iri = predicate else { throw error("the predicate is no IRI") }
        for place in [subject, graph] {
            if case .literal = place { throw error("a literal stands where only an IRI or a blank node may") }
        }
        guard take(UInt8(ascii: ".")) else { throw error("no point ends the statement") }
        skipSpace()
        guard peek == nil || peek == UInt8(ascii: "#") else { throw error("something follows the statement") }
        return RDFQuad(subject, predicate, object, graph: graph)
    }

    private mutating func term() throws(CredentialError) -> RDFTerm {
        defer { skipSpace() }
        if take(UInt8(ascii: "<")) { return .iri(try iri()) }
        if take(UInt8(ascii: "_")) {
            guard take(UInt8(ascii: ":")) else { throw error("a blank node has no colon") }
            return .blank(try label())
        }
        guard take(UInt8(ascii: "\"")) else { throw error("a term is missing") }
        let text = RDFText(try text(until: UInt8(ascii: "\""), isIRI: false))
        if take(UInt8(ascii: "@")) { return .literal(RDFLiteral(text, language: try language())) }
        guard take(UInt8(ascii: "^")) else { return .literal(RDFLiteral(text)) }
        guard take(UInt8(ascii: "^")), take(UInt8(ascii: "<")) else { throw error("the datatype is no IRI") }
        return .literal(RDFLiteral(text, datatype: try iri()))
    }

    private mutating func iri() throws(CredentialError) -> RDFText {
        RDFText(try text(until: UInt8(ascii: ">"), isIRI: true))
    }

    /// A label; a point may stand in it, but doesn't end it.
    private mutating func label() throws(CredentialError) -> RDFText {
        var end = position
        while end < line.endIndex, !Self.isSpace(line[end]), !Self.delimiters.contains(line[end]) { end += 1 }
        while end > position, line[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end > position else { throw error("a blank node has no label") }
        defer { position = end }
        return RDFText(line[position..<end])
    }

    private mutating func language() throws(CredentialError) -> RDFText {
        let start = position
        while let byte = peek, Self.isLanguage(byte) { position += 1 }
        guard position > start else { throw error("a language has no tag") }
        return RDFText(line[start..<position])
    }

    private mutating func text(until end: UInt8, isIRI: Bool) throws(CredentialError) -> [UInt8] {
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            if byte == end { return text }
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: try escape(isIRI: isIRI))
            } else {
                guard !isIRI || byte > 0x20 else { throw error("a control character or space stands in an IRI") }
                text.append(byte)
            }
        }
        throw error("an IRI or a literal has no end")
    }

    private mutating func escape(isIRI: Bool) throws(CredentialError) -> [UInt8] {
        guard let letter = peek else { throw error("an escape has no end") }
        position += 1
        switch letter {
        case UInt8(ascii: "u"): return try character(digits: 4)
        case UInt8(ascii: "U"): return try character(digits: 8)
        default:
            guard !isIRI, let byte = Self.escapes[letter] else { throw error("an escape is unknown") }
            return [byte]
        }
    }

    private mutating func character(digits: Int) throws(CredentialError) -> [UInt8] {
        let end = position + digits
        guard end <= line.endIndex, line[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: line[position..<end], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
        else { throw error("an escape names no character") }
        position = end
        return Array(String(scalar).utf8)
    }

    private var peek: UInt8? { position < line.endIndex ? line[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, Self.isSpace(byte) { position += 1 }
    }

    private func error(_ what: String) -> CredentialError {
        CredentialError(.invalidGraph, "Line \(number) of the N-Quads: \(what).")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isLanguage(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static let delimiters = Set("<>\"#@^".utf8)
    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "\\"): 0x5C,
    ]
}
