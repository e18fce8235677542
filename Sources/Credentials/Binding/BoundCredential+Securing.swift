internal import JSON

extension JWTSecuring {
    /// Signs a credential that is bound to its holder.
    public func secure(_ credential: BoundCredential) async throws -> SecuredCredential {
        let members = credential.root.members.map { JSONTree.Member($0.key.string ?? "", .raw(Array($0.value.bytes))) }
        return try await secure(members + credential.claims, id: credential.id)
    }
}

extension DataIntegritySecuring {
    /// Signs a credential that is bound to its holder.
    public func secure(_ credential: BoundCredential) async throws -> SecuredCredential {
        try await secure(credential.json, id: credential.id)
    }
}
