import Credentials
import Foundation
import JSON
import LibPQ
import TestSupport
import Testing
import Training

@testable import Awarding

extension HostStoreTests {
    private static let home = "https://id.riga.example.eu"
    /// Stands in everything that the holder and the hosts say of the person.
    private static let word = "Kowalczyk"

    private var eraser: HolderEraser { HolderEraser(CallerDatabase(pool: pilot.database.service, partner: nil)) }

    private func person(_ name: String) -> [UInt8] {
        Array(#"{"account":{"homePage":"\#(Self.home)","name":"\#(name)"}}"#.utf8)
    }

    /// How many rows of the tables of credentials, wallets and the log have a text in them.
    private func rows(with text: String) async throws -> Int64 {
        try await pilot.database.administrator.withConnection { db in
            let tables = try await db.rows(
                """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE schemaname IN ('credential', 'wallet', 'ops') ORDER BY 1
                """, as: String.self)
            var count: Int64 = 0
            for table in tables {
                count += try await db.one(
                    "SELECT count(*) FROM \(unescaped: table) AS t WHERE t::text LIKE '%' || \(text) || '%'",
                    as: Int64.self)
            }
            return count
        }
    }

    @Test func `of a holder who is forgotten nothing stays but credentials, and everybody else's stays as it was`()
        async throws
    {
        let holders = HolderStore(pool: pilot.database.service)
        let shares = ShareLinkStore(pool: pilot.database.service)
        let wallets = WalletIssuer(pool: pilot.database.service, identity: pilot.identity)
        let passports = PassportIssuer(pool: pilot.database.service, identity: pilot.identity)
        let client = try await client()
        struct Left {
            let session: LinkSecret
            let share: LinkSecret
            let offer: OfferSecret
            let token: LinkSecret
            let guest: HostGuest
            let claim: LinkSecret
            let access: HostTokens
        }
        var left: [String: Left] = [:]
        for name in ["p-1", "p-2"] {
            let claim = try await ClaimLinkStore(CallerDatabase(pool: pilot.database.service, partner: nil))
                .make(for: person(name), by: "test")
            let session = try #require(try await holders.openSession(by: claim.secret))
            let holder = try #require(try await holders.holder(session.secret))
            let held = try JSONDocument(parsing: try await holders.credentials(of: holder)).root["credentials"]
            let credential = try #require(held?[0]?["id"]?.string.flatMap(UUID.init(uuidString:)))
            let wish = ShareWish(label: "For Mrs \(Self.word)", name: PersonName("Ana \(Self.word)"))
            let share = try #require(try await shares.make(wish, of: credential, by: holder))
            let open = try await holders.offer(
                credential, to: holder, asksTransactionCode: false, naming: PersonName(Self.word))
            let redeemed = try await holders.offer(credential, to: holder, asksTransactionCode: false)
            let token = try await wallets.redeem(code: redeemed.secret.code, transactionCode: nil)
            _ = try await wallets.issue(
                CredentialRequest(
                    .configuration(WalletFormat.token.configuration),
                    proofs: [Wallet().proof(nonce: wallets.nonce().text)]), token: token)
            let code = try await hosts.grant(
                HostScope.allCases, to: client, by: holder, redirectURI: Self.redirect,
                challenge: HostStore.challenge(for: Self.verifier))
            let tokens = try #require(
                try await hosts.redeem(
                    code: code, verifier: Self.verifier, redirectURI: Self.redirect, by: client))
            let guest = try #require(try await hosts.guest(tokens.access))
            #expect(try await hosts.upsert(sent("Ana \(Self.word)", id: "urn:\(name)"), of: guest) == .created)
            try await hosts.putProfile(Array(#"{"name":"Ana \#(Self.word)"}"#.utf8), of: guest)
            left[name] = Left(
                session: session.secret, share: share, offer: open.secret, token: token, guest: guest,
                claim: claim.secret, access: tokens)
        }
        let (gone, kept) = (try #require(left["p-1"]), try #require(left["p-2"]))
        let before = try await rows(with: Self.word)
        #expect(before == 6)
        let signed = try await pilot.credentialIDs().count

        let receipt = try JSONDocument(parsing: try await eraser.forget(person("p-1"), by: "operator")).root
        for (member, count) in [
            ("claimLinks", 1), ("sessions", 1), ("sharedLinks", 1), ("offers", 2), ("hosts", 1),
            ("foreignCredentials", 1), ("profiles", 1), ("walletCopies", 1),
        ] { #expect(receipt[member]?.integer == Int64(count), "\(member)") }
        #expect(receipt["credentials"]?.integer == Int64(signed / 2))
        #expect(try await rows(with: Self.word) == before / 2)
        let key = gone.guest.holder
        let own = try await pilot.database.administrator.withConnection { db in
            try await db.one(
                """
                SELECT (SELECT count(*) FROM credential.claim_link WHERE agent_key = \(key))
                    + (SELECT count(*) FROM wallet.host_grant WHERE agent_key = \(key))
                    + (SELECT count(*) FROM wallet.foreign_credential WHERE agent_key = \(key))
                    + (SELECT count(*) FROM wallet.host_profile WHERE agent_key = \(key))
                """, as: Int64.self)
        }
        #expect(own == 0)

        // What they had handed out is worth nothing any more ...
        #expect(try await holders.holder(gone.session) == nil)
        #expect(try await holders.state(ofClaimLink: gone.claim) == .unknown)
        #expect(try await shares.open(gone.share, isOpening: true) == nil)
        #expect(try await wallets.asksTransactionCode(gone.offer) == nil)
        await #expect(throws: IssuanceError.self) {
            _ = try await wallets.redeem(code: gone.offer.code, transactionCode: nil)
        }
        await #expect(throws: IssuanceError.self) { _ = try await wallets.credentialIdentifier(of: gone.token) }
        #expect(try await hosts.guest(gone.access.access) == nil)
        #expect(try await hosts.refresh(#require(gone.access.refresh), scopes: nil, by: client) == nil)
        // ... and the credentials stand, for whoever has them; a new claim link would let the person in again.
        #expect(try await pilot.credentialIDs().count == signed)
        #expect(try await passports.passport(of: holder("p-1"), as: .document) != nil)
        // Others keep what is theirs.
        #expect(try await holders.holder(kept.session) != nil)
        #expect(try await hosts.guest(kept.access.access) != nil)
        #expect(try await shares.open(kept.share, isOpening: false) != nil)
        #expect(try await wallets.asksTransactionCode(kept.offer) == false)

        // A second time there is nothing left to remove, and the log knows how often and by whom, and not about whom.
        let again = try JSONDocument(parsing: try await eraser.forget(person("p-1"), by: "operator")).root
        #expect(again["sharedLinks"]?.integer == 0 && again["hosts"]?.integer == 0)
        let log = try await pilot.database.administrator.withConnection { db in
            try await db.rows(
                "SELECT e::text FROM ops.audit_event AS e WHERE action = 'holder.forget' ORDER BY 1", as: String.self)
        }
        #expect(log.count == 2 && log.allSatisfy { $0.contains("operator") && !$0.contains("p-1") })
    }

    @Test(arguments: [
        "{}", #"{"account":{"name":"p-1"}}"#, #"{"account":{"homePage":"https://id.riga.example.eu","name":"nobody"}}"#,
        #"{"mbox":"mailto:nobody@example.org"}"#,
        #"{"mbox":"mailto:a@b.c","account":{"homePage":"https://x.y","name":"z"}}"#,
        #"{"mbox":"mailto:a@b.c","pilot":"riga-1"}"#,
    ])
    func `nobody is forgotten who is not named as people are`(wish: String) async throws {
        await #expect(throws: DefinitionError.self) { _ = try await eraser.forget(Array(wish.utf8), by: "operator") }
    }
}
