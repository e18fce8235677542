import Foundation
import Testing

@testable import Credentials

@Suite("Wallets' proofs of their keys")
struct KeyProofTests {
    @Test("A proof tells the key, whom it is for, when it was made and what it answers", arguments: [true, false])
    func read(isEd25519: Bool) throws {
        let wallet = WalletKey(isEd25519 ? .ed25519() : SigningKey())
        let proof = try KeyProof(wallet.proof())
        #expect(proof.key.publicKey == wallet.key.publicKey && proof.nonce == "n-0" && proof.issuer == nil)
        #expect(proof.audience == "https://badges.example")
        #expect(proof.issuedAt == Date(timeIntervalSince1970: 1_800_000_000))
        #expect(try DIDJWK(did: proof.key.did).key == wallet.key.publicKey)
    }

    @Test("A key may be named by its DID, did:key or did:jwk, with the name that it has there or without")
    func names() throws {
        let wallet = WalletKey()
        let key = wallet.key.publicKey
        for url in [
            DIDKey(key).verificationMethod, DIDKey(key).did, DIDJWK(key).verificationMethod, DIDJWK(key).did,
        ] {
            let proof = try KeyProof(
                wallet.proof(header: #"{"typ":"openid4vci-proof+jwt","alg":"ES256","kid":"\#(url)"}"#))
            #expect(proof.key.publicKey == key && url.hasPrefix(proof.key.did))
        }
    }

    /// Headers that make no proof; `KEY` stands for the wallet's key.
    static let headers = [
        #"{"typ":"JWT","alg":"ES256","jwk":KEY}"#, #"{"alg":"ES256","jwk":KEY}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"none","jwk":KEY}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"HS256","jwk":KEY}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"EdDSA","jwk":KEY}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256"}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256","jwk":KEY,"kid":"did:key:zDn"}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256","jwk":KEY,"x5c":["AA"]}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256","jwk":KEY,"crit":["b64"]}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256","kid":"did:web:wallet.example#1"}"#,
        #"{"typ":"openid4vci-proof+jwt","alg":"ES256","kid":7}"#, "[]", "x",
    ]

    @Test("A proof whose header isn't as it has to be is refused", arguments: headers)
    func header(text: String) throws {
        let wallet = WalletKey()
        let key = String(decoding: wallet.key.publicKey.bareTree.bytes, as: UTF8.self)
        #expect(throws: CredentialError.self) {
            try KeyProof(wallet.proof(header: text.replacingOccurrences(of: "KEY", with: key)))
        }
    }

    @Test(
        "A proof that doesn't say whom it is for, or when it was made, or says it otherwise than in texts, is refused",
        arguments: [
            #"{"iat":1800000000,"nonce":"n"}"#, #"{"aud":"a","nonce":"n"}"#, #"{"aud":["a"],"iat":1}"#,
            #"{"aud":"a","iat":"1"}"#, #"{"aud":"a","iat":1e300}"#, #"{"aud":"a","iat":1,"nonce":7}"#, "7", "",
        ])
    func payload(text: String) throws {
        #expect(throws: CredentialError.self) { try KeyProof(WalletKey().proof(payload: text)) }
    }

    @Test("A proof that somebody else signed, or that has a private key in it, is refused")
    func foreign() throws {
        let wallet = WalletKey()
        #expect(throws: CredentialError.self) { try KeyProof(wallet.proof(signedBy: SigningKey())) }
        let key = String(decoding: wallet.key.publicKey.bareTree.bytes, as: UTF8.self).dropLast()
        #expect(throws: CredentialError.self) {
            try KeyProof(
                wallet.proof(header: #"{"typ":"openid4vci-proof+jwt","alg":"ES256","jwk":\#(key),"d":"AA"}}"#))
        }
        #expect(throws: CredentialError.self) { try KeyProof([UInt8](repeating: 0x41, count: 20_000)) }
        #expect(throws: CredentialError.self) { try KeyProof(Array("a.b".utf8)) }
    }

    @Test(
        "What is no did:jwk of a key is refused",
        arguments: [
            "did:jwk:", "did:jwk:e30", "did:jwk:e30=", "did:key:z6Mk", "did:jwk:" + String(repeating: "A", count: 4000),
        ])
    func malformed(did: String) {
        #expect(throws: CredentialError.self) { try DIDJWK(did: did) }
    }
}
