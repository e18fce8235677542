internal import JSON

/// Puts what an SD-JWT discloses where the signed payload has its digest (RFC 9901 §7.1), at any depth.
///
/// Digests that no disclosure belongs to are passed over: they are of what the holder keeps, or of nothing at all. A
/// disclosure that belongs to no digest is none of the issuer's, and ends it.
struct DisclosedClaims {
    /// How many disclosures are read.
    static let maximumCount = 500
    /// How deep the claims may go once everything is in its place.
    private static let maximumDepth = 32
    /// Claims that decide on the whole credential, and so may not be shown or kept at will (SD-JWT VC, *Registered Claims*).
    private static let alwaysOpen = ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status"]

    private let disclosures: [String: ReceivedDisclosure]
    private var used: Set<[UInt8]> = []
    /// Every digest that was met, as bytes.
    private var met: Set<[UInt8]> = []

    /// The claims as one object, with what is disclosed in its place.
    /// - Throws: ``CredentialError`` when disclosures and payload don't belong together.
    static func json(
        of payload: JSONValue, disclosures: [ReceivedDisclosure], by hash: SDHash
    ) throws(CredentialError) -> [UInt8] {
        guard Set(disclosures.map(\.text)).count == disclosures.count else {
            throw error("A disclosure stands there twice.")
        }
        var claims = DisclosedClaims(disclosures, hash)
        var json: [UInt8] = []
        try claims.append(payload, depth: 0, to: &json)
        guard claims.used.count == disclosures.count else {
            throw error("A disclosure belongs to nothing that was signed: it was changed, or is of another credential.")
        }
        return json
    }

    private init(_ disclosures: [ReceivedDisclosure], _ hash: SDHash) {
        self.disclosures = Dictionary(
            disclosures.map { (hash.digest($0.text), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func append(_ value: JSONValue, depth: Int, to json: inout [UInt8]) throws(CredentialError) {
        guard depth < Self.maximumDepth else { throw Self.error("The claims go deeper than is read.") }
        switch value.kind {
        case .object: try append(object: value, depth: depth, to: &json)
        case .array: try append(array: value, depth: depth, to: &json)
        default: json += value.bytes
        }
    }

    private mutating func append(object: JSONValue, depth: Int, to json: inout [UInt8]) throws(CredentialError) {
        var names: Set<[UInt8]> = []
        json.append(UInt8(ascii: "{"))
        for (key, value) in object.members {
            let name = key.string ?? ""
            if sameBytes(name, "_sd") || (depth == 0 && sameBytes(name, "_sd_alg")) { continue }
            guard !sameBytes(name, "...") else { throw Self.error("A claim has the name of a place for disclosures.") }
            try append(name, value, depth: depth, names: &names, to: &json)
        }
        if let digests = object["_sd"] {
            guard digests.kind == .array else { throw Self.error("The digests of an object are no list.") }
            for digest in digests.elements {
                guard let disclosure = try take(digest) else { continue }
                guard let name = disclosure.name else {
                    throw Self.error("A disclosure of an element stands for a member.")
                }
                guard depth > 0 || !Self.alwaysOpen.contains(where: sameBytes(name)) else {
                    throw Self.error("The claim \(quoted(name)) is disclosed, which everybody has to see.")
                }
                try append(name, disclosure.value, depth: depth, names: &names, to: &json)
            }
        }
        json.append(UInt8(ascii: "}"))
    }

    private mutating func append(
        _ name: String, _ value: JSONValue, depth: Int, names: inout Set<[UInt8]>, to json: inout [UInt8]
    ) throws(CredentialError) {
        guard names.insert(Array(name.utf8)).inserted else {
            throw Self.error("The claim \(quoted(name)) stands there twice.")
        }
        if names.count > 1 { json.append(UInt8(ascii: ",")) }
        JSONWriter.append(string: name.utf8, to: &json)
        json.append(UInt8(ascii: ":"))
        try append(value, depth: depth + 1, to: &json)
    }

    private mutating func append(array: JSONValue, depth: Int, to json: inout [UInt8]) throws(CredentialError) {
        json.append(UInt8(ascii: "["))
        var isFirst = true
        for element in array.elements {
            var shown = element
            if let digest = element["..."] {
                guard element.count == 1 else { throw Self.error("A place for a disclosure holds something else.") }
                guard let disclosure = try take(digest) else { continue }
                guard disclosure.name == nil else {
                    throw Self.error("A disclosure of a member stands for an element.")
                }
                shown = disclosure.value
            }
            if !isFirst { json.append(UInt8(ascii: ",")) }
            isFirst = false
            try append(shown, depth: depth + 1, to: &json)
        }
        json.append(UInt8(ascii: "]"))
    }

    /// The disclosure that a digest is of; nil when the holder shows none.
    private mutating func take(_ digest: JSONValue) throws(CredentialError) -> ReceivedDisclosure? {
        guard let text = digest.string else { throw Self.error("A digest of a disclosure is no text.") }
        guard met.insert(Array(text.utf8)).inserted else { throw Self.error("A digest stands there twice.") }
        guard let disclosure = disclosures[text] else { return nil }
        used.insert(disclosure.text)
        return disclosure
    }

    private static func error(_ message: String) -> CredentialError { CredentialError(.invalidToken, message) }
}
