import Crypto
import JSON
import Testing

@testable import Credentials

/// Our tables of terms against the published contexts, which stand outside the repository.
@Suite(
    "Tables of terms against the published contexts",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct ContextTableTests {
    /// The contexts that the archive lacks.
    ///
    /// That of learner records has a test of its own; signatures of W3C's and 1EdTech's, which fit, try out the tables of
    /// the others.
    static let untested =
        [ContextTable.ed25519, .openBadges2, .openBadges1, .openBadges0].map(\.url.string) + [
            LearnerRecordCredential.context
        ]
    static let tables = KnownContexts.withExamples.pins.filter { !untested.contains($0.url.string) }

    /// How many terms there are to compare, those of scopes included.
    static let termCounts = [
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": 588,
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": 5,
        "https://w3id.org/security/data-integrity/v1": 35, "https://w3id.org/security/data-integrity/v2": 37,
        "https://w3id.org/security/jwk/v1": 11, "https://w3id.org/security/multikey/v1": 11,
        "https://www.w3.org/2018/credentials/v1": 264, "https://www.w3.org/ns/credentials/v2": 361,
        "https://www.w3.org/ns/credentials/examples/v2": 0,
    ]

    @Test("Every table names the published document by its hash", arguments: tables.map(\.url.string))
    func hash(url: String) throws {
        let table = try #require(Self.tables.first { $0.url.string == url })
        let published = try PublishedContexts.read(#require(PublishedContexts.names[url]))
        let hash = SHA256.hash(data: published).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        #expect(hash.joined() == table.sha256)
    }

    @Test(
        "Every table means what the published context means, term by term and scope by scope",
        arguments: tables.map(\.url.string))
    func terms(url: String) throws {
        let published = try PublishedContexts()
        let ours = try #require(KnownContexts.withExamples.context(at: RDFText(url)))
        let theirs = try #require(published.context(at: RDFText(url)))
        let empty = ContextState(base: nil)
        var comparison = Comparison(processor: ContextProcessor(source: published))
        try comparison.compare(ours, theirs, (empty, empty), path: url, isPropertyScope: false)
        #expect(comparison.differences == [])
        #expect(comparison.terms == Self.termCounts[url])
    }

    /// Compares what comes out of two contexts, and of the contexts of their terms.
    struct Comparison {
        let processor: ContextProcessor
        var differences: [String] = []
        var terms = 0

        mutating func compare(
            _ ours: LocalContext, _ theirs: LocalContext, _ outer: (ContextState, ContextState), path: String,
            isPropertyScope: Bool
        ) throws {
            let rules = ContextProcessor.Rules(overridesProtected: isPropertyScope)
            let one = try processor.process(ours, in: ActiveContext(outer.0, isFixed: false), rules: rules)
            let other = try processor.process(theirs, in: ActiveContext(outer.1, isFixed: false), rules: rules)
            if one.vocabulary != other.vocabulary || one.language != other.language {
                differences.append("\(path): defaults")
            }
            for name in Set(one.terms.keys).union(other.terms.keys) {
                try compare(name, (one, other), ours, path: "\(path) \(name)")
            }
        }

        private mutating func compare(
            _ name: RDFText, _ states: (ContextState, ContextState), _ local: LocalContext, path: String
        ) throws {
            guard var one = states.0.terms[name], var other = states.1.terms[name] else {
                differences.append("\(path): only in one")
                return
            }
            terms += 1
            let scopes = (one.scoped, other.scoped)
            one.scoped = nil
            other.scoped = nil
            if one != other { differences.append("\(path): \(one) \(other)") }
            if (scopes.0 == nil) != (scopes.1 == nil) { differences.append("\(path): a scope in only one") }
            // Scopes of terms from further out have been compared there.
            guard let ours = scopes.0, let theirs = scopes.1, local.value.map?[name] != nil else { return }
            try compare(ours, theirs, states, path: path, isPropertyScope: true)
        }
    }
}
