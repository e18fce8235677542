internal import JSON

/// Makes sure that a document which is secured as a graph can be read as JSON.
///
/// In a graph, `validUntil` may as well be told under its full IRI, or for another place by `@included`: the signature
/// stays valid, but whoever looks for the member `validUntil` finds none, and takes an expired credential for one
/// that never expires. So every name has to be a term, and mean within what it means for the whole: a document inside,
/// such as an endorsement, may name contexts of the whole again, and no others. The credentials in a presentation are
/// documents by themselves.
enum NameCheck {
    static func check(_ document: JSONValue) throws(CredentialError) {
        let isPresentation = StatusListReading.texts(document["type"]).contains(where: sameBytes(presentationType))
        let credentials = isPresentation ? document[credentialMember] : nil
        try check(
            document, isRoot: true, passingOver: credentials == nil ? [] : [credentialMember],
            contexts: urls(document["@context"]) ?? [])
        guard let credentials else { return }
        for credential in credentials.kind == .array ? Array(credentials.elements) : [credentials] {
            try check(credential, isRoot: true, contexts: urls(credential["@context"]) ?? [])
        }
    }

    private static let presentationType = "VerifiablePresentation"
    private static let credentialMember = "verifiableCredential"

    private static func check(
        _ value: JSONValue, isRoot: Bool, passingOver omitted: [String] = [], contexts: [String]
    ) throws(CredentialError) {
        switch value.kind {
        case .array:
            for element in value.elements { try check(element, isRoot: false, contexts: contexts) }
        case .object:
            let isValue = value["@value"] != nil
            for (key, member) in value.members {
                let name = key.string ?? ""
                if isRoot, sameBytes(name, "@context") || sameBytes(name, "proof") { continue }
                if omitted.contains(where: sameBytes(name)) { continue }
                if sameBytes(name, "@context"), let own = urls(member),
                    own.allSatisfy({ url in contexts.contains(where: sameBytes(url)) })
                {
                    continue
                }
                guard isTerm(name) || (isValue && valueKeywords.contains(where: sameBytes(name))) else {
                    throw CredentialError(
                        .unreadableName,
                        "It says something under a name that is not a plain term, \(quoted(name)), and so can't be read."
                    )
                }
                try check(member, isRoot: false, contexts: contexts)
            }
        default: return
        }
    }

    /// The contexts of a document; nil when one of them is no URL.
    private static func urls(_ contexts: JSONValue?) -> [String]? {
        guard let contexts else { return [] }
        let elements = contexts.kind == .array ? Array(contexts.elements) : [contexts]
        let urls = elements.compactMap(\.string)
        return urls.count == elements.count ? urls : nil
    }

    private static let valueKeywords = ["@value", "@type", "@language", "@direction"]

    private static func isTerm(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.first != UInt8(ascii: "@") && !name.utf8.contains(UInt8(ascii: ":"))
    }
}
