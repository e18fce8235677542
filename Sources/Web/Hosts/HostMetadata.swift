internal import Awarding
internal import FoundationEssentials
internal import JSON

/// What a host says of itself when it registers (RFC 7591, with what Open Badges 3.0 demands of it).
struct HostMetadata {
    private static let addresses = ["client_uri", "logo_uri", "tos_uri", "policy_uri"]
    private static let texts = ["client_name", "software_id", "software_version", "scope"]
    /// Members that only the answer has.
    private static let ours = ["client_id", "client_secret", "client_id_issued_at", "client_secret_expires_at"]

    let registration: HostRegistration
    private let root: JSONValue

    /// Reads a registration.
    /// - Throws: ``OAuthError`` with `invalid_client_metadata` or `invalid_redirect_uri`.
    init(_ body: [UInt8]) throws(OAuthError) {
        let limits = JSONLimits(maximumDepth: 8, maximumBytes: 64 << 10)
        guard let document = try? JSONDocument(parsing: body, limits: limits), document.root.kind == .object else {
            throw Self.fault("The registration has to be a JSON object")
        }
        root = document.root
        for name in Self.texts {
            let length = root[name]?.string?.unicodeScalars.count ?? 0
            let limit = name == "client_name" ? 200 : 2000
            guard (1...limit).contains(length) else { throw Self.fault("\(name): a text of up to \(limit) characters") }
        }
        var hosts: Set<String> = []
        for name in Self.addresses {
            guard let address = root[name]?.string.flatMap(HostAddress.init) else {
                throw Self.fault("\(name): an https URL")
            }
            hosts.insert(address.host)
        }
        let redirects = root["redirect_uris"]?.elements.compactMap(\.string) ?? []
        guard (1...10).contains(redirects.count), redirects.count == root["redirect_uris"]?.count else {
            throw OAuthError("invalid_redirect_uri", "redirect_uris: an array of 1 to 10 https URLs.")
        }
        for redirect in redirects {
            guard let address = HostAddress(redirect) else {
                throw OAuthError("invalid_redirect_uri", "redirect_uris: https URLs without user and fragment.")
            }
            hosts.insert(address.host)
        }
        guard hosts.count == 1 else { throw Self.fault("All URLs have to be of one host") }
        try Self.check(root, "token_endpoint_auth_method", ["client_secret_basic"])
        try Self.check(root, "grant_types", ["authorization_code", "refresh_token"])
        try Self.check(root, "response_types", ["code"])
        let names = root["scope"]?.string?.split(separator: " ").map(String.init) ?? []
        let scopes = HostScope.allCases.filter { names.contains($0.rawValue) }
        guard !scopes.isEmpty else { throw Self.fault("scope: at least one of those in the service description") }
        registration = HostRegistration(
            name: root["client_name"]?.string ?? "", homePage: root["client_uri"]?.string ?? "",
            redirectURIs: redirects, scopes: scopes, json: body)
    }

    /// The answer: what was sent, with what was made of it.
    func answer(_ registered: RegisteredHost) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("client_id", string: registered.id.uuidString.lowercased())
            writer.member("client_secret", string: registered.secret.text)
            writer.member("client_id_issued_at", number: Int(registered.registeredAt.timeIntervalSince1970))
            writer.member("client_secret_expires_at", number: 0)
            for (key, value) in root.members {
                let name = key.string ?? ""
                guard name != "scope", !Self.ours.contains(name) else { continue }
                writer.member(name, raw: value.bytes)
            }
            writer.member("scope", string: HostScope.text(registration.scopes))
            if root["token_endpoint_auth_method"] == nil {
                writer.member("token_endpoint_auth_method", string: "client_secret_basic")
            }
            if root["grant_types"] == nil { writer.member("grant_types", array: { $0.string("authorization_code") }) }
            if root["response_types"] == nil { writer.member("response_types", array: { $0.string("code") }) }
        }
        return writer.bytes
    }

    /// Makes sure that a member, if it is there, has none but known values.
    private static func check(_ root: JSONValue, _ name: String, _ known: [String]) throws(OAuthError) {
        guard let value = root[name] else { return }
        let isList = known.count > 1 || name == "response_types"
        let values = isList ? value.elements.compactMap(\.string) : [value.string].compactMap(\.self)
        guard !values.isEmpty, isList == (value.kind == .array), !isList || values.count == value.count,
            values.allSatisfy(known.contains)
        else { throw fault("\(name): only \(known.joined(separator: " and "))") }
    }

    private static func fault(_ what: String) -> OAuthError {
        OAuthError("invalid_client_metadata", what + ".")
    }
}
