import Credentials
import Foundation
import Testing

/// One award and everything around it, the same in every test.
enum Example {
    static let baseURL = "https://badges.example"
    static let statement = Array(#"{"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},"id":"x"}"#.utf8)
    static let start = Date(timeIntervalSince1970: 1_793_610_000)  // 2026-11-02T09:00:00Z
    static let end = Date(timeIntervalSince1970: 1_888_304_400)  // 2029-11-02T09:00:00Z
    static let during = Date(timeIntervalSince1970: 1_800_000_000)
    static let salt = "c1f0a7f3b24e4d5d8f6f2b1f0f9f6a13"

    static func identity() throws -> DIDWeb { try DIDWeb(baseURL: baseURL) }

    static func uuid(_ text: String) throws -> UUID { try #require(UUID(uuidString: text)) }

    static func competence() throws -> Competence {
        let base = baseURL + "/ims/case/v1p1/CFItems/"
        return Competence(
            uri: base + "74f5bb7d-d7cc-11e8-824f-0242ac160002",
            identifier: try uuid("74F5BB7D-D7CC-11E8-824F-0242AC160002"), code: "B3",
            name: "Mediation and de-escalation",
            framework: FrameworkReference(name: "Integrated Urban Security v0.1", uri: baseURL + "/framework/0.1"),
            levels: [
                CompetenceLevel(
                    uri: base + "level-2", number: 2, name: "Practitioner", descriptor: "Mediates everyday conflicts.",
                    indicativeEQF: 5),
                CompetenceLevel(
                    uri: base + "level-1", number: 1, name: "Foundation", descriptor: "Recognises rising tension.",
                    indicativeEQF: 4),
            ])
    }

    static func award() throws -> CompetenceAward {
        CompetenceAward(
            credentialID: try uuid("0F1D6A5E-3A53-4B3B-9B0E-5A0B1C2D3E4F"),
            issuer: IssuerProfile(
                id: try identity().did, name: "City Academy", url: baseURL, email: "badges@badges.example"),
            achievementID: baseURL + "/achievements/B3.2", competence: try competence(), level: 2,
            profile: "Local police officer", criteria: "Passed *Night-time economy* with 0.86; the cut score is 0.75.",
            recipient: Recipient(
                subjectID: try uuid("8A2F9F0C-6F43-4C0E-9B56-0D8B9D1A7C55"),
                identifiers: [.name("Zoë Kowalczyk-Łuć"), .email("zoe@example.org", salt: salt)]),
            validFrom: start, validUntil: end, awardedDate: Date(timeIntervalSince1970: 1_793_374_200),
            evidence: [
                EvidenceEntry(
                    statementID: try uuid("5D2B1D0A-9F43-43C3-8A52-94F2C2FF0B8F"),
                    digestMultibase: "uEiD2xUi7ocMtuvdoz2WQKEOCdqSxnAKgwbwmHdOTKxcP6Q",
                    name: "Scenario exercise “Night-time economy”", narrative: "Score 86 %.", genre: "Assessment")
            ],
            source: CredentialSource(id: baseURL + "/pilots/torun", name: "Pilot Toruń"))
    }
}
