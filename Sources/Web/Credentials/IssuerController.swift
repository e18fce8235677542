internal import Awarding
internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// The issuer's identity: `/.well-known/did.json`, `/.well-known/jwks.json`, `/issuer`.
struct IssuerController {
    let credentials: CredentialStore
    let identity: IssuerIdentity
    let pages: Pages

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get(".well-known/did.json") { _, _ in
            let document = try await credentials.didDocument(of: identity.did)
            return Response.json(document.json, headers: Self.headers("application/did+json"))
        }
        router.get(".well-known/jwks.json") { _, _ in
            let document = try await credentials.didDocument(of: identity.did)
            return Response.json(JWKSet(of: document).json, headers: Self.headers("application/jwk-set+json"))
        }
        router.get("issuer") { request, _ in
            let offered = ["text/html", "application/json"]
            if Accept(request.headers[.accept]).best(of: offered) == "application/json" {
                return Response.json(profile, headers: Self.headers("application/json"))
            }
            return try pages.issuer(identity)
        }
    }

    private var profile: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", string: identity.profile.id)
            writer.member("type", array: { $0.string("Profile") })
            writer.member("name", string: identity.profile.name)
            writer.member("url", stringIfPresent: identity.profile.url)
            writer.member("description", stringIfPresent: identity.profile.description)
        }
        return writer.bytes
    }

    private static func headers(_ type: String) -> HTTPFields {
        [.contentType: type, .cacheControl: "public, max-age=300", .accessControlAllowOrigin: "*", .vary: "Accept"]
    }
}
