/// The text of strings and names.
extension JSONDocument {
    /// Calls `body` with a string's text: a span of the received bytes, or of decoded ones where there are escapes.
    ///
    /// The way to look at a text without a String, an array or a count of references.
    @inlinable
    public func withText<Result>(_ node: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let entry = entry(node)
        if entry.isEscaped {
            let decoded = decodedBytes(node)
            return body(decoded.span)
        }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            let text = unsafe UnsafeBufferPointer(rebasing: buffer[Int(entry.start) + 1..<Int(entry.end) - 1])
            return body(unsafe text.span)
        }
    }

    /// Calls `body` with a value's bytes exactly as received; a string with its quotes.
    @inlinable
    public func withSlice<Result>(_ node: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let range = range(node)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            let slice = unsafe UnsafeBufferPointer(rebasing: buffer[range])
            return body(unsafe slice.span)
        }
    }

    /// Whether a string's text has exactly these bytes; never by canonical equivalence.
    @inlinable
    public func text(_ node: Int, is literal: StaticString) -> Bool {
        let entry = entry(node)
        if entry.isEscaped { return decodedBytes(node).elementsEqual(String(describing: literal).utf8) }
        let count = Int(entry.end) - Int(entry.start) - 2
        guard count == literal.utf8CodeUnitCount else { return false }
        return unsafe bytes.withUnsafeBytes { buffer in
            let text = unsafe UnsafeRawBufferPointer(rebasing: buffer[Int(entry.start) + 1..<Int(entry.end) - 1])
            return unsafe Self.areSame(text, UnsafeRawBufferPointer(start: literal.utf8Start, count: count))
        }
    }

    /// Whether a string's text begins with these bytes.
    public func text(_ node: Int, hasPrefix literal: StaticString) -> Bool {
        withText(node) { text in
            let count = literal.utf8CodeUnitCount
            guard text.count >= count else { return false }
            return unsafe text.withUnsafeBytes { buffer in
                unsafe Self.areSame(
                    UnsafeRawBufferPointer(rebasing: buffer[..<count]),
                    UnsafeRawBufferPointer(start: literal.utf8Start, count: count))
            }
        }
    }

    /// Whether a string's text has exactly the bytes of another text.
    public func text(_ node: Int, equals other: String) -> Bool {
        withText(node) { text in
            guard text.count == other.utf8.count else { return false }
            let isSame = unsafe other.utf8.withContiguousStorageIfAvailable { expected in
                unsafe text.withUnsafeBytes { unsafe Self.areSame($0, UnsafeRawBufferPointer(expected)) }
            }
            if let isSame { return isSame }
            var index = 0
            for byte in other.utf8 {
                if text[index] != byte { return false }
                index += 1
            }
            return true
        }
    }

    /// Whether two texts of one length have the same bytes, eight of which are looked at at once.
    @usableFromInline
    static func areSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index + 8 <= one.count {
            let word = unsafe one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard unsafe word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
            index += 8
        }
        while index < one.count {
            guard unsafe one[index] == other[index] else { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes of two ranges are the same; only for ranges of the document, of eight bytes or more.
    @inlinable
    public func areSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        precondition(one.count >= 8 && other.upperBound <= bytes.count && one.upperBound <= bytes.count)
        guard one.count == other.count else { return false }
        return unsafe bytes.withUnsafeBytes { buffer in
            // By words, the last of which may overlap; all of them within the ranges.
            guard let base = buffer.baseAddress else { return false }
            let (left, right) = unsafe (base + one.lowerBound, base + other.lowerBound)
            let last = one.count &- 8
            var index = 0
            while index < last {
                let word = unsafe left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard unsafe word == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
                index &+= 8
            }
            let word = unsafe left.loadUnaligned(fromByteOffset: last, as: UInt64.self)
            return unsafe word == right.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        }
    }

    /// A number that depends on the bytes of a range alone, which has eight of them or more; its upper bits are mixed
    /// best.
    ///
    /// No secret goes in: only for tables in which equal numbers do no harm.
    @inlinable
    public func hash(of range: Range<Int>) -> UInt64 {
        precondition(range.count >= 8 && range.upperBound <= bytes.count)
        return unsafe bytes.withUnsafeBytes { buffer in
            let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
            // By words, the last of which may overlap; all of them within the range.
            guard let base = buffer.baseAddress else { return 0 }
            let start = unsafe base + range.lowerBound
            let last = range.count &- 8
            var hash = unsafe start.loadUnaligned(fromByteOffset: last, as: UInt64.self) &* factor
            hash ^= UInt64(truncatingIfNeeded: range.count)
            var index = 0
            while index < last {
                hash = unsafe (hash ^ start.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
                hash ^= hash &>> 32
                index &+= 8
            }
            return (hash ^ hash &>> 29) &* factor
        }
    }

    /// A string's text as bytes, its escapes resolved.
    public func text(_ node: Int) -> [UInt8] {
        entry(node).isEscaped ? decodedBytes(node) : Array(bytes[textRange(node)])
    }

    /// A string's text with its escapes resolved.
    @usableFromInline
    func decodedBytes(_ node: Int) -> [UInt8] {
        let range = textRange(node)
        guard entry(node).isEscaped else { return Array(bytes[range]) }
        return Escapes.decoded(bytes[range])
    }

    /// A string's text.
    public func string(_ node: Int) -> String {
        if entry(node).isEscaped { return String(decoding: decodedBytes(node), as: UTF8.self) }
        return text(textRange(node))
    }

    /// A copy of a value's bytes exactly as received; a string with its quotes.
    public func copy(_ node: Int) -> [UInt8] {
        let range = range(node)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            let count = range.count
            // As many bytes are copied as the array takes for initialized, and the range lies within the bytes.
            return unsafe [UInt8](unsafeUninitializedCapacity: count) { copy, initialized in
                _ = unsafe copy.initialize(fromContentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
                initialized = count
            }
        }
    }

    /// A value's bytes exactly as received; a string with its quotes.
    public func slice(_ node: Int) -> ArraySlice<UInt8> { bytes[range(node)] }

    /// Appends a value's bytes exactly as received; a string with its quotes.
    public func appendSlice(_ node: Int, to out: inout [UInt8]) {
        let range = range(node)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
        }
    }

    /// A number's digits exactly as received, or any value's text.
    public func lexeme(_ node: Int) -> String { text(range(node)) }

    /// The bytes of a range as a String.
    @inline(__always)
    private func text(_ range: Range<Int>) -> String {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
        }
    }
}
