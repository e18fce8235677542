import Credentials
import JSON
import Testing

/// The contexts as they are published, from the archive of vectors.
struct PublishedContexts: ContextSource {
    private static let names = [
        "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
        "https://www.w3.org/2018/credentials/v1": "credentials-v1.json",
        "https://www.w3.org/ns/credentials/examples/v2": "credentials-examples-v2.json",
        "https://w3id.org/citizenship/v4rc1": "citizenship-v4rc1.json",
        "https://w3id.org/security/data-integrity/v2": "data-integrity-v2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-3.0.3.validator.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-extensions.json",
    ]

    private static let contexts = Result {
        let files = try PublishedVectors.folder("contexts")
        return try names.mapValues { name in
            try JSONDocument(parsing: #require(files[name]))
        }.reduce(into: [String: LocalContext]()) { contexts, entry in
            let url = RDFText(entry.key)
            contexts[entry.key] = try LocalContext(document: entry.value.root, url: url, isFixed: true)
        }
    }

    /// Reads graphs by these contexts.
    static let graphs = LinkedDataProcessor(contexts: PublishedContexts())

    func context(at url: RDFText) throws(LinkedDataError) -> LocalContext? {
        (try? Self.contexts.get())?[url.string]
    }
}
