public import Credentials
public import FoundationEssentials
internal import Training

extension HolderStore {
    /// Offers a credential of a holder's to their wallet.
    ///
    /// - Parameters:
    ///   - asksTransactionCode: Whether the wallet has to send six digits, for where others may see the offer.
    ///   - name: The name that the wallet's copies have in them; nil for none.
    /// - Throws: `DefinitionError` when the holder has no such credential, or it doesn't stand any more.
    public func offer(
        _ credential: UUID, to holder: Holder, asksTransactionCode: Bool, naming name: PersonName? = nil
    ) async throws -> CredentialOffer {
        try await CredentialOfferStore(database(of: holder)).make(
            of: credential, holder: holder.key, asksTransactionCode: asksTransactionCode, name: name,
            CredentialOfferStore.lifetime, by: "holder")
    }
}
