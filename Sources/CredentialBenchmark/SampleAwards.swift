import Credentials
import FoundationEssentials

/// Awards as the scheme makes them, each of somebody else.
///
/// A competence with its four levels, a hashed account, a statement as evidence, a place in a status list.
enum SampleAwards {
    static let baseURL = "https://tessera.example"

    static func make(_ count: Int, issuer: IssuerProfile) throws -> [CompetenceAward] {
        let digest = try EvidenceDigest(of: Array(#"{"id":"one","result":{"success":true}}"#.utf8)).multibase
        let competence = competence
        return (0..<count).map { number in
            CompetenceAward(
                credentialID: UUID(), issuer: issuer, achievementID: baseURL + "/achievements/A1.2",
                competence: competence, level: 2, profile: "Local police officer",
                criteria: "The person passed an assessment of this competence at this level, by its own cut score.",
                recipient: Recipient(
                    subjectID: UUID(),
                    identifiers: [.account(homePage: "https://id.riga.example.eu", name: "p-\(number)")]),
                validFrom: Date(timeIntervalSince1970: 1_790_000_000),
                validUntil: Date(timeIntervalSince1970: 1_880_000_000),
                awardedDate: Date(timeIntervalSince1970: 1_789_990_000),
                evidence: [
                    EvidenceEntry(
                        statementID: UUID(), digestMultibase: digest, name: "Learning record of the assessment",
                        genre: "test")
                ],
                source: CredentialSource(id: "https://pilots.example.eu/riga-1", name: "Local police in Riga"),
                status: StatusListEntry(list: baseURL + "/credentials/status/1", index: number))
        }
    }

    private static var competence: Competence {
        let items = baseURL + "/ims/case/v1p1/CFItems/"
        let levels = [("Foundation", 3), ("Intermediate", 4), ("Advanced", 5), ("Expert", 6)].enumerated().map {
            CompetenceLevel(
                uri: items + "00000000-0000-4000-8000-00000000000\($0)", number: $0 + 1, name: $1.0,
                descriptor: "Reads figures of places and times with others, and says what they do not show.",
                indicativeEQF: $1.1)
        }
        let identifier = UUID()
        return Competence(
            uri: items + identifier.uuidString.lowercased(), identifier: identifier, code: "A1",
            name: "Analysing urban security",
            framework: FrameworkReference(
                name: "Integrated urban security 0.1", uri: baseURL + "/ims/case/v1p1/CFDocuments/1"),
            levels: levels)
    }
}
