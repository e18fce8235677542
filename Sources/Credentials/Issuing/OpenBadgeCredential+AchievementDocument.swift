extension OpenBadgeCredential {
    /// The achievement by itself, as its address serves it: JSON-LD that names its creator.
    public var achievementDocument: [UInt8] {
        guard case .members(let members) = achievement else { return [] }
        return JSONTree.members(
            [.init("@context", texts: Self.contexts)] + members + [.init("creator", issuer)]
        ).bytes
    }
}
