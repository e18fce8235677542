internal import Frameworks

/// A text of a framework as a page shows it: with its language, and marked where it is not translated.
struct PageText {
    let text: String
    /// BCP 47 tag for the `lang` attribute; nil for that of the page.
    let tag: String?
    /// The tag of the original's language, for people, where the text should have been another.
    let original: String?
    /// The name of that language.
    let originalName: String?

    init(_ text: FrameworkText) {
        self.init(text.text, language: text.language, isFallback: text.isFallback)
    }

    init(_ text: String, language: String, isFallback: Bool = false) {
        self.text = text
        tag = language == "en" ? nil : language
        original = isFallback ? language.uppercased() : nil
        originalName = isFallback ? LanguageNames.name(of: language) : nil
    }
}
