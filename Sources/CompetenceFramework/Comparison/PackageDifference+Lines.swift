extension PackageDifference {
    /// The difference as lines for people; none when nothing differs.
    public var lines: [String] {
        document.map { "document: \(Self.text($0))" }
            + added.map { "added: \(Self.name($0)) \($0.statement)" }
            + removed.map { "removed: \(Self.name($0)) \($0.statement)" }
            + changed.flatMap { item in item.changes.map { "\(Self.name(item.new)): \(Self.text($0))" } }
            + moved.map { item in
                let (old, new) = (item.oldParent.map(Self.name) ?? "top", item.newParent.map(Self.name) ?? "top")
                return
                    "moved: \(Self.name(item.item)) from \(old), place \(item.oldPlace), to \(new), place \(item.newPlace)"
            }
            + targets.map { target in
                let (old, new) = (
                    Self.level(target.oldLevel, target.oldWeight), Self.level(target.newLevel, target.newWeight)
                )
                return "target of \(Self.name(target.profile)) in \(Self.name(target.competence)): \(old) → \(new)"
            }
            + addedAssociations.map { "added: \(Self.text($0))" }
            + removedAssociations.map { "removed: \(Self.text($0))" }
            + changedAssociations.flatMap { association in
                association.changes.map { "\(Self.text(association)): \(Self.text($0))" }
            }
    }

    private static func name(_ item: ItemReference) -> String { item.code ?? item.identifier }

    private static func text(_ change: FieldChange) -> String {
        "\(change.field): \(change.old ?? "nothing") → \(change.new ?? "nothing")"
    }

    private static func text(_ association: AssociationChange) -> String {
        "\(association.origin) \(association.type) \(association.destination)"
    }

    private static func level(_ level: Int?, _ weight: String?) -> String {
        guard let level else { return "none" }
        return "level \(level)" + (weight.map { ", weight \($0)" } ?? "")
    }
}
