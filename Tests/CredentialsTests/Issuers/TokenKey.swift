import Credentials
import Crypto
import CryptoExtras
import Foundation

/// A key of somebody else's that signs tokens, of each kind that is checked.
enum TokenKey {
    case es256(P256.Signing.PrivateKey)
    case es384(P384.Signing.PrivateKey)
    case edDSA(Curve25519.Signing.PrivateKey)
    case rs256(_RSA.Signing.PrivateKey)

    static func make(_ algorithm: String) throws -> TokenKey {
        switch algorithm {
        case "ES256": .es256(P256.Signing.PrivateKey())
        case "ES384": .es384(P384.Signing.PrivateKey())
        case "RS256": .rs256(try _RSA.Signing.PrivateKey(keySize: .bits2048))
        default: .edDSA(Curve25519.Signing.PrivateKey())
        }
    }

    var jwk: String {
        get throws {
            switch self {
            case .es256(let key): Self.curve("P-256", Array(key.publicKey.rawRepresentation))
            case .es384(let key): Self.curve("P-384", Array(key.publicKey.rawRepresentation))
            case .edDSA(let key):
                #"{"kty":"OKP","crv":"Ed25519","x":"\#(base64url(Array(key.publicKey.rawRepresentation)))"}"#
            case .rs256(let key):
                #"{"kty":"RSA","e":"AQAB","n":"\#(base64url(Array(try key.publicKey.getKeyPrimitives().modulus)))"}"#
            }
        }
    }

    func signature(over text: String) throws -> [UInt8] {
        let bytes = Data(text.utf8)
        return switch self {
        case .es256(let key): try Array(key.signature(for: bytes).rawRepresentation)
        case .es384(let key): try Array(key.signature(for: bytes).rawRepresentation)
        case .edDSA(let key): try Array(key.signature(for: bytes))
        case .rs256(let key): try Array(key.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
        }
    }

    func token(header: String, payload: String) throws -> [UInt8] {
        let input = base64url(header) + "." + base64url(payload)
        return Array((input + "." + base64url(try signature(over: input))).utf8)
    }

    private static func curve(_ name: String, _ point: [UInt8]) -> String {
        let half = point.count / 2
        return
            #"{"kty":"EC","crv":"\#(name)","x":"\#(base64url(Array(point.prefix(half))))","y":"\#(base64url(Array(point.suffix(half))))"}"#
    }
}
