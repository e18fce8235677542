internal import Credentials
internal import FoundationEssentials
internal import JSON
internal import NIOConcurrencyHelpers

/// The status list of the test profile: in memory, gone with the process.
///
/// A class, since all requests share its bits.
final class TestStatusList: StatusListSource {
    /// The list's URL.
    let url: String
    private let issuer: DocumentIssuer
    private let state = NIOLockedValueBox(State())

    /// How many credentials get a place; so that random places stay free.
    private static let maximumCount = StatusBits.minimumCount / 2

    private struct State {
        var bits = StatusBits()
        var taken: Set<Int> = []
        var indexes: [String: Int] = [:]
    }

    init(url: String, issuer: DocumentIssuer) {
        self.url = url
        self.issuer = issuer
    }

    /// A free place for a credential, which can be revoked if it has an id; nil when the list is full.
    func allocate(for credential: String?) -> StatusListEntry? {
        state.withLockedValue { state in
            guard state.taken.count < Self.maximumCount else { return nil }
            var index = Int.random(in: 0..<state.bits.count)
            while !state.taken.insert(index).inserted { index = Int.random(in: 0..<state.bits.count) }
            if let credential { state.indexes[credential] = index }
            return StatusListEntry(list: url, index: index)
        }
    }

    /// Sets or clears the bit of a credential; false when it has no place.
    func set(_ isRevoked: Bool, of credential: String) -> Bool {
        state.withLockedValue { state in
            guard let index = state.indexes[credential] else { return false }
            state.bits[index] = isRevoked
            return true
        }
    }

    /// The list's credential, signed now.
    func published() async throws -> [UInt8] {
        let now = Date()
        let list = StatusListCredential(
            id: url, issuer: issuer.did(for: .proof(.eddsaRDFC2022)), bits: state.withLockedValue(\.bits),
            validFrom: now)
        let document = try JSONDocument(parsing: list.json())
        return try await issuer.issue(document.root, as: .proof(.eddsaRDFC2022), ProofOptions(created: now))
    }

    func statusList(at url: String) async throws -> [UInt8] {
        guard url.utf8.elementsEqual(self.url.utf8) else {
            throw StatusListError(.retrieval, "Only the list of the test profile itself is known here.")
        }
        return try await published()
    }
}
