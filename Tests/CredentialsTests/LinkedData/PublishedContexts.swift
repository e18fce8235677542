import Credentials
import Foundation
import JSON
import Testing

/// The published contexts by their URLs, from the archive of vectors.
struct PublishedContexts: ContextSource {
    static let files = Result { try PublishedVectors.folder("contexts") }

    /// The files of the contexts that there are tables for.
    static let names = [
        "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
        "https://www.w3.org/2018/credentials/v1": "credentials-v1.json",
        "https://www.w3.org/ns/credentials/examples/v2": "credentials-examples-v2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-3.0.3.validator.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-extensions.json",
        "https://w3id.org/security/data-integrity/v2": "data-integrity-v2.json",
        "https://w3id.org/security/data-integrity/v1": "data-integrity-v1.json",
        "https://w3id.org/security/multikey/v1": "multikey-v1.json",
        "https://w3id.org/security/jwk/v1": "jwk-v1.json",
    ]

    /// A context that W3C's vectors need, and for which there is no table.
    static let citizenship = "https://w3id.org/citizenship/v4rc1"

    private let contexts: [RDFText: LocalContext]

    init() throws {
        var contexts: [RDFText: LocalContext] = [:]
        for (url, name) in Self.names.merging([Self.citizenship: "citizenship-v4rc1.json"], uniquingKeysWith: { $1 }) {
            let document = try JSONDocument(parsing: Self.read(name))
            let url = RDFText(url)
            contexts[url] = try LocalContext(document: document.root, url: url, isFixed: true)
        }
        self.contexts = contexts
    }

    static func read(_ name: String) throws -> [UInt8] { try #require(files.get()[name], "no context \(name)") }

    func context(at url: RDFText) -> LocalContext? { contexts[url] }
}

/// Our own tables, and the published context that there is none for.
struct TablesAndCitizenship: ContextSource {
    let published: PublishedContexts

    func context(at url: RDFText) -> LocalContext? {
        if url.string == PublishedContexts.citizenship { return published.context(at: url) }
        return KnownContexts.withExamples.context(at: url)
    }
}
