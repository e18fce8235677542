/// Members beyond CASE's own, which every class of CASE 1.1 may have.
///
/// Names have no order in JSON; they are written in the order of their bytes, so that what went through a database is
/// the same text again. Values keep their digits and their text.
public struct Extensions: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// The members by name.
    public var members: [String: ExtensionValue]

    /// Members by name.
    public init(_ members: [String: ExtensionValue] = [:]) { self.members = members }

    /// Members by name; of a name that stands twice the last one counts.
    public init(dictionaryLiteral elements: (String, ExtensionValue)...) {
        members = Dictionary(elements) { _, last in last }
    }

    /// Whether there are none.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of a member; nil takes it away.
    public subscript(name: String) -> ExtensionValue? {
        get { members[name] }
        set { members[name] = newValue }
    }
}
