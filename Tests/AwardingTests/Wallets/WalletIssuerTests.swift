import Credentials
import Foundation
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

@Suite("credentials for wallets", .migratedDatabaseForEachTest)
struct WalletIssuerTests {
    let pilot: Pilot
    let issuer: WalletIssuer
    let credential: UUID

    init() async throws {
        pilot = try Pilot()
        issuer = WalletIssuer(pool: pilot.database.service, identity: pilot.identity)
        try await pilot.define()
        try await pilot.issuer.registerKeys()
        try await pilot.work(on: Evidence(about: [try await pilot.item("A1")]))
        try await pilot.lists.publishDue()
        credential = try #require(try await pilot.credentialIDs().first)
    }

    func offer(asksCode: Bool = false, partner: String? = nil) async throws -> CredentialOffer {
        try await CredentialOfferStore(CallerDatabase(pool: pilot.database.service, partner: partner))
            .make(of: credential, asksTransactionCode: asksCode, by: "lms")
    }

    func token() async throws -> LinkSecret {
        try await issuer.redeem(code: offer().secret.code, transactionCode: nil)
    }

    func request(_ format: WalletFormat, _ proofs: [UInt8]...) -> CredentialRequest {
        CredentialRequest(.configuration(format.configuration), proofs: proofs)
    }

    func expect(
        _ code: IssuanceError.Code, _ location: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        let error = await #expect(throws: IssuanceError.self, sourceLocation: location) { try await body() }
        #expect(error?.code == code, sourceLocation: location)
    }

    func sql(_ query: Query) async throws {
        try await pilot.database.administrator.withConnection { db in _ = try await db.execute(query) }
    }

