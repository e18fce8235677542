extension ProfilePath {
    /// Why a text is no path.
    struct Invalid: Error {
        let offset: Int
        let reason: String
    }

    /// How many steps a path may have, over all its branches, and selections a step.
    private static let maximumSteps = 64
    private static let maximumBytes = 4096

    /// Reads a path such as `$.actor.mbox | $.context.extensions['https://example.com/x']`.
    init(parsing text: String) throws(Invalid) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumBytes else {
            throw Invalid(offset: Self.maximumBytes, reason: "The path is longer than \(Self.maximumBytes) bytes.")
        }
        var reader = Reader(bytes: bytes)
        branches = try reader.branches(maximumSteps: Self.maximumSteps).map(Branch.init)
    }

    private struct Reader {
        let bytes: [UInt8]
        var offset = 0

        private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

        mutating func branches(maximumSteps: Int) throws(Invalid) -> [[Step]] {
            var branches: [[Step]] = []
            var count = 0
            repeat {
                skipSpace()
                let branch = try branch()
                count += branch.reduce(1) { $0 + $1.selections.count }
                guard count <= maximumSteps else { throw invalid("The path has more than \(maximumSteps) steps.") }
                branches.append(branch)
                skipSpace()
            } while skip("|")
            guard byte == nil else { throw invalid("Expected a step or |.") }
            return branches
        }

        private mutating func branch() throws(Invalid) -> [Step] {
            var steps: [Step] = []
            // The specification's own example has no $ in front.
            if !skip("$") { steps.append(Step(selections: [try dotted()])) }
            while let byte, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") {
                steps.append(try step())
                if steps.count > 2, Self.leadsIntoContextActivities(steps.dropLast()) {
                    steps[steps.count - 1].normalizes = true
                }
            }
            return steps
        }

        /// Whether the last two steps are `contextActivities` and one of its members.
        private static func leadsIntoContextActivities(_ steps: ArraySlice<Step>) -> Bool {
            let step = steps[steps.endIndex - 2]
            return step.selections.contains { selection in
                if case .name(let name) = selection { name.text == "contextActivities" } else { false }
            }
        }

        private mutating func step() throws(Invalid) -> Step {
            guard skip(".") else { return Step(selections: try bracketed()) }
            guard skip(".") else { return Step(selections: [try dotted()]) }
            let selections = byte == UInt8(ascii: "[") ? try bracketed() : [try dotted()]
            return Step(selections: selections, descends: true)
        }

        private mutating func dotted() throws(Invalid) -> Selection {
            if skip("*") { return .all }
            let start = offset
            while let byte, !Self.ends(byte) { offset += 1 }
            guard offset > start else { throw invalid("Expected a name or *.") }
            return .name(Name(String(decoding: bytes[start..<offset], as: UTF8.self)))
        }

        private mutating func bracketed() throws(Invalid) -> [Selection] {
            offset += 1
            var selections: [Selection] = []
            repeat {
                skipSpace()
                selections.append(try selection())
                skipSpace()
            } while skip(",")
            guard skip("]") else { throw invalid("Expected , or ].") }
            return selections
        }

        private mutating func selection() throws(Invalid) -> Selection {
            switch byte {
            case UInt8(ascii: "*"):
                offset += 1
                return .all
            case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(Name(try quoted()))
            case .some(0x30...0x39): return .position(try position())
            case UInt8(ascii: "?"), UInt8(ascii: "("):
                throw invalid("Filters and scripts are not allowed (xAPI Profiles 1.0 §8.1).")
            default: throw invalid("Expected a quoted name, a whole number or *.")
            }
        }

        private mutating func position() throws(Invalid) -> Int {
            var value = 0
            while let byte, byte >= 0x30, byte <= 0x39 {
                value = value * 10 + Int(byte - 0x30)
                guard value < 1_000_000 else { throw invalid("The position is too large.") }
                offset += 1
            }
            return value
        }

        private mutating func quoted() throws(Invalid) -> String {
            let quote = bytes[offset]
            offset += 1
            var text: [UInt8] = []
            while let byte {
                offset += 1
                if byte == quote { return String(decoding: text, as: UTF8.self) }
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                guard let escaped = self.byte, escaped == quote || escaped == byte else {
                    throw invalid("Only the quote and \\ can be escaped.")
                }
                text.append(escaped)
                offset += 1
            }
            throw invalid("The quoted name does not end.")
        }

        private mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard byte == UInt8(ascii: character) else { return false }
            offset += 1
            return true
        }

        private mutating func skipSpace() {
            while let byte, byte == 0x20 || byte == 0x09 { offset += 1 }
        }

        private static func ends(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "*"), UInt8(ascii: "@"),
                UInt8(ascii: "'"), UInt8(ascii: "\""), 0...0x20:
                true
            default: false
            }
        }

        private func invalid(_ reason: String) -> Invalid { Invalid(offset: offset, reason: reason) }
    }
}
