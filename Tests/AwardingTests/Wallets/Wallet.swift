import Credentials
import Foundation

@testable import Awarding

/// A wallet with keys, as the tests need one.
struct Wallet {
    let key = SigningKey()

    /// A proof of the key; what is nil is left out.
    func proof(
        nonce: String?, audience: String = Pilot.baseURL, at instant: Date = Date(), issuer: String? = nil,
        type: String = "openid4vci-proof+jwt"
    ) throws -> [UInt8] {
        let jwk = String(decoding: key.publicKey.jwk(), as: UTF8.self)
        let header = #"{"typ":"\#(type)","alg":"ES256","jwk":\#(jwk)}"#
        let members = [
            #""aud":"\#(audience)""#, #""iat":\#(Int(instant.timeIntervalSince1970))"#,
            nonce.map { #""nonce":"\#($0)""# }, issuer.map { #""iss":"\#($0)""# },
        ].compactMap(\.self)
        let input = Base64URL.string(header.utf8) + "." + Base64URL.string("{\(members.joined(separator: ","))}".utf8)
        return try Array((input + "." + Base64URL.string(key.signature(over: Array(input.utf8)))).utf8)
    }
}