    @Test(arguments: [WalletFormat.document, .token])
    func `a wallet is given the credential itself, bound to its key`(format: WalletFormat) async throws {
        let wallet = Wallet()
        let token = try await token()
        let issued = try await issuer.issue(
            request(format, wallet.proof(nonce: issuer.nonce().text)), token: token)
        let copy = try #require(issued.copies.first)
        let report = try await pilot.verify(copy)
        #expect(report.verdict == .valid, "\(report.text)")
        let root = try JSONDocument(parsing: #require(report.content?.json)).root
        #expect(root["id"]?.string == "urn:uuid:" + credential.uuidString.lowercased())
        #expect(root["credentialSubject"]?["id"]?.string == DIDJWK(wallet.key.publicKey).did)
        // What is revoked is revoked in every wallet.
        let revoked = try await pilot.credentials.revoke(credential, reason: "A mistake.", by: "anna", partner: nil)
        #expect(revoked == .revoked)
        #expect(try await pilot.verify(copy).verdict == .revoked)
        await expect(.credentialRequestDenied) {
            _ = try await issuer.issue(request(format, wallet.proof(nonce: issuer.nonce().text)), token: token)
        }
    }

    @Test(arguments: WalletFormat.allCases)
    func `while the keys that sign can't be reached nothing is issued, and no challenge used up`(
        format: WalletFormat
    ) async throws {
        let elsewhere = try IssuerIdentity(
            baseURL: Pilot.baseURL, name: "The scheme", tokenKey: SigningKey(), proofKey: .ed25519())
        let outage = WalletIssuer(pool: pilot.database.service, identity: elsewhere)
        let token = try await token()
        let asked = try await request(format, Wallet().proof(nonce: issuer.nonce().text))
        await #expect(throws: SigningOutage.self) { _ = try await outage.issue(asked, token: token) }
        #expect(try await issuer.issue(asked, token: token).copies.count == 1)
    }

    @Test(arguments: [WalletFormat.document, .token])
    func `a copy has the name in it that the holder gave with the offer, which no table can be read for`(
        format: WalletFormat
    ) async throws {
        let (person, name) = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT a.agent_key, p.identifier FROM credential.credential AS c
                JOIN credential.award AS a USING (award_key) JOIN lrs.agent AS p USING (agent_key)
                WHERE c.credential_id = \(credential)
                """, as: (Int64, String).self)
        }
        let holder = Holder(key: person, partner: nil, identity: name, sessionEndsAt: Date() + 3600)
        let offer = try await HolderStore(pool: pilot.database.service).offer(
            credential, to: holder, asksTransactionCode: false, naming: PersonName("Ana Kovač"))
        let token = try await issuer.redeem(code: offer.secret.code, transactionCode: nil)
        let issued = try await issuer.issue(
            request(format, Wallet().proof(nonce: issuer.nonce().text)), token: token)
        let report = try await pilot.verify(try #require(issued.copies.first), recipient: "Ana Kovač")
        #expect(report.verdict == .valid && report.content?.recipientName == "Ana Kovač", "\(report.text)")
        let kept = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT concat(
                    (SELECT json_agg(o) FROM wallet.offer AS o), (SELECT json_agg(t) FROM wallet.issuance_token AS t),
                    (SELECT string_agg(encode(sealed_name, 'escape'), '')
                     FROM wallet.issuance_token),
                    (SELECT count(sealed_name) FROM wallet.offer), (SELECT json_agg(e) FROM ops.audit_event AS e))
                """, as: String.self)
        }
        #expect(!kept.contains("Kova") && kept.contains(#""sealed_name":null"#))
    }

    @Test func `an SD-JWT VC has the credential's place in the status list token, whose bit tells of revocation`()
        async throws
    {
        let issued = try await issuer.issue(
            request(.selective, Wallet().proof(nonce: issuer.nonce().text)), token: token())
        let text = String(decoding: try #require(issued.copies.first), as: UTF8.self)
        let payload = try Self.payload(text)
        let status = try #require(payload["status"]?["status_list"])
        let uri = try #require(status["uri"]?.string)
        #expect(uri == Pilot.baseURL + "/credentials/status/1/token")
        let index = try #require(status["idx"]?.integer)
        let place = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                "SELECT place FROM credential.status_entry WHERE credential_id = \(credential)", as: Int32.self)
        }
        #expect(index == Int64(place))
        let before = try #require(try await pilot.credentials.statusList(1)?.token)
        _ = try await pilot.credentials.revoke(credential, reason: "A mistake.", by: "anna", partner: nil)
        try await pilot.lists.publishDue()
        let after = try #require(try await pilot.credentials.statusList(1)?.token)
        let lists = try [before, after].map { token in
            try Self.payload(String(decoding: token, as: UTF8.self))
        }
        #expect(lists.allSatisfy { $0["sub"]?.string == uri && $0["status_list"]?["bits"]?.integer == 1 })
        #expect(lists[0]["status_list"]?["lst"]?.string != lists[1]["status_list"]?["lst"]?.string)
    }

    @Test func `each key gets a copy of its own, and one token gives no more than thirty`() async throws {
        let token = try await token()
        for _ in 0..<3 {
            let nonce = try await issuer.nonce().text
            let proofs = try (0..<10).map { _ in try Wallet().proof(nonce: nonce) }
            let issued = try await issuer.issue(
                CredentialRequest(.configuration(WalletFormat.token.configuration), proofs: proofs), token: token)
            #expect(Set(issued.copies).count == 10)
        }
        await expect(.credentialRequestDenied) {
            _ = try await issuer.issue(request(.token, Wallet().proof(nonce: issuer.nonce().text)), token: token)
        }
    }

    @Test func `an offer is redeemed once, also by two wallets at the same moment`() async throws {
        let code = try await offer().secret.code
        let issuer = issuer
        let redeemed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask { (try? await issuer.redeem(code: code, transactionCode: nil)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(redeemed == 1)
        await expect(.invalidGrant) { _ = try await issuer.redeem(code: code, transactionCode: nil) }
    }

    @Test func `a challenge is answered once, also by two wallets at the same moment`() async throws {
        let token = try await token()
        let nonce = try await issuer.nonce().text
        let requests = try (0..<6).map { _ in try request(.token, Wallet().proof(nonce: nonce)) }
        let issuer = issuer
        let issued = await withTaskGroup(of: String.self) { group in
            for request in requests {
                group.addTask {
                    do {
                        _ = try await issuer.issue(request, token: token)
                        return "issued"
                    } catch { return (error as? IssuanceError)?.code.rawValue ?? "\(error)" }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(issued == ["issued": 1, "invalid_nonce": 5])
    }

    @Test func `a transaction code is asked for, and the fifth wrong one ends the offer`() async throws {
        let offer = try await offer(asksCode: true)
        let code = try #require(offer.transactionCode)
        #expect(code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) })
        #expect(try await issuer.asksTransactionCode(offer.secret) == true)
        let wrong = code == "000000" ? "111111" : "000000"
        await expect(.invalidRequest) { _ = try await issuer.redeem(code: offer.secret.code, transactionCode: nil) }
        for _ in 0..<4 {
            await expect(.invalidGrant) {
                _ = try await issuer.redeem(code: offer.secret.code, transactionCode: wrong)
            }
        }
        let other = try await self.offer(asksCode: true)
        _ = try await issuer.redeem(code: other.secret.code, transactionCode: other.transactionCode)
        await expect(.invalidGrant) { _ = try await issuer.redeem(code: offer.secret.code, transactionCode: wrong) }
        await expect(.invalidGrant) { _ = try await issuer.redeem(code: offer.secret.code, transactionCode: code) }
        let unasked = try await self.offer()
        await expect(.invalidRequest) { _ = try await issuer.redeem(code: unasked.secret.code, transactionCode: "1") }
    }

    @Test func `nothing is good for longer than it is said to be`() async throws {
        let offer = try await offer()
        try await sql(
            "UPDATE wallet.offer SET created_at = now() - interval '2 h', expires_at = now() - interval '1 s'")
        await expect(.invalidGrant) { _ = try await issuer.redeem(code: offer.secret.code, transactionCode: nil) }
        #expect(try await issuer.asksTransactionCode(offer.secret) == nil)
        let token = try await token()
        let nonce = try await issuer.nonce().text
        try await sql("UPDATE wallet.nonce SET expires_at = now() - interval '1 s'")
        await expect(.invalidNonce) {
            _ = try await issuer.issue(request(.token, Wallet().proof(nonce: nonce)), token: token)
        }
        try await sql(
            "UPDATE wallet.issuance_token SET issued_at = now() - interval '2 h', expires_at = now() - interval '1 s'")
        await expect(.invalidToken) {
            _ = try await issuer.issue(request(.token, Wallet().proof(nonce: issuer.nonce().text)), token: token)
        }
    }

    @Test func `proofs that prove nothing, and requests for what there is not, are refused by their codes`()
        async throws
    {
        let token = try await token()
        let wallet = Wallet()
        let nonce = try await issuer.nonce().text
        let invalid: [(IssuanceError.Code, [[UInt8]])] = try [
            (.invalidProof, []), (.invalidProof, [Array("x".utf8)]),
            (.invalidProof, [wallet.proof(nonce: nonce, audience: "https://other.example")]),
            (.invalidProof, [wallet.proof(nonce: nonce, at: Date() - 3600)]),
            (.invalidProof, [wallet.proof(nonce: nonce, at: Date() + 3600)]),
            (.invalidProof, [wallet.proof(nonce: nonce, issuer: "somebody")]),
            (.invalidProof, [wallet.proof(nonce: nonce, type: "JWT")]),
            (.invalidProof, [wallet.proof(nonce: nil)]),
            (.invalidProof, [wallet.proof(nonce: nonce), wallet.proof(nonce: nonce)]),
            (.invalidProof, (0..<11).map { _ in try Wallet().proof(nonce: nonce) }),
            (.invalidNonce, [wallet.proof(nonce: "made up")]),
            (.invalidNonce, [wallet.proof(nonce: LinkSecret().text)]),
            (.invalidNonce, [wallet.proof(nonce: nonce), Wallet().proof(nonce: LinkSecret().text)]),
        ]
        for (code, proofs) in invalid {
            await expect(code) {
                let wish = CredentialRequest(.configuration(WalletFormat.token.configuration), proofs: proofs)
                _ = try await issuer.issue(wish, token: token)
            }
        }
        let selections: [(IssuanceError.Code, CredentialRequest.Selection)] = [
            (.unknownCredentialConfiguration, .configuration("Other")),
            (.unknownCredentialIdentifier, .identifier("urn:uuid:\(UUID())#CompetenceCredential_ldp_vc")),
        ]
        for (code, selection) in selections {
            await expect(code) {
                _ = try await issuer.issue(
                    CredentialRequest(selection, proofs: [wallet.proof(nonce: nonce)]), token: token)
            }
        }
        await expect(.invalidToken) {
            _ = try await issuer.issue(request(.token, wallet.proof(nonce: nonce)), token: LinkSecret())
        }
        // None of these used the challenge up.
        let identifier = try await issuer.credentialIdentifier(of: token) + "#" + WalletFormat.token.configuration
        _ = try await issuer.issue(
            CredentialRequest(.identifier(identifier), proofs: [wallet.proof(nonce: nonce)]), token: token)
    }

    @Test func `a wallet tells what became of its copies, as often as it likes; another's token tells nothing`()
        async throws
    {
        let token = try await token()
        let issued = try await issuer.issue(
            request(.token, Wallet().proof(nonce: issuer.nonce().text)), token: token)
        for event in ["credential_accepted", "credential_accepted", "credential_deleted"] {
            try await issuer.note(event, of: issued.notificationID, token: token)
        }
        let other = try await self.token()
        await expect(.invalidNotificationID) {
            try await issuer.note("credential_failure", of: issued.notificationID, token: other)
        }
        await expect(.invalidToken) {
            try await issuer.note("credential_failure", of: issued.notificationID, token: LinkSecret())
        }
        let event = try await pilot.database.administrator.withConnection { db in
            try await db.one("SELECT event FROM wallet.issuance", as: String?.self)
        }
        #expect(event == "credential_deleted")
    }

    @Test func `a partner offers credentials of its pilots and no others; what is revoked or expired nobody offers`()
        async throws
    {
        _ = try await offer(partner: "riga")
        await #expect(throws: DefinitionError.self) { try await offer(partner: "lille") }
        await #expect(throws: DefinitionError.self) {
            try await CredentialOfferStore(CallerDatabase(pool: pilot.database.service, partner: nil))
                .make(of: UUID(), asksTransactionCode: false, by: "lms")
        }
        try await sql("UPDATE credential.credential SET valid_until = now() - interval '1 s'")
        await #expect(throws: DefinitionError.self) { try await offer() }
        try await sql("UPDATE credential.credential SET valid_until = NULL")
        _ = try await pilot.credentials.revoke(credential, reason: "A mistake.", by: "anna", partner: nil)
        await #expect(throws: DefinitionError.self) { try await offer() }
    }

    @Test func `of no secret more than its hash is kept`() async throws {
        let offer = try await offer(asksCode: true)
        let token = try await issuer.redeem(code: offer.secret.code, transactionCode: offer.transactionCode)
        let nonce = try await issuer.nonce()
        let kept = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                """
                SELECT o::text FROM wallet.offer AS o
                UNION ALL SELECT t::text FROM wallet.issuance_token AS t
                UNION ALL SELECT n::text FROM wallet.nonce AS n
                UNION ALL SELECT a::text FROM ops.audit_event AS a
                """, as: String.self)
        }.joined()
        let secrets = [offer.secret.link.text, offer.secret.code, token.text, nonce.text]
        for secret in secrets {
            let digits = Array(secret.utf8).map { String($0, radix: 16) }.joined()
            #expect(!kept.contains(secret) && !kept.contains(digits))
        }
    }

    /// What a token says; of an SD-JWT the part that is signed.
    static func payload(_ token: String) throws -> JSONValue {
        let part = try #require(token.split(separator: "~")[0].split(separator: ".").dropFirst().first)
        return try JSONDocument(parsing: #require(Base64URL.decode(Array(part.utf8)))).root
    }
}
