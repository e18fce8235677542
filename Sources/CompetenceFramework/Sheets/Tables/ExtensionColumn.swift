/// A column for a member of the scheme's that stands in ``Extensions``.
struct ExtensionColumn {
    /// What the member's value is.
    enum Shape { case text, integer }

    let header: String
    let name: String
    let shape: Shape

    static let document = [
        ExtensionColumn(header: "code", name: SchemeName.code, shape: .text),
        ExtensionColumn(header: "derivedFrom", name: SchemeName.derivedFrom, shape: .text),
    ]
    static let item = [
        ExtensionColumn(header: ItemColumn.level, name: SchemeName.level, shape: .integer),
        ExtensionColumn(header: ItemColumn.eqf, name: SchemeName.eqfReference, shape: .integer),
    ]
    static let association = [
        ExtensionColumn(header: "match", name: SchemeName.match, shape: .text),
        ExtensionColumn(header: "targetVersion", name: SchemeName.targetVersion, shape: .text),
        ExtensionColumn(header: "targetGroup", name: SchemeName.targetGroup, shape: .text),
    ]

    /// Takes the values of columns out of extensions; one that a cell cannot say exactly stays.
    static func take(_ columns: [ExtensionColumn], from extensions: inout Extensions) -> [String: String] {
        var cells: [String: String] = [:]
        for column in columns {
            guard let value = extensions[column.name], let text = column.text(value) else { continue }
            cells[column.header] = text
            extensions[column.name] = nil
        }
        return cells
    }

    private func text(_ value: ExtensionValue) -> String? {
        switch shape {
        case .text: value.string.flatMap { $0.isEmpty ? nil : $0 }
        case .integer:
            value.number.flatMap { number in Int(number.digits).map(String.init) == number.digits ? number.digits : nil
            }
        }
    }

    /// The value of a cell; nil when the text is none.
    func value(_ text: String) -> ExtensionValue? {
        switch shape {
        case .text: .string(text)
        case .integer: Int(Trimmed.text(text)).map { .number(ExactNumber($0)) }
        }
    }
}
