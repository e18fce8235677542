internal import Awarding
internal import Credentials
internal import FoundationEssentials

/// What the page of a credential shows that its holder shows to somebody.
struct SharedCredentialPage {
    /// A check and its outcome.
    struct Check {
        let name: String
        let outcome: String
        let text: String
        let tone: String
    }

    let verdict: String
    let verdictText: String
    let tone: String
    let checkedAt: String
    let linkEnd: String
    let path: String
    let checks: [Check]
    /// What somebody was asked to compare with.
    let asked: String
    /// What the credential says; nil where nobody vouches for it.
    let content: SharedContent?
    let title: String

    init(
        _ credential: ReadableCredential, issued: IssuedCredential, report: VerificationReport, url: String,
        path: String, showsEvidence: Bool, until: Date?, asked: String?
    ) throws {
        // Credentials of before there were status lists say nothing of revocation themselves.
        let verdict = issued.revokedAt != nil && report.content != nil ? VerificationVerdict.revoked : report.verdict
        let because = issued.revocationReason.map { " The reason: \($0)" } ?? ""
        self.verdict = verdict.title
        verdictText = verdict == .revoked ? "The issuer has taken this credential back.\(because)" : report.text
        tone = verdict.tone
        checkedAt = Self.minute(report.instant)
        linkEnd =
            until.map { "This link shows the credential until \(Self.minute($0)) UTC" }
            ?? "This link shows the credential until its holder takes it back"
        self.path = path
        self.asked = asked ?? ""
        checks = report.checks.map { check in
            Check(
                name: check.name.rawValue, outcome: check.outcome.label, text: check.text, tone: check.outcome.tone)
        }
        let content =
            report.content == nil
            ? nil : try SharedContent(credential, url: url, showsEvidence: showsEvidence)
        self.content = content
        title = content?.name ?? "A credential"
    }

    private static func minute(_ date: Date) -> String {
        String(date.formatted(.iso8601).prefix(16)).replacing("T", with: " ")
    }
}

/// What a credential says, on the page that shows it.
struct SharedContent {
    /// A fact and what it is about.
    struct Fact {
        let name: String
        let text: String
    }

    /// A piece of evidence.
    struct Evidence {
        let name: String
        let genre: String
        let id: String
        let digest: String
    }

    let name: String
    let descriptor: String
    /// The language of the credential's texts.
    let language: String
    let facts: [Fact]
    let issuer: String
    let issuerID: String
    let scale: LevelScale
    let criteria: [String]
    let kinds: String
    /// Whether the holder shows the single pieces.
    let showsEvidence: Bool
    let evidence: [Evidence]
    let code: String

    init(_ credential: ReadableCredential, url: String, showsEvidence: Bool) throws {
        name = credential.name
        descriptor = credential.descriptor
        language = credential.language
        issuer = credential.issuerName
        issuerID = credential.issuerID
        scale = LevelScale(credential)
        criteria = credential.criteria.split(separator: "\n").map(String.init)
        func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
        let validity: String? = credential.validFrom.map { from in
            credential.validUntil.map { "\(day(from)) to \(day($0))" } ?? "from \(day(from)), without end"
        }
        let person =
            credential.recipientName.map { "\($0): the name as the person gives it, which the issuer has not checked" }
            ?? "A person whom the credential names by a hashed account or mail address; see below how to check whether it is the one before you"
        let rows: [(String, String?)] = [
            ("Issued to", person), ("Competence", credential.competence), ("Framework", credential.framework),
            ("Level", credential.level.map { "\($0.number) of \(credential.levels.count), \($0.name)" }),
            ("Staff profile", credential.profile), ("Assessed in", credential.source),
            ("Reached on", credential.awardedDate.map(day)), ("The credential is valid", validity),
        ]
        facts = rows.compactMap { name, text in text.map { Fact(name: name, text: $0) } }
        kinds = Self.kinds(credential.evidence)
        self.showsEvidence = showsEvidence && !credential.evidence.isEmpty
        evidence =
            showsEvidence
            ? credential.evidence.map { piece in
                Evidence(
                    name: piece.name, genre: Self.word(piece.genre), id: piece.id, digest: piece.digest ?? "none")
            } : []
        code = try QRCode(url).svg(title: "QR code of this page's address")
    }

    /// How the person was assessed, from the kinds of the evidence.
    private static func kinds(_ evidence: [ReadableCredential.Evidence]) -> String {
        guard !evidence.isEmpty else { return "The credential names no single pieces of evidence." }
        let counts = Dictionary(grouping: evidence, by: { word($0.genre) }).mapValues(\.count)
        let parts = counts.sorted { $0.key < $1.key }.map { $1 == 1 ? $0 : "\($0) (\($1) times)" }
        let number = evidence.count == 1 ? "one learning record" : "\(evidence.count) learning records"
        return "It rests on \(number), bound to it by digest: \(parts.joined(separator: ", "))."
    }

    private static func word(_ genre: String?) -> String {
        switch genre {
        case "test": "a test"
        case "observation": "an assessor's observation"
        case "portfolio": "a portfolio"
        case "recognition": "recognition of prior learning"
        case let other: other ?? "an assessment"
        }
    }
}
