internal import Credentials
internal import FoundationEssentials
internal import LibPQ
internal import Schema

/// Credentials that are signed anew as the columns that one UPDATE takes.
struct ResignedColumns {
    /// A row of `credentials_to_resign`: id, JSON, valid from, valid until, whether there is a proof.
    typealias Row = (UUID, JSONText, Date, Date?, Bool)

    private let keys: SigningKeys
    private let clock: @Sendable () -> Date
    private let tokens: JWTSecuring
    private let proofs: DataIntegritySecuring
    private var ids: [UUID] = []
    private var validFrom: [Date] = []
    private var jwts: [String] = []
    private var secured: [String?] = []
    private var documents: [JSONText] = []

    init(_ keys: SigningKeys, clock: @escaping @Sendable () -> Date) {
        self.keys = keys
        self.clock = clock
        tokens = JWTSecuring(signer: keys.token.signer)
        proofs = DataIntegritySecuring(signer: keys.proof.signer, clock: clock)
    }

    /// Signs a credential anew.
    mutating func append(_ row: Row) async throws {
        let (id, document, was, until, hasProof) = row
        // What has ended stays as it was: from now on it could not be in force.
        let now = clock()
        let from = until.map { $0 <= now } ?? false ? was : max(was, now)
        let content = try SignedContent(json: document.bytes, validFrom: from)
        ids.append(id)
        validFrom.append(from)
        jwts.append(try await tokens.secure(content).text)
        secured.append(try await proof(of: content, isNeeded: hasProof))
        documents.append(JSONText(content.json))
    }

    /// The credential with a proof; nil where it had none, and says something that a graph can't.
    private func proof(of content: SignedContent, isNeeded: Bool) async throws -> String? {
        do { return try await proofs.secure(content).text } catch let error as CredentialError {
            guard !isNeeded, [.invalidGraph, .unknownContext].contains(error.code) else { throw error }
            return nil
        }
    }

    var update: Query {
        Queries.awardingResignCredentials(ids, keys.token.id, keys.proof.id, validFrom, jwts, secured, documents)
    }
}
