import Credentials
import Foundation
import JSON
import Testing

@Suite("Issuing as VC-JWT")
struct JWTSecuringTests {
    @Test("The header holds the algorithm and the key's DID URL, nothing else")
    func header() async throws {
        let issuance = try Issuance()
        let token = try await String(decoding: issuance.issue(), as: UTF8.self)
        let header = String(decoding: try bytes(base64url: token.split(separator: ".")[0]), as: UTF8.self)
        #expect(header == #"{"alg":"ES256","kid":"\#(issuance.signer.verificationMethod)"}"#)
    }

    @Test("The payload is the credential followed by five claims that repeat it")
    func payload() async throws {
        let issuance = try Issuance()
        let payload = try await issuance.payload()
        let credential = try String(decoding: OpenBadgeCredential(Example.award()).json, as: UTF8.self)
        #expect(payload.hasPrefix(credential.dropLast() + ",\"iss\":"))
        let root = try JSONDocument(parsing: Array(payload.utf8)).root
        #expect(root["iss"]?.string == root["issuer"]?["id"]?.string)
        #expect(root["jti"]?.string == root["id"]?.string)
        #expect(root["sub"]?.string == root["credentialSubject"]?["id"]?.string)
        #expect(root["nbf"]?.lexeme == "1793610000" && root["exp"]?.lexeme == "1888304400")
        #expect(root["vc"] == nil)
    }

    @Test("A credential without end has no claim of one")
    func noEnd() async throws {
        let issuance = try Issuance()
        var award = try Example.award()
        award.validUntil = nil
        let token = try await issuance.issue(award)
        #expect(await issuance.verifier.verify(token, at: Example.during).verdict == .valid)
    }

    @Test("What is handed out names the credential, its media type and its key")
    func secured() async throws {
        let issuance = try Issuance()
        let secured = try await JWTSecuring(signer: issuance.signer).secure(OpenBadgeCredential(Example.award()))
        #expect(secured.id == "urn:uuid:0f1d6a5e-3a53-4b3b-9b0e-5a0b1c2d3e4f")
        #expect(secured.mediaType == "application/vc+jwt")
        #expect(secured.verificationMethod == issuance.signer.verificationMethod)
        #expect(secured.text.split(separator: ".").count == 3)
    }

    @Test("A signer that gives a signature of the wrong length is not believed")
    func wrongLength() async throws {
        struct DERSigner: Signer {
            let algorithm = SignatureAlgorithm.es256
            let verificationMethod = "did:web:badges.example#external"
            func signature(over bytes: [UInt8]) async throws -> [UInt8] { [UInt8](repeating: 0x30, count: 70) }
        }
        let credential = try OpenBadgeCredential(Example.award())
        let error = await #expect(throws: CredentialError.self) {
            try await JWTSecuring(signer: DERSigner()).secure(credential)
        }
        #expect(error?.code == .signingFailed)
    }

    @Test("An external signer's failure reaches the caller")
    func failingSigner() async throws {
        struct Unreachable: Error {}
        struct FailingSigner: Signer {
            let algorithm = SignatureAlgorithm.es256
            let verificationMethod = "did:web:badges.example#external"
            func signature(over bytes: [UInt8]) async throws -> [UInt8] { throw Unreachable() }
        }
        let credential = try OpenBadgeCredential(Example.award())
        await #expect(throws: Unreachable.self) { try await JWTSecuring(signer: FailingSigner()).secure(credential) }
    }
}
