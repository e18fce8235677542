internal import JSON

/// Everything that is wrong with the document of a methodology.
public struct MethodologyFaults: Sendable {
    /// A place in the document and the rule that it breaks.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// The place, as JSON Pointer (RFC 6901); empty for the document itself.
        public let pointer: String
        /// The rule, as what follows the place in a sentence.
        public let rule: String

        /// The place and the rule.
        public var description: String { "\(pointer.isEmpty ? "the document" : pointer) \(rule)" }
    }

    /// The faults; of a document that fits there are none.
    public let faults: [Fault]
    /// The same as a JSON array.
    public let json: [UInt8]

    /// - Parameter json: As `training.define_methodology` returns it.
    init(json: [UInt8]) throws {
        self.json = json
        faults = try JSONDocument(parsing: json).root.elements.map { fault in
            Fault(pointer: fault["pointer"]?.string ?? "", rule: fault["rule"]?.string ?? "")
        }
    }

    /// Whether the document fits.
    public var isEmpty: Bool { faults.isEmpty }
}
