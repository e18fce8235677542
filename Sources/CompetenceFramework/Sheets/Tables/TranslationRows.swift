/// The sheet Translations: a row for each translated text, a column for each language.
struct TranslationRows {
    static let object = "object"
    static let member = "member"
    /// The text that is translated; for people only.
    static let text = "text"

    private var rows: [[String: String]] = []
    private var languages: Set<String> = []

    /// Takes an object's translations.
    mutating func take<Object: Translatable & CASEClass>(_ object: inout Object, name: String) {
        let taken = Self.taken(from: &object.extensions)
        guard !taken.isEmpty else { return }
        let texts = CellRow.cells(of: object)
        languages.formUnion(taken.keys)
        let members = Set(taken.values.flatMap(\.keys))
        let order = Object.table.members.map(\.name).filter(members.contains)
        let unknown = members.subtracting(order).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for member in order + unknown {
            var row = [Self.object: name, Self.member: member, Self.text: texts[member] ?? ""]
            for (language, texts) in taken { row[language] = texts[member] }
            rows.append(row)
        }
    }

    /// Takes translations out of extensions, when cells can say all of them: texts that are not empty.
    static func taken(from extensions: inout Extensions) -> [String: [String: String]] {
        guard let languages = extensions[SchemeName.translations]?.object, !languages.isEmpty else { return [:] }
        var taken: [String: [String: String]] = [:]
        for (language, texts) in languages {
            guard LanguageTag.isWellFormed(language), let texts = texts.object, !texts.isEmpty else { return [:] }
            for (member, text) in texts {
                guard let text = text.string, !text.isEmpty, !member.isEmpty else { return [:] }
                taken[language, default: [:]][member] = text
            }
        }
        extensions[SchemeName.translations] = nil
        return taken
    }

    /// The sheet.
    var grid: Grid {
        Grid(
            name: SheetName.translations, columns: [Self.object, Self.member, Self.text] + languages.sorted(),
            always: 3,
            rows: rows)
    }
}
