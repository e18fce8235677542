import Crypto
public import CryptoExtras
import FoundationEssentials
public import X509

/// Signatures as a client makes them, and as one should not.
public enum TestJWS {
    /// A compact JWS.
    ///
    /// - Parameters:
    ///   - algorithm: What the header tells; it is signed by SHA-384 or SHA-512 where that says so.
    ///   - chain: The certificates of `x5c`.
    ///   - header: Further members of the header, each with a comma before it.
    public static func make(
        _ payload: String, algorithm: String = "RS256", key: _RSA.Signing.PrivateKey = TestKey.signer,
        chain: [Certificate] = [], header: String = ""
    ) throws -> String {
        let certificates = try chain.map { "\"" + Data(try TestCertificate.der($0)).base64EncodedString() + "\"" }
        let x5c = certificates.isEmpty ? "" : #","x5c":["# + certificates.joined(separator: ",") + "]"
        let input =
            encoded(Array(#"{"alg":"\#(algorithm)"\#(x5c)\#(header)}"#.utf8)) + "." + encoded(Array(payload.utf8))
        let bytes = Array(input.utf8)
        let signature =
            switch algorithm {
            case "RS384": try key.signature(for: SHA384.hash(data: bytes), padding: .insecurePKCS1v1_5)
            case "RS512": try key.signature(for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5)
            default: try key.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
            }
        return input + "." + encoded(Array(signature.rawRepresentation))
    }

    /// The same JWS with another payload, or with a byte of its signature changed.
    public static func tampered(_ jws: String, payload: String? = nil) -> String {
        var parts = jws.split(separator: ".").map(String.init)
        if let payload {
            parts[1] = encoded(Array(payload.utf8))
        } else {
            parts[2] = (parts[2].hasPrefix("A") ? "B" : "A") + parts[2].dropFirst()
        }
        return parts.joined(separator: ".")
    }

    /// Base64url without padding.
    public static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// SHA-256 in hexadecimal.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// The member of a statement that declares a signature, with a comma before it.
    public static func attachments(_ jws: String) -> String {
        #","attachments":[{"usageType":"http://adlnet.gov/expapi/attachments/signature","display":{"en":"Signature"},"#
            + #""contentType":"application/octet-stream","length":\#(jws.utf8.count),"sha2":"\#(sha256(jws.utf8))"}]"#
    }
}
