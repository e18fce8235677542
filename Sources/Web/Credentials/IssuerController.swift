internal import Awarding
internal import Credentials
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// The issuer's identity: `/.well-known/did.json`, `/.well-known/jwks.json`, `/issuer`, and each key by itself under
/// `/issuer/keys/{name}`, for verifiers that look a key up over HTTP; its name is the fragment of its DID URL.
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
        router.get("issuer/keys/:name") { _, context in
            let name = try context.parameters.require("name")
            let document = try await credentials.didDocument(of: identity.did)
            guard let key = JWKSet(of: document).jwk(withID: "\(identity.did.did)#\(name)") else {
                throw Problem(.notFound, "not-found", "The issuer lists no key \"\(name.prefix(100))\".")
            }
            return Response.json(key, headers: Self.headers("application/jwk+json"))
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
