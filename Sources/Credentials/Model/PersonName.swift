/// A person's name as the person gives it.
///
/// Nobody but the person can say what it is, and nobody has checked it: a credential that has it in it says so.
public struct PersonName: Hashable, Sendable {
    /// The longest name, in code points.
    public static let maximumLength = 100

    /// The name.
    public let text: String

    /// Takes a name; nil when it is empty, longer than ``maximumLength``, or holds characters that would make a text read
    /// as another one: control characters, and marks that turn the direction of writing.
    ///
    /// White space around it is passed over.
    public init?(_ text: String) {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        guard !text.isEmpty, text.unicodeScalars.count <= Self.maximumLength,
            text.unicodeScalars.allSatisfy(Self.isPlain)
        else { return nil }
        self.text = String(text)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        }
    }
}
