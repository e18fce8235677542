extension OpenBadgeCredential {
    /// The achievement by itself, as its address serves it: JSON-LD.
    public var achievementDocument: [UInt8] {
        guard case .members(let members) = achievement(creator: issuer) else { return [] }
        return JSONTree.members([.init("@context", texts: Self.contexts)] + members).bytes
    }
}
