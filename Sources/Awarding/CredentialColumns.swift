internal import Credentials
internal import FoundationEssentials
internal import LibPQ
internal import Schema

/// Signed credentials as the columns that one INSERT takes.
struct CredentialColumns {
    private let keyID: String
    private var ids: [UUID] = []
    private var awards: [Int64] = []
    private var validFrom: [Date] = []
    private var validUntil: [Date?] = []
    private var tokens: [String] = []
    private var documents: [JSONText] = []

    init(keyID: String) {
        self.keyID = keyID
    }

    mutating func append(_ due: UnsignedAward, credential: OpenBadgeCredential, secured: SecuredCredential) {
        ids.append(due.id)
        awards.append(due.key)
        validFrom.append(due.award.validFrom)
        validUntil.append(due.award.validUntil)
        tokens.append(secured.text)
        documents.append(JSONText(credential.json))
    }

    var insert: Query {
        Queries.awardingInsertCredentials(
            ids, awards, ids.map { _ in keyID }, validFrom, validUntil, tokens, documents)
    }
}
