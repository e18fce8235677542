import Crypto
import Foundation
import Testing

@testable import Evaluation

@Suite("the verifier of a password")
struct SCRAMVerifierTests {
    /// RFC 7677 §3, the exchange of user `user` with password `pencil`.
    private enum Example {
        static let nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
        static let salt = "W22ZaJ0SNY7soEsUEjb6gQ=="
        static let authMessage =
            "n=user,r=rOprNGfwEbeRWgbNEkqO,r=\(nonce),s=\(salt),i=4096,c=biws,r=\(nonce)"
        static let clientProof = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
        static let serverSignature = "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
    }

    private func bytes(_ base64: some StringProtocol) throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: String(base64))))
    }

    private func signature(_ key: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(Example.authMessage.utf8), using: SymmetricKey(data: key)))
    }

    @Test("it accepts the proof and gives the signature of the example in RFC 7677")
    func example() throws {
        let verifier = SCRAMVerifier(password: "pencil", salt: try bytes(Example.salt), iterations: 4096)
        let parts = verifier.text.split(separator: "$")
        #expect(parts.count == 3 && parts[0] == "SCRAM-SHA-256" && parts[1] == "4096:\(Example.salt)")
        let keys = parts[2].split(separator: ":")
        let (storedKey, serverKey) = (try bytes(keys[0]), try bytes(keys[1]))
        // RFC 5802 §3: the server takes the signature off the proof, and hashes what is left.
        let clientKey = zip(try bytes(Example.clientProof), signature(storedKey)).map { $0 ^ $1 }
        #expect(Array(SHA256.hash(data: clientKey)) == storedKey)
        #expect(signature(serverKey) == (try bytes(Example.serverSignature)))
    }

    @Test("the same password twice has two verifiers, for the salt is random")
    func salts() {
        #expect(SCRAMVerifier(password: "pencil").text != SCRAMVerifier(password: "pencil").text)
    }
}
