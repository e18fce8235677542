/// The contexts that credentials may name, and no others: nothing is fetched.
package struct KnownContexts: ContextSource {
    private let tables: [RDFText: ContextTable]

    /// The contexts of the credentials that are issued and verified.
    package static let all = KnownContexts([
        .credentials2, .credentials1, .openBadges, .openBadgesExtensions, .learnerRecord, .dataIntegrity2,
        .dataIntegrity1, .multikey, .jsonWebKey, .ed25519, .openBadges2, .openBadges1, .openBadges0,
    ])

    /// All contexts, and that of the examples in W3C's test suites, by which no term is undefined.
    package static let withExamples = KnownContexts(Array(all.tables.values) + [.credentialsExamples])

    init(_ tables: [ContextTable]) {
        self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.url, $0) })
    }

    /// The tables, by URL: which documents, by their hashes, the contexts mean the same as.
    package var pins: [ContextTable] { tables.values.sorted { $0.url < $1.url } }

    /// The context at a URL; nil when there is none.
    package func context(at url: RDFText) -> LocalContext? { tables[url]?.context }
}

extension ContextTable {
    /// The context of W3C's examples, by which every name is a term; for test suites alone.
    static let credentialsExamples = ContextTable(
        "https://www.w3.org/ns/credentials/examples/v2",
        sha256: "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c",
        vocabulary: Namespace("https://www.w3.org/ns/credentials/examples#"))
}
