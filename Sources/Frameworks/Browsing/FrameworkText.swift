/// A text of a framework, in the language that was asked for or, where that is missing, in the original's.
public struct FrameworkText: Sendable, Hashable {
    /// The text.
    public let text: String
    /// BCP 47 tag of the text.
    public let language: String
    /// Whether this is the original because nobody has translated it.
    public let isFallback: Bool

    /// A text in a language.
    public init(_ text: String, language: String, isFallback: Bool = false) {
        self.text = text
        self.language = language
        self.isFallback = isFallback
    }
}
