/// An object whose texts may be translated in its extensions.
public protocol Translatable {
    /// Members beyond CASE's own.
    var extensions: Extensions { get set }
}

extension Translatable {
    /// Texts by language and by the name of the member they translate.
    public var translations: [String: [String: String]] {
        get {
            (extensions[SchemeName.translations]?.object ?? [:]).compactMapValues { language in
                language.object?.compactMapValues(\.string)
            }
        }
        set {
            let languages = newValue.filter { !$0.value.isEmpty }.mapValues { texts in
                ExtensionValue.object(texts.mapValues { .string($0) })
            }
            extensions[SchemeName.translations] = languages.isEmpty ? nil : .object(languages)
        }
    }

    /// A member's text in a language, when it is translated.
    public func translation(of member: String, in language: String) -> String? {
        extensions[SchemeName.translations]?.object?[language]?.object?[member]?.string
    }
}

extension CFDocument: Translatable {}
extension CFItem: Translatable {}
extension CFRubric: Translatable {}
extension CFRubricCriterion: Translatable {}
extension CFRubricCriterionLevel: Translatable {}
