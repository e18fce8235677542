import Crypto
import Foundation
import JSON
import Testing

@testable import Credentials

@Suite("SD-JWT VCs")
struct SDJWTTests {
    let issuer: DIDWeb
    let key = SigningKey()
    let wallet = WalletKey()

    init() throws { issuer = try Example.identity() }

    func secure(status: TokenStatusReference? = nil) async throws -> SecuredCredential {
        let bound = try BoundCredential(
            OpenBadgeCredential(Example.award()).json, holder: HolderKey(wallet.key.publicKey))
        return try await SDJWTSecuring(
            signer: KeySigner(key: key, issuer: issuer), issuer: Example.baseURL, clock: { Example.during }
        ).secure(bound, type: .competence(baseURL: Example.baseURL), status: status)
    }

    /// The header, the payload and the disclosures.
    func parts(_ secured: SecuredCredential) throws -> (header: JSONValue, payload: JSONValue, disclosures: [JSONValue])
    {
        let parts = secured.text.split(separator: "~", omittingEmptySubsequences: false)
        #expect(parts.last == "")
        let token = parts[0].split(separator: ".")
        let signature = try bytes(base64url: token[2])
        #expect(key.publicKey.isValid(signature: signature, over: Array("\(token[0]).\(token[1])".utf8)))
        return try (
            JSONDocument(parsing: bytes(base64url: token[0])).root,
            JSONDocument(parsing: bytes(base64url: token[1])).root,
            parts.dropFirst().dropLast().map { try JSONDocument(parsing: bytes(base64url: $0)).root }
        )
    }

    @Test("The token has the type, the issuer, the holder's key, the dates and the status, none of them to be hidden")
    func payload() async throws {
        let secured = try await secure(
            status: TokenStatusReference(uri: Example.baseURL + "/credentials/status/1/token", index: 94567))
        let (header, payload, _) = try parts(secured)
        #expect(header["typ"]?.string == "dc+sd-jwt" && header["alg"]?.string == "ES256")
        #expect(header["kid"]?.string == issuer.verificationMethod(for: key.publicKey))
        #expect(payload["iss"]?.string == Example.baseURL)
        #expect(payload["vct"]?.string == Example.baseURL + "/credentials/types/competence/1")
        #expect(payload["nbf"]?.integer == 1_793_610_000 && payload["exp"]?.integer == 1_888_304_400)
        #expect(payload["iat"]?.integer == 1_799_971_200, "to the day")
        let holder = try #require(payload["cnf"]?["jwk"])
        #expect(try PublicKey(jwk: Array(holder.bytes)) == wallet.key.publicKey)
        #expect(payload["status"]?["status_list"]?["idx"]?.integer == 94567)
        #expect(payload["id"]?.string == "urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f")
        #expect(payload["achievement"]?["humanCode"]?.string == "B3.2" && payload["sub"] == nil)
        #expect(try await parts(secure()).payload["status"] == nil)
    }

    @Test("Each digest has its disclosure, with a salt of its own, and what is disclosed stands nowhere in the token")
    func disclosures() async throws {
        let secured = try await secure()
        let (_, payload, disclosures) = try parts(secured)
        let digests = payload["_sd"]?.elements.compactMap(\.string) ?? []
        let elements = ["identifier", "evidence"].flatMap { name in
            payload[name]?.elements.compactMap { $0["..."]?.string } ?? []
        }
        let found = secured.text.split(separator: "~").dropFirst().map { text in
            base64url(Array(SHA256.hash(data: Array(text.utf8))))
        }
        #expect(Set(found) == Set(digests + elements) && found.count == digests.count + elements.count)
        #expect(digests == digests.sorted() && elements.count == 3 && payload["_sd_alg"]?.string == "sha-256")
        #expect(Set(disclosures.compactMap { $0[0]?.string }).count == disclosures.count)
        #expect(disclosures.allSatisfy { ($0[0]?.string?.utf8.count ?? 0) == 22 })
        let names = Set(disclosures.filter { $0.count == 3 }.compactMap { $0[1]?.string })
        #expect(
            names == [
                "description", "awardedDate", "role", "source", "result", "criteria", "alignment", "resultDescription",
                "otherIdentifier",
            ])
        let open = String(decoding: payload.bytes, as: UTF8.self)
        for secret in ["Kowalczyk", "sha256$", "Local police officer", "uEiD2", "Toruń", "did:jwk"] {
            #expect(!open.contains(secret))
        }
        #expect(try await secure().text != secured.text)
    }

    @Test("The type's metadata names the claims that there are, and which of them can be hidden")
    func metadata() async throws {
        let type = CredentialType.competence(baseURL: Example.baseURL)
        let metadata = try JSONDocument(parsing: type.metadata).root
        #expect(metadata["vct"]?.string == type.identifier)
        let claims = try #require(metadata["claims"])
        let (_, payload, disclosures) = try await parts(secure())
        let hidden = Set(disclosures.compactMap { $0.count == 3 ? $0[1]?.string : nil }).union([
            "identifier", "evidence",
        ])
        for claim in claims.elements {
            let first = try #require(claim["path"]?[0]?.string)
            #expect((claim["sd"]?.string == "always") == hidden.contains(first), "\(first)")
            #expect(claim["sd"]?.string == "always" || payload[first] != nil)
            #expect(claim["display"]?[0]?["label"]?.string?.isEmpty == false)
        }
        let described = Set(claims.elements.compactMap { $0["path"]?[0]?.string })
        #expect(described.isSuperset(of: hidden))
    }

    @Test("A status list as a token has the bits that the draft's own example has")
    func statusList() async throws {
        #expect(try StatusListToken.encoded([0x9D, 0xC5]) == "eNrbuRgAAhcBXQ")
        var bits = StatusBits()
        bits[94567] = true
        let list = StatusListToken(
            uri: Example.baseURL + "/credentials/status/1/token", bits: bits, issuedAt: Example.start,
            expiresAt: Example.end, timeToLive: .seconds(3600))
        let token = try await list.sign(with: KeySigner(key: key, issuer: issuer))
        let (header, payload, _) = try parts(
            SecuredCredential(id: "", mediaType: "", verificationMethod: "", bytes: token.bytes + [0x7E]))
        #expect(header["typ"]?.string == "statuslist+jwt" && payload["sub"]?.string == list.uri)
        #expect(payload["iat"]?.integer == 1_793_610_000 && payload["exp"]?.integer == 1_888_304_400)
        #expect(payload["ttl"]?.integer == 3600 && payload["status_list"]?["bits"]?.integer == 1)
    }

    @Test("Tokens are signed with ES256 and with nothing else")
    func algorithm() async throws {
        let bound = try BoundCredential(
            OpenBadgeCredential(Example.award()).json, holder: HolderKey(wallet.key.publicKey))
        let securing = SDJWTSecuring(signer: KeySigner(key: .ed25519(), issuer: issuer), issuer: Example.baseURL)
        await #expect(throws: CredentialError.self) {
            try await securing.secure(bound, type: .competence(baseURL: Example.baseURL), status: nil)
        }
    }
}
