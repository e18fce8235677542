internal import Awarding
internal import JSON

/// What a wallet asks for in `authorization_details` (RFC 9396, OpenID4VCI 1.0 §5.1.1).
struct IssuanceDetails {
    /// The formats, each once.
    let formats: [WalletFormat]

    /// Reads the parameter.
    /// - Throws: ``OAuthError`` with the code `invalid_authorization_details`.
    init(_ text: String) throws(OAuthError) {
        guard let document = try? JSONDocument(parsing: Array(text.utf8)), document.root.kind == .array,
            (1...10).contains(document.root.count)
        else { throw Self.error("it is no JSON array of 1 to 10 objects") }
        var formats: [WalletFormat] = []
        for detail in document.root.elements {
            guard detail["type"]?.string == "openid_credential" else {
                throw Self.error("a type is not openid_credential")
            }
            let name = detail["credential_configuration_id"]?.string
            guard let format = WalletFormat.allCases.first(where: { $0.configuration == name }) else {
                throw Self.error("there is no such credential_configuration_id")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    /// Writes the member of the token's answer, with the identifiers that the wallet then has to use.
    func write(to writer: inout JSONWriter, credential: String) {
        writer.member(
            "authorization_details",
            array: { writer in
                for format in formats {
                    writer.object { writer in
                        writer.member("type", string: "openid_credential")
                        writer.member("credential_configuration_id", string: format.configuration)
                        writer.member(
                            "credential_identifiers", array: { $0.string(credential + "#" + format.configuration) })
                    }
                }
            })
    }

    private static func error(_ what: String) -> OAuthError {
        OAuthError("invalid_authorization_details", "authorization_details: \(what).")
    }
}
