internal import Awarding
internal import Credentials
internal import JSON

/// The Service Description Document of the Open Badges API: OpenAPI 3.0 with what 1EdTech adds to it.
struct HostDiscovery {
    let identity: IssuerIdentity

    private var base: String { identity.baseURL }

    /// The document.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("openapi", string: "3.0.1")
            writer.member("info", object: info)
            writer.member(
                "servers", array: { $0.object { $0.member("url", string: base + "/ims/ob/v3p0") } })
            writer.member("paths", object: paths)
            writer.member(
                "components",
                object: { $0.member("securitySchemes", object: { $0.member("OAuth2ACG", object: security) }) })
        }
        return writer.bytes
    }

    private func info(_ writer: inout JSONWriter) {
        writer.member("title", string: identity.profile.name)
        writer.member("description", string: "The Open Badges 3.0 API: a holder's credentials, for hosts they let in.")
        writer.member("version", string: "3.0")
        writer.member("termsOfService", string: base + "/hosts#terms")
        writer.member("x-imssf-privacyPolicyUrl", string: base + "/hosts#privacy")
    }

    private func security(_ writer: inout JSONWriter) {
        writer.member("type", string: "oauth2")
        writer.member("description", string: "OAuth 2.0 authorization code grant with PKCE (S256).")
        writer.member("x-imssf-registrationUrl", string: base + "/oauth/register")
        writer.member("x-imssf-privacyPolicyUrl", string: base + "/hosts#privacy")
        writer.member(
            "flows",
            object: { writer in
                writer.member(
                    "authorizationCode",
                    object: { writer in
                        writer.member("authorizationUrl", string: base + "/oauth/authorize")
                        writer.member("tokenUrl", string: base + "/oauth/token")
                        writer.member("refreshUrl", string: base + "/oauth/token")
                        writer.member(
                            "scopes",
                            object: { writer in
                                for scope in HostScope.allCases { writer.member(scope.rawValue, string: scope.words) }
                            })
                    })
            })
    }

    private func paths(_ writer: inout JSONWriter) {
        writer.member("/discovery", object: { Self.operation("get", "getServiceDescription", nil, &$0) })
        writer.member(
            "/credentials",
            object: { writer in
                Self.operation("get", "getCredentials", .readCredentials, &writer)
                Self.operation("post", "upsertCredential", .upsertCredentials, &writer)
            })
        writer.member(
            "/profile",
            object: { writer in
                Self.operation("get", "getProfile", .readProfile, &writer)
                Self.operation("put", "putProfile", .updateProfile, &writer)
            })
    }

    private static func operation(_ method: String, _ name: String, _ scope: HostScope?, _ writer: inout JSONWriter) {
        writer.member(
            method,
            object: { writer in
                writer.member("operationId", string: name)
                writer.member(
                    "responses",
                    object: { writer in
                        writer.member("200", object: { $0.member("description", string: "The answer.") })
                        writer.member("default", object: { $0.member("description", string: "Imsx_StatusInfo") })
                    })
                guard let scope else { return }
                writer.member(
                    "security",
                    array: { $0.object { $0.member("OAuth2ACG", array: { $0.string(scope.rawValue) }) } })
            })
    }
}

extension HostScope {
    /// What it lets a host do, in words for holders.
    var words: String {
        switch self {
        case .readCredentials: "See your credentials, those of today and those to come"
        case .upsertCredentials: "Add credentials that others issued to you, and replace those that it added"
        case .readProfile: "See the profile that hosts keep for you here"
        case .updateProfile: "Change that profile"
        case .offlineAccess: "Do so while you are away, for 30 days after each time that it was here"
        }
    }
}
