import JSON

/// Members of two objects of a class, one by one.
enum FieldComparison {
    /// The members that differ, without those that differ in every version.
    static func changes<Object: CASEClass>(
        _ old: Object, _ new: Object, without left: Set<String>, extensionsOf path: KeyPath<Object, Extensions>
    ) -> [FieldChange] {
        let names = Object.table.members.map(\.name).filter { !left.contains($0) && $0 != "extensions" }
        let (before, after) = (values(old), values(new))
        let fields = names.compactMap { name in change(name, before[name], after[name]) }
        return fields + extensionChanges(old[keyPath: path], new[keyPath: path])
    }

    /// The extensions that differ; of translations each text by itself.
    static func extensionChanges(_ old: Extensions, _ new: Extensions) -> [FieldChange] {
        let (before, after) = (flat(old), flat(new))
        let names = Set(before.keys).union(after.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return names.compactMap { name in change(name, before[name].map(json), after[name].map(json)) }
    }

    /// Extensions by name, translations by member and language.
    private static func flat(_ extensions: Extensions) -> [String: ExtensionValue] {
        var values = extensions.members
        guard let languages = values.removeValue(forKey: SchemeName.translations)?.object else {
            return extensions.members
        }
        for (language, texts) in languages {
            for (member, text) in texts.object ?? [:] { values["\(member)@\(language)"] = text }
        }
        return values
    }

    private static func change(_ name: String, _ old: String?, _ new: String?) -> FieldChange? {
        // By bytes: texts in Swift are equal when they differ in normalization only.
        let isSame = old.map { Array($0.utf8) } == new.map { Array($0.utf8) }
        return isSame ? nil : FieldChange(field: name, old: old, new: new)
    }

    private static func values(_ object: some CASEClass) -> [String: String] {
        var writer = JSONWriter()
        object.write(to: &writer, Form(version: .v1p1, isPackage: true))
        guard let root = try? JSONDocument(parsing: writer.bytes).root else { return [:] }
        var values: [String: String] = [:]
        for (key, value) in root.members {
            values[key.string ?? ""] = String(decoding: value.bytes, as: UTF8.self)
        }
        return values
    }

    private static func json(_ value: ExtensionValue) -> String {
        var writer = JSONWriter()
        value.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
