internal import JSON

extension JSONValue {
    /// Whether it is a `ClrCredential`.
    var isLearnerRecord: Bool { hasType(["ClrCredential"]) }

    /// Whether it is an Open Badges credential, by either of its names.
    var isOpenBadge: Bool { hasType(["AchievementCredential", "OpenBadgeCredential"]) }

    private func hasType(_ names: [String]) -> Bool {
        guard let type = self["type"] else { return false }
        let types = type.kind == .array ? type.elements.compactMap(\.string) : [type.string].compactMap(\.self)
        return types.contains { type in names.contains(where: sameBytes(type)) }
    }
}
