/// Takes a body of `multipart/mixed` (RFC 2046 §5.1.1) apart while it arrives, in pieces cut anywhere.
///
/// It holds no more than the piece at hand and what may still become a delimiter. Lines may end with LF alone, header
/// fields may be folded; what stands before the first part and after the last is passed over.
///
/// ```swift
/// var parser = MultipartParser(boundary: boundary)
/// parser.append(bytes)
/// while let event = try parser.next() { … }
/// ```
public struct MultipartParser: Sendable {
    /// What comes next in the body.
    public enum Event: Sendable, Equatable {
        /// A part begins, with these header fields.
        case part(MultipartHeaders)
        /// A piece of the part's content.
        case content([UInt8])
        /// The part is over.
        case endOfPart
    }

    private enum State {
        case preamble, headers, content, endOfPart(isLast: Bool), epilogue
    }

    /// Bytes of one part's header fields.
    static let maximumHeaderBytes = 16 << 10
    /// White space after a boundary.
    private static let maximumPaddingBytes = 256

    private let delimiter: [UInt8]
    private var buffer: [UInt8] = []
    /// What comes before this place is done with.
    private var start = 0
    private var state = State.preamble
    /// Whether the place is the beginning of a line before which no line end belongs to a delimiter.
    private var isAtBeginning = true
    /// Whether the body's lines end with LF alone, so that a CR before one is content; known after the first delimiter.
    private var endsLinesWithLF: Bool?
    private var isFinished = false

    /// A parser for the parts between a boundary; see ``MultipartBoundary``.
    public init(boundary: [UInt8]) {
        delimiter = Array("--".utf8) + boundary
    }

    /// Whether the closing delimiter was seen: whatever follows is no part.
    public var isComplete: Bool { if case .epilogue = state { true } else { false } }

    /// Takes the next piece of the body; first let ``next()`` give everything of the last.
    public mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        if isComplete { return buffer.removeAll() }
        buffer.append(contentsOf: bytes)
    }

    /// Says that there are no further pieces.
    public mutating func finish() { isFinished = true }

    /// The next event; nil when a further piece is needed, or nothing is left.
    public mutating func next() throws(MultipartError) -> Event? {
        while true {
            switch state {
            case .preamble:
                let isClosing: Bool
                switch search() {
                case .delimiter(_, let next, let isLast):
                    start = next
                    isClosing = isLast
                case .undecided(let end):
                    // Passed over, so that a preamble without end is not held.
                    start = end
                    if isFinished { throw MultipartError(.structure, "The boundary is nowhere in the body.") }
                    return nil
                }
                guard !isClosing else { throw MultipartError(.structure, "The body has no parts.") }
                state = .headers
            case .headers:
                guard let headers = try readHeaders() else { return nil }
                state = .content
                isAtBeginning = true
                return .part(headers)
            case .content:
                if let event = try content() { return event }
                if case .content = state { return nil }
            case .endOfPart(let isLast):
                state = isLast ? .epilogue : .headers
                return .endOfPart
            case .epilogue:
                start = buffer.count
                return nil
            }
        }
    }

    /// The content up to a delimiter, or as far as it is certain not to be one.
    private mutating func content() throws(MultipartError) -> Event? {
        let from = start
        let end: Int
        switch search() {
        case .delimiter(let contentEnd, let next, let isClosing):
            end = contentEnd
            start = next
            state = .endOfPart(isLast: isClosing)
        case .undecided(let contentEnd):
            guard !isFinished else {
                throw MultipartError(.structure, "The body ends within a part: the closing boundary is missing.")
            }
            end = contentEnd
            start = contentEnd
        }
        return end > from ? .content(Array(buffer[from..<end])) : nil
    }
}

extension MultipartParser {
    private enum Finding {
        /// Content ends here; what follows the delimiter begins there.
        case delimiter(contentEnd: Int, next: Int, isClosing: Bool)
        /// No delimiter begins before this place; from there on one might.
        case undecided(contentEnd: Int)
    }

    private enum Line {
        case delimiter(next: Int, isClosing: Bool)
        case other, cutShort
    }

    /// Looks for a delimiter: a line that begins with the boundary; the line end before it belongs to it.
    private mutating func search() -> Finding {
        if isAtBeginning {
            switch line(at: start) {
            case .delimiter(let next, let isClosing):
                return .delimiter(contentEnd: start, next: next, isClosing: isClosing)
            case .cutShort: return .undecided(contentEnd: start)
            case .other: isAtBeginning = false
            }
        }
        var from = start
        while let feed = buffer[from...].firstIndex(of: 0x0A) {
            let hasReturn = feed > start && buffer[feed - 1] == 0x0D && endsLinesWithLF != true
            let end = hasReturn ? feed - 1 : feed
            switch line(at: feed + 1) {
            case .delimiter(let next, let isClosing):
                return .delimiter(contentEnd: end, next: next, isClosing: isClosing)
            case .cutShort: return .undecided(contentEnd: end)
            case .other: from = feed + 1
            }
        }
        return .undecided(contentEnd: buffer.last == 0x0D && buffer.count > start ? buffer.count - 1 : buffer.count)
    }

    /// Whether a delimiter's line begins at a place.
    private mutating func line(at place: Int) -> Line {
        let cutShort = isFinished ? Line.other : .cutShort
        var index = place
        for byte in delimiter {
            guard index < buffer.count else { return cutShort }
            guard buffer[index] == byte else { return .other }
            index += 1
        }
        guard index < buffer.count else { return cutShort }
        if buffer[index] == UInt8(ascii: "-") {
            guard index + 1 < buffer.count else { return cutShort }
            return buffer[index + 1] == UInt8(ascii: "-") ? .delimiter(next: index + 2, isClosing: true) : .other
        }
        let padding = index
        while index < buffer.count, buffer[index] == 0x20 || buffer[index] == 0x09 {
            index += 1
            guard index - padding <= Self.maximumPaddingBytes else { return .other }
        }
        guard index < buffer.count else { return cutShort }
        let hasReturn = buffer[index] == 0x0D
        if hasReturn { index += 1 }
        guard index < buffer.count else { return cutShort }
        guard buffer[index] == 0x0A else { return .other }
        endsLinesWithLF = endsLinesWithLF ?? !hasReturn
        return .delimiter(next: index + 1, isClosing: false)
    }

    /// A part's header fields up to the empty line; nil while it is not there yet.
    private mutating func readHeaders() throws(MultipartError) -> MultipartHeaders? {
        var lines: [ArraySlice<UInt8>] = []
        var from = start
        while let feed = buffer[from...].firstIndex(of: 0x0A), feed - start <= Self.maximumHeaderBytes {
            let line = buffer[from..<(feed > from && buffer[feed - 1] == 0x0D ? feed - 1 : feed)]
            from = feed + 1
            guard line.isEmpty else {
                lines.append(line)
                continue
            }
            start = from
            return try MultipartHeaders(lines: lines)
        }
        guard buffer.count - start <= Self.maximumHeaderBytes else {
            throw MultipartError(.structure, "A part has more than \(Self.maximumHeaderBytes) bytes of header fields.")
        }
        guard !isFinished else { throw MultipartError(.structure, "The body ends within a part's header fields.") }
        return nil
    }
}
