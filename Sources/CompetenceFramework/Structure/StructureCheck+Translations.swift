import JSON

extension StructureCheck {
    /// Translations are texts by language and member.
    mutating func translations() {
        look(package.document, at: "/CFDocument")
        for (position, item) in package.items.enumerated() { look(item, at: "/CFItems/\(position)") }
        for (position, rubric) in package.rubrics.enumerated() {
            look(rubric, at: "/CFRubrics/\(position)")
            for (criterionPosition, criterion) in rubric.criteria.enumerated() {
                let place = "/CFRubrics/\(position)/CFRubricCriteria/\(criterionPosition)"
                look(criterion, at: place)
                for (levelPosition, level) in criterion.levels.enumerated() {
                    look(level, at: "\(place)/CFRubricCriterionLevels/\(levelPosition)")
                }
            }
        }
    }

    /// Names that translations of items are kept under, and those that CASE has for them.
    private static let columns = ["full_statement": "fullStatement", "abbreviated_statement": "abbreviatedStatement"]

    private mutating func look<Object: Translatable & CASEClass>(_ object: Object, at place: String) {
        guard let value = object.extensions[SchemeName.translations] else { return }
        let place = "\(place)/extensions/\(SchemeName.translations)"
        guard let languages = value.object else {
            return fault(place, .translations, "Translations are an object of languages.")
        }
        for (language, texts) in languages.sorted(by: { $0.key < $1.key }) {
            let place = "\(place)/\(JSONDocument.pointerToken(language))"
            bound(language, to: 64, place, "tag")
            if !LanguageTag.isWellFormed(language) {
                fault(place, .translations, "\"\(language)\" is no language tag such as \"it\" or \"pt-BR\".")
            }
            guard let texts = texts.object else {
                fault(place, .translations, "The translations of a language are an object of texts.")
                continue
            }
            for (member, text) in texts.sorted(by: { $0.key < $1.key }) {
                let place = "\(place)/\(JSONDocument.pointerToken(member))"
                bound(member, to: 200, place, "name")
                if let name = Self.columns[member], Object.table.position(of: name) != nil {
                    fault(place, .translations, "CASE calls \"\(member)\" \"\(name)\".")
                }
                if text.string == nil { fault(place, .translations, "The translation of \"\(member)\" is no text.") }
                if Object.table.position(of: member) == nil {
                    remark(place, .translations, "CASE has no member \"\(member)\" here that could be translated.")
                }
            }
        }
    }
}

/// Tags of languages (RFC 5646), as far as their form goes.
enum LanguageTag {
    /// Whether a text is two or three letters, and parts of up to eight letters and digits.
    static func isWellFormed(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count)
                && part.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
