internal import Credentials
internal import FoundationEssentials
internal import JSON

/// What the page of a verified credential shows: the answer, the checks, and only then what it says.
struct VerifiedPage {
    struct Check {
        let name: String
        let outcome: String
        let text: String
        let tone: String
    }

    /// Whoever issued it, and what that was found by.
    struct Issuer {
        let name: String
        let id: String
        /// The domain that stands behind the key; nil where none does.
        let domain: String?
        let isOurs: Bool
    }

    /// What it says; there is nothing while it isn't certain who says it.
    struct Content {
        let name: String
        let description: String?
        let issuer: Issuer
        let recipient: String?
        let validity: String
        let code: String?
        let level: AchievedLevel?
        let criteria: String?
        let alignments: [AchievedLevel.Alignment]
        let hasAlignments: Bool
        let document: String?
    }

    /// Other programs that check it.
    struct Elsewhere {
        let verifier: String?
        let own: String?
    }

    let verdict: String
    let text: String
    let tone: String
    let time: String
    let checks: [Check]
    let content: Content?
    let recipient: String?
    let elsewhere: Elsewhere

    /// - Parameters:
    ///   - recipient: the person that somebody named to compare with.
    ///   - url: where the credential is published, if it was verified by that.
    ///   - base: this installation's base URL.
    init(_ report: VerificationReport, recipient: String?, url: String?, base: String) {
        verdict = report.verdict.title
        text = report.text
        tone = report.verdict.tone
        time = Self.time(report.instant)
        checks = report.checks.map {
            Check(name: $0.name.title, outcome: $0.outcome.label, text: $0.text, tone: $0.outcome.tone)
        }
        content = report.content.map { Content($0, base: base) }
        self.recipient = recipient
        let own = report.content.flatMap { Self.ownPage($0, base: base) }
        elsewhere = Elsewhere(verifier: (own ?? url).flatMap(Self.independentVerifier), own: own)
    }

    /// The page of a credential of this installation's.
    private static func ownPage(_ content: VerifiedContent, base: String) -> String? {
        let prefix = "urn:uuid:"
        guard content.isIssued(under: base), content.id.hasPrefix(prefix),
            let id = UUID(uuidString: String(content.id.dropFirst(prefix.count)))
        else { return nil }
        return "\(base)/credentials/\(id.uuidString.lowercased())"
    }

    /// The link by which VerifierPlus checks what is published at a URL.
    private static func independentVerifier(_ url: String) -> String? {
        guard url.hasPrefix("https://") else { return nil }
        let plain = url.utf8.map { byte -> String in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            if isPlain { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return "https://verifierplus.org/#verify?vc=" + plain.joined()
    }

    private static func time(_ date: Date) -> String {
        String(date.formatted(.iso8601).prefix(16)).replacing("T", with: " ") + " UTC"
    }
}

extension VerifiedPage.Content {
    init(_ content: VerifiedContent, base: String) {
        let credential = try? JSONDocument(parsing: content.json).root
        let achievement = credential?["credentialSubject"]?["achievement"]
        name = content.name ?? content.achievementName ?? "Credential"
        description = content.achievementDescription
        issuer = VerifiedPage.Issuer(
            name: content.issuerName ?? content.issuerID, id: content.issuerID,
            domain: content.issuerDomain, isOurs: content.isIssued(under: base))
        recipient = content.recipientName
        validity = Self.validity(from: content.validFrom, until: content.validUntil)
        code = content.achievementCode
        level = credential.flatMap { AchievedLevel($0) }
        criteria = content.criteria
        alignments = achievement.map { AchievedLevel.Alignment.all(of: $0) } ?? []
        hasAlignments = !alignments.isEmpty
        document = content.issuerDocument
    }

    private static func validity(from: Date?, until: Date?) -> String {
        func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
        switch (from, until) {
        case (let from?, let until?): return "\(day(from)) to \(day(until))"
        case (let from?, nil): return "from \(day(from)), without end"
        default: return "not told"
        }
    }
}

extension VerifiedContent {
    /// Whether the issuer is the one under a base URL.
    func isIssued(under base: String) -> Bool {
        // SD-JWT VCs name their issuer by its URL.
        issuerID.utf8.elementsEqual(base.utf8)
            || (try? DIDWeb(baseURL: base)).map { $0.did.utf8.elementsEqual(issuerID.utf8) } ?? false
    }

    /// The domain that stands behind the issuer's key.
    var issuerDomain: String? {
        if let web = try? DIDWeb(did: issuerID) { return web.authority }
        return (try? FetchTarget(issuerID))?.host
    }

    /// Where the issuer publishes its keys.
    var issuerDocument: String? {
        if let web = try? DIDWeb(did: issuerID) { return web.documentURL }
        return (try? FetchTarget(issuerID))?.url
    }
}
