internal import Awarding
internal import Credentials
internal import JSON

/// What wallets read before they ask for anything: the issuer's metadata (OpenID4VCI 1.0 §12.2), the authorization server's
/// (RFC 8414), and that of the issuer of SD-JWT VCs.
struct WalletMetadata {
    let identity: IssuerIdentity

    private var base: String { identity.baseURL }

    /// `/.well-known/openid-credential-issuer`.
    var credentialIssuer: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("credential_issuer", string: base)
            writer.member("credential_endpoint", string: base + "/openid4vci/credential")
            writer.member("nonce_endpoint", string: base + "/openid4vci/nonce")
            writer.member("notification_endpoint", string: base + "/openid4vci/notification")
            writer.member(
                "batch_credential_issuance", object: { $0.member("batch_size", number: WalletIssuer.batchSize) })
            writer.member("display", array: { $0.object { display(identity.profile.name, to: &$0) } })
            writer.member(
                "credential_configurations_supported",
                object: { writer in
                    for format in WalletFormat.allCases {
                        writer.member(format.configuration, object: { configuration(format, to: &$0) })
                    }
                })
        }
        return writer.bytes
    }

    /// `/.well-known/oauth-authorization-server`.
    var authorizationServer: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("issuer", string: base)
            writer.member("authorization_endpoint", string: base + "/oauth/authorize")
            writer.member("token_endpoint", string: base + "/oauth/token")
            writer.member("registration_endpoint", string: base + "/oauth/register")
            writer.member("revocation_endpoint", string: base + "/oauth/revoke")
            for (name, values) in [
                ("response_types_supported", ["code"]), ("code_challenge_methods_supported", ["S256"]),
                (
                    "grant_types_supported",
                    [OAuthTokenController.preAuthorizedCode, "authorization_code", "refresh_token"]
                ),
                ("token_endpoint_auth_methods_supported", ["none", "client_secret_basic"]),
                ("scopes_supported", HostScope.allCases.map(\.rawValue)),
            ] {
                writer.member(
                    name,
                    array: { writer in
                        for value in values { writer.string(value) }
                    })
            }
            writer.member("authorization_response_iss_parameter_supported", boolean: true)
            writer.member("pre-authorized_grant_anonymous_access_supported", boolean: true)
            writer.member("authorization_details_types_supported", array: { $0.string("openid_credential") })
        }
        return writer.bytes
    }

    /// `/.well-known/jwt-vc-issuer`: where the keys are that SD-JWT VCs are signed with.
    var tokenIssuer: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("issuer", string: base)
            writer.member("jwks_uri", string: base + "/.well-known/jwks.json")
        }
        return writer.bytes
    }

    private func display(_ name: String, to writer: inout JSONWriter) {
        writer.member("name", string: name)
        writer.member("locale", string: "en")
    }

    private func configuration(_ format: WalletFormat, to writer: inout JSONWriter) {
        writer.member("format", string: format.rawValue)
        writer.member(
            "cryptographic_binding_methods_supported",
            array: { writer in
                for method in ["jwk", "did:jwk", "did:key"] { writer.string(method) }
            })
        writer.member(
            "proof_types_supported",
            object: { writer in
                writer.member(
                    "jwt",
                    object: { writer in
                        writer.member(
                            "proof_signing_alg_values_supported",
                            array: { writer in
                                for algorithm in KeyProof.algorithms { writer.string(algorithm) }
                            })
                    })
            })
        writer.member(
            "credential_signing_alg_values_supported",
            array: { $0.string(format == .document ? "eddsa-rdfc-2022" : "ES256") })
        switch format {
        case .selective: writer.member("vct", string: CredentialType.competence(baseURL: base).identifier)
        case .document, .token: writer.member("credential_definition", object: { definition(format, to: &$0) })
        }
        writer.member(
            "credential_metadata",
            object: { writer in
                writer.member("display", array: { $0.object { display("Competence", to: &$0) } })
            })
    }

    private func definition(_ format: WalletFormat, to writer: inout JSONWriter) {
        if format == .document {
            writer.member(
                "@context",
                array: { writer in
                    for context in OpenBadgeCredential.contexts { writer.string(context) }
                })
        }
        writer.member(
            "type",
            array: { writer in
                for type in OpenBadgeCredential.types { writer.string(type) }
            })
    }
}
