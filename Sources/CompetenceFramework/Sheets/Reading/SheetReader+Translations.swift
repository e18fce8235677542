extension SheetReader {
    private struct Translation {
        let object: String
        let member: String
        let texts: [String: String]
        let place: SheetPlace
    }

    /// Reads the sheet Translations, as far as it is of the document and of items.
    mutating func translations(_ grid: Grid?, _ names: ItemNames, _ package: inout CFPackage) {
        for row in rows(grid) {
            if row.object == ItemNames.document {
                Self.put(row, into: &package.document)
            } else if let position = names.position(row.object) {
                Self.put(row, into: &package.items[position])
            } else if UUIDText.canonical(row.object) == nil {
                fault(row.place, .reference, Self.unknown(row.object, names))
            }
        }
    }

    /// Reads the rest of the sheet Translations: what is of rubrics, their criteria and levels, by identifier.
    mutating func rubricTranslations(_ grid: Grid?, _ names: ItemNames, _ package: inout CFPackage) {
        let rows = Dictionary(
            grouping: rows(grid, isQuiet: true).filter {
                $0.object != ItemNames.document && names.position($0.object) == nil
            },
            by: { UUIDText.canonical($0.object) ?? "" })
        guard !rows.isEmpty else { return }
        var used: Set<String> = [""]
        func translate(_ object: inout some Translatable, _ identifier: String) {
            used.insert(identifier)
            for row in rows[identifier] ?? [] { Self.put(row, into: &object) }
        }
        for rubric in package.rubrics.indices {
            translate(&package.rubrics[rubric], package.rubrics[rubric].identifier)
            for criterion in package.rubrics[rubric].criteria.indices {
                let identifier = package.rubrics[rubric].criteria[criterion].identifier
                translate(&package.rubrics[rubric].criteria[criterion], identifier)
                for level in package.rubrics[rubric].criteria[criterion].levels.indices {
                    let identifier = package.rubrics[rubric].criteria[criterion].levels[level].identifier
                    translate(&package.rubrics[rubric].criteria[criterion].levels[level], identifier)
                }
            }
        }
        for (identifier, rows) in rows.sorted(by: { $0.key < $1.key }) where !used.contains(identifier) {
            for row in rows { fault(row.place, .reference, "There is no object \"\(identifier)\".") }
        }
    }

    private mutating func rows(_ grid: Grid?, isQuiet: Bool = false) -> [Translation] {
        guard let grid else { return [] }
        let fixed = [TranslationRows.object, TranslationRows.member, TranslationRows.text]
        let found = faults
        let table = table(grid, needed: [TranslationRows.object, TranslationRows.member]) { header in
            fixed.first { $0 == header.lowercased() } ?? (LanguageTag.isWellFormed(header) ? header : nil)
        }
        let rows = table.rows.compactMap { row -> Translation? in
            guard let object = row.cells[TranslationRows.object], let member = row.cells[TranslationRows.member] else {
                fault(table.place(row.number, nil), .required, "A translation names its object and its member.")
                return nil
            }
            return Translation(
                object: Trimmed.text(object), member: member, texts: row.cells.filter { !fixed.contains($0.key) },
                place: table.place(row.number, TranslationRows.object))
        }
        // The sheet is looked at twice, and told of once.
        if isQuiet { restore(found) }
        return rows
    }

    private static func put(_ row: Translation, into object: inout some Translatable) {
        var languages = object.extensions[SchemeName.translations]?.object ?? [:]
        for (language, text) in row.texts {
            var texts = languages[language]?.object ?? [:]
            texts[row.member] = .string(text)
            languages[language] = .object(texts)
        }
        if !languages.isEmpty { object.extensions[SchemeName.translations] = .object(languages) }
    }
}
