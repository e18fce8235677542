internal import FoundationEssentials
internal import JWTKit

/// The claims of a token that decide, and every claim's texts: the one with the scopes has a name of the issuer's choice.
struct TokenClaims: JWTPayload {
    let issuer: String?
    let subject: String?
    let audience: [String]
    /// The application that was given the token: `client_id` (RFC 9068), or `azp` (OpenID Connect).
    let application: String?
    let expiresAt: Double?
    let notBefore: Double?
    private let texts: [String: [String]]

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        var texts: [String: [String]] = [:]
        for name in container.allKeys {
            if let text = try? container.decode(String.self, forKey: name) {
                texts[name.stringValue] = [text]
            } else if let list = try? container.decode([String].self, forKey: name) {
                texts[name.stringValue] = list
            }
        }
        func number(_ name: String) throws -> Double? {
            try container.decodeIfPresent(Double.self, forKey: Name(stringValue: name))
        }
        self.texts = texts
        issuer = texts["iss"]?.first
        subject = texts["sub"]?.first
        audience = texts["aud"] ?? []
        application = (texts["client_id"] ?? texts["azp"])?.first
        expiresAt = try number("exp")
        notBefore = try number("nbf")
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, list) in texts { try container.encode(list, forKey: Name(stringValue: name)) }
    }

    /// The words of a claim: of a text those between its spaces, of a list its elements.
    func words(of claim: String) -> [String] {
        (texts[claim] ?? []).flatMap { $0.split(separator: " ").map(String.init) }
    }

    /// Claims are checked by ``TokenVerifier``, which tells which one is wrong.
    func verify(using algorithm: some JWTAlgorithm) {}
}
