internal import Credentials
internal import FoundationEssentials
internal import LibPQ

/// An award that waits for its credential: a row of `unsigned_awards`.
struct UnsignedAward {
    typealias Columns = (
        Int64, UUID, Int16, Date, Date, Date?,
        String,
        UUID, String, String,
        UUID, String, String,
        String?,
        String?, String?,
        String, String, String,
        [Int16], [UUID], [String], [String], [Int16?],
        [String]
    )

    let key: Int64
    let id: UUID
    let award: CompetenceAward

    /// Reads a row.
    ///
    /// - Parameter translation: The language of the row's texts, where they are a translation.
    init(
        _ row: Columns, evidence: [EvidenceEntry], status: StatusListEntry?, issuer: IssuerIdentity,
        translation: String? = nil
    ) {
        key = row.0
        id = row.1
        let items = issuer.baseURL + "/ims/case/v1p1/CFItems/"
        func uri(_ identifier: UUID) -> String { items + identifier.uuidString.lowercased() }
        let levels = row.19.indices.map { index in
            CompetenceLevel(
                uri: uri(row.20[index]), number: Int(row.19[index]), name: row.21[index], descriptor: row.22[index],
                indicativeEQF: row.23[index].map(Int.init))
        }
        let competence = Competence(
            uri: uri(row.7), identifier: row.7, code: row.8, name: row.9,
            framework: FrameworkReference(
                name: row.11, uri: issuer.baseURL + "/ims/case/v1p1/CFDocuments/" + row.10.uuidString.lowercased()),
            levels: levels)
        // By the competence's identifier: other frameworks, and other versions of this one, have competences of its code.
        let original = issuer.baseURL + "/achievements/\(row.7.uuidString.lowercased()).\(row.2)"
        let language = translation ?? row.12
        func address(_ language: String) -> String { language == row.12 ? original : "\(original)/\(language)" }
        award = CompetenceAward(
            credentialID: row.1, issuer: issuer.profile, achievementID: address(language), competence: competence,
            level: Int(row.2), profile: row.13, criteria: row.6, language: language,
            recipient: Recipient(
                subjectID: UUID(), identifiers: Self.identifiers(kind: row.18, row.16, homePage: row.17)),
            validFrom: row.4, validUntil: row.5,
            awardedDate: row.3, evidence: evidence,
            source: row.14.flatMap { iri in row.15.map { CredentialSource(id: iri, name: $0) } }, status: status,
            image: original + "/badge.png",
            translations: ([row.12] + row.24).filter { $0 != language }.map {
                AchievementTranslation(id: address($0), language: $0)
            })
    }

    /// What the person can be recognised by: an account or a mail address, hashed.
    ///
    /// Other identifiers are hashes or
    /// locators themselves, which no employer is given; the credential then names its subject by number only.
    static func identifiers(kind: String, _ identifier: String, homePage: String) -> [RecipientIdentifier] {
        switch kind {
        case "account": [.account(homePage: homePage, name: identifier)]
        case "mbox": [.email(String(identifier.dropFirst("mailto:".count)))]
        default: []
        }
    }
}
