extension CFPackage {
    /// Takes away translations without text, and a list without proposals: they say nothing, and are not kept.
    mutating func leaveOutEmpty() -> [Finding] {
        var remarks: [Finding] = []
        if document.extensions[SchemeName.proposals]?.array?.isEmpty == true {
            document.proposals = []
            let pointer = "/CFDocument/extensions/\(SchemeName.proposals)"
            remarks.append(
                Finding(pointer: pointer, rule: .documentExtension, reason: "There are no proposals in the list."))
        }
        document.leaveOutEmptyTranslations("/CFDocument", &remarks)
        for position in items.indices {
            items[position].leaveOutEmptyTranslations("/CFItems/\(position)", &remarks)
        }
        return remarks
    }
}

extension Translatable {
    /// Takes away translations without text where they have the form of translations.
    fileprivate mutating func leaveOutEmptyTranslations(_ place: @autoclosure () -> String, _ remarks: inout [Finding])
    {
        guard let languages = extensions[SchemeName.translations]?.object else { return }
        var kept: [String: ExtensionValue] = [:]
        for (language, texts) in languages {
            guard let members = texts.object else { return }
            let rest = members.filter { $0.value != .string("") }
            if !rest.isEmpty { kept[language] = .object(rest) }
        }
        guard kept != languages || kept.isEmpty else { return }
        extensions[SchemeName.translations] = kept.isEmpty ? nil : .object(kept)
        remarks.append(
            Finding(
                pointer: "\(place())/extensions/\(SchemeName.translations)", rule: .translations,
                reason: "Translations without text are left out."))
    }
}
