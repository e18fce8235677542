public import FoundationEssentials
internal import Training

extension HolderStore {
    /// Offers a credential of a holder's to their wallet.
    ///
    /// - Parameter asksTransactionCode: Whether the wallet has to send six digits, for where others may see the offer.
    /// - Throws: `DefinitionError` when the holder has no such credential, or it doesn't stand any more.
    public func offer(_ credential: UUID, to holder: Holder, asksTransactionCode: Bool) async throws -> CredentialOffer
    {
        try await CredentialOfferStore(database(of: holder)).make(
            of: credential, holder: holder.key, asksTransactionCode: asksTransactionCode,
            CredentialOfferStore.lifetime, by: "holder")
    }
}
