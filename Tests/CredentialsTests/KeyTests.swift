import Credentials
import Foundation
import Testing

@Suite("Keys")
struct KeyTests {
    /// The key of RFC 7515, appendix A.3.
    static let rfc7515Key =
        #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","#
        + #""y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#

    @Test("The ES256 signature of RFC 7515 A.3 is valid, and not with one bit changed")
    func rfc7515() throws {
        let key = try PublicKey(jwk: Array(Self.rfc7515Key.utf8))
        let input = Array(
            ("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
                + "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ").utf8)
        var signature = try bytes(
            base64url: "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
        #expect(key.isValid(signature: signature, over: input))
        signature[63] ^= 1
        #expect(!key.isValid(signature: signature, over: input))
    }

    @Test("Signatures of other lengths are refused", arguments: [0, 1, 63, 65, 70, 128])
    func lengths(length: Int) throws {
        let key = try PublicKey(jwk: Array(Self.rfc7515Key.utf8))
        #expect(!key.isValid(signature: [UInt8](repeating: 1, count: length), over: []))
    }

    @Test("An all-zero signature is refused")
    func zeroSignature() throws {
        let key = try PublicKey(jwk: Array(Self.rfc7515Key.utf8))
        #expect(!key.isValid(signature: [UInt8](repeating: 0, count: 64), over: [1, 2, 3]))
    }

    @Test(
        "Thumbprints follow RFC 7638",
        arguments: [
            (rfc7515Key, "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"),
            // The key and the thumbprint of RFC 9449, section 6.1.
            (
                #"{"use":"sig","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","kid":"any","crv":"P-256","#
                    + #""x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","kty":"EC"}"#,
                "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"
            ),
        ])
    func thumbprints(jwk: String, thumbprint: String) throws {
        #expect(try PublicKey(jwk: Array(jwk.utf8)).thumbprint == thumbprint)
    }

    @Test("A key survives PEM, which is PKCS #8")
    func pem() throws {
        let key = SigningKey()
        #expect(key.pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let again = try SigningKey(pem: key.pem + "\n")
        #expect(again.publicKey == key.publicKey)
        #expect(try key.publicKey.isValid(signature: again.signature(over: [1, 2, 3]), over: [1, 2, 3]))
    }

    @Test(
        "A text that is no key is refused without repeating it",
        arguments: [
            "", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        ])
    func noKey(pem: String) {
        let error = #expect(throws: CredentialError.self) { try SigningKey(pem: pem) }
        #expect(error?.code == .invalidKey)
        #expect(error?.description.contains("AAAA") == false)
    }

    @Test("A signing key shows its thumbprint, never its secret")
    func description() {
        let key = SigningKey()
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(text.contains(key.publicKey.thumbprint))
            #expect(!text.contains("PrivateKey"))
        }
    }

    @Test(
        "JSON Web Keys of another kind, off the curve or with the private half are refused",
        arguments: [
            "[]", "{}", "not json", #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,
            rfc7515Key.replacingOccurrences(of: "P-256", with: "P-384"),
            rfc7515Key.replacingOccurrences(of: "x_FE", with: "x_FF"),
            rfc7515Key.replacingOccurrences(of: #""y":"#, with: #""d":"AAAA","y":"#),
            rfc7515Key.replacingOccurrences(of: #""y":"#, with: #""alg":"ES384","y":"#),
            rfc7515Key.replacingOccurrences(of: "5a0", with: "5a0="),
        ])
    func foreignKeys(jwk: String) {
        #expect(throws: CredentialError.self) { try PublicKey(jwk: Array(jwk.utf8)) }
    }

    @Test("A public key survives its JSON Web Key")
    func jwk() throws {
        let key = SigningKey().publicKey
        #expect(try PublicKey(jwk: key.jwk(id: "did:web:a#b")) == key)
        #expect(String(decoding: key.jwk(id: "k"), as: UTF8.self).hasSuffix(#""alg":"ES256","use":"sig","kid":"k"}"#))
    }
}
