internal import Credentials
internal import FoundationEssentials
internal import LibPQ
internal import Schema

/// Signed credentials as the columns that one INSERT takes.
struct CredentialColumns {
    private let tokenKey: String
    private let proofKey: String
    private var ids: [UUID] = []
    private var awards: [Int64] = []
    private var validFrom: [Date] = []
    private var validUntil: [Date?] = []
    private var tokens: [String] = []
    private var secured: [String] = []
    private var documents: [JSONText] = []

    init(_ keys: SigningKeys) {
        tokenKey = keys.token.id
        proofKey = keys.proof.id
    }

    mutating func append(
        _ due: UnsignedAward, credential: OpenBadgeCredential, token: SecuredCredential, document: SecuredCredential
    ) {
        ids.append(due.id)
        awards.append(due.key)
        validFrom.append(due.award.validFrom)
        validUntil.append(due.award.validUntil)
        tokens.append(token.text)
        secured.append(document.text)
        documents.append(JSONText(credential.json))
    }

    var insert: Query {
        Queries.awardingInsertCredentials(
            ids, awards, tokenKey, proofKey, validFrom, validUntil, tokens, secured, documents)
    }
}
