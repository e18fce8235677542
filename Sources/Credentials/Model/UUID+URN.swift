import FoundationEssentials

extension UUID {
    /// The identifier as a URN (RFC 9562 §4), in lower case.
    var urn: String { "urn:uuid:" + uuidString.lowercased() }
}
