import Credentials
import Foundation
import TestSupport

/// An issuer elsewhere, which publishes its keys and a status list on a server of the test's own.
struct ForeignIssuer {
    /// The index of revoked credentials on the status list.
    static let revokedIndex = 11

    let server: DocumentServer
    private let identity: DIDWeb
    private let proofKey = SigningKey.ed25519()
    private let tokenKey = SigningKey()

    /// Publishes what verifiers ask for.
    init(on server: DocumentServer) async throws {
        self.server = server
        identity = try DIDWeb(baseURL: server.origin)
        let document = DIDDocument(issuer: identity, signing: [proofKey.publicKey, tokenKey.publicKey])
        server.publish("/.well-known/did.json", .init(String(decoding: document.json, as: UTF8.self)))
        var bits = StatusBits()
        bits[Self.revokedIndex] = true
        let list = StatusListCredential(
            id: server.origin + "/status/1", issuer: identity.did, bits: bits, validFrom: Date() - 60,
            validUntil: Date() + 86_400)
        let signed = try await DataIntegritySecuring(signer: KeySigner(key: proofKey, issuer: identity)).secure(list)
        server.publish("/status/1", .init(String(decoding: signed.bytes, as: UTF8.self), type: signed.mediaType))
    }

    /// The issuer's DID.
    var did: String { identity.did }

    /// A credential with its proof within.
    func document(index: Int = 1, until: Date = Date() + 86_400) async throws -> String {
        let securing = DataIntegritySecuring(signer: KeySigner(key: proofKey, issuer: identity))
        return String(decoding: try await securing.secure(credential(index, until)).bytes, as: UTF8.self)
    }

    /// A credential as a token.
    func token(index: Int = 1, until: Date = Date() + 86_400) async throws -> String {
        let securing = JWTSecuring(signer: KeySigner(key: tokenKey, issuer: identity))
        return String(decoding: try await securing.secure(credential(index, until)).bytes, as: UTF8.self)
    }

    private func credential(_ index: Int, _ until: Date) throws -> OpenBadgeCredential {
        let base = "https://framework.example/CFItems/"
        let levels = [("Foundation", 4), ("Practitioner", 5)].enumerated().map { position, level in
            CompetenceLevel(
                uri: base + "level-\(position + 1)", number: position + 1, name: level.0,
                descriptor: "Mediates conflicts.", indicativeEQF: level.1)
        }
        let competence = Competence(
            uri: base + "B3", identifier: UUID(), code: "B3", name: "Mediation and de-escalation",
            framework: FrameworkReference(name: "A framework", uri: "https://framework.example/"), levels: levels)
        let start = Date(timeIntervalSince1970: 1_700_000_000)
        return try OpenBadgeCredential(
            CompetenceAward(
                credentialID: UUID(), issuer: IssuerProfile(id: identity.did, name: "Academy elsewhere"),
                achievementID: "https://framework.example/achievements/B3.2", competence: competence, level: 2,
                profile: "Local police officer", criteria: "Passed the exercise “Night-time economy”.",
                recipient: Recipient(
                    subjectID: UUID(),
                    identifiers: [
                        .name("Zoë Kowalczyk-Łuć"), .email("zoe@example.org", salt: "0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                    ]),
                validFrom: start, validUntil: until, awardedDate: start, evidence: [],
                status: StatusListEntry(list: server.origin + "/status/1", index: index)))
    }
}
