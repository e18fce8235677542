import Credentials
import Foundation
import JSON
import Testing

@Suite("Open Badges credentials")
struct OpenBadgeCredentialTests {
    func json(_ change: (inout CompetenceAward) -> Void = { _ in }) throws -> JSONValue {
        var award = try Example.award()
        change(&award)
        return try JSONDocument(parsing: OpenBadgeCredential(award).json).root
    }

    @Test("The same award is always the same bytes, and these")
    func expected() throws {
        let written = try String(decoding: OpenBadgeCredential(Example.award()).json, as: UTF8.self)
        #expect(written == ExpectedCredential.text)
    }

    @Test("The contexts stand in the order that validators demand")
    func contexts() throws {
        #expect(
            try json()["@context"]?.elements.map(\.string) == [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            ])
    }

    @Test("The whole scale is told in order, and which level was reached")
    func scale() throws {
        let subject = try #require(json()["credentialSubject"])
        let scale = try #require(subject["achievement"]?["resultDescription"]?[0])
        #expect(scale["rubricCriterionLevel"]?.elements.map { $0["level"]?.string } == ["1", "2"])
        let reached = subject["result"]?[0]
        #expect(reached?["achievedLevel"]?.string == scale["requiredLevel"]?.string)
        #expect(reached?["resultDescription"]?.string == scale["id"]?.string)
    }

    @Test("A reference to the EQF says that it is no qualification's level")
    func eqf() throws {
        let achievement = try #require(json()["credentialSubject"]?["achievement"])
        let eqf = achievement["alignment"]?.elements.filter { $0["targetType"]?.string == "ext:EQFLevel" } ?? []
        #expect(eqf.count == 1)
        #expect(eqf.first?["targetName"]?.string == "Written with reference to EQF level 5")
        #expect(eqf.first?["targetDescription"]?.string?.contains("not a qualification") == true)
        #expect(achievement["criteria"]?["narrative"]?.string?.contains("not a qualification") == true)
    }

    @Test("What isn't known is left out, not written as null or empty")
    func absent() throws {
        let root = try json { award in
            award.validUntil = nil
            award.awardedDate = nil
            award.evidence = []
            award.source = nil
            award.profile = nil
            award.issuer.description = ""
            award.recipient.identifiers = []
            award.competence.identifier = nil
            award.competence.framework.uri = nil
            award.competence.levels = award.competence.levels.map { level in
                var level = level
                level.indicativeEQF = nil
                return level
            }
        }
        let text = String(decoding: root.bytes, as: UTF8.self)
        #expect(!text.contains("null") && !text.contains("[]") && !text.contains("\"\"") && !text.contains("EQF"))
        #expect(root["validUntil"] == nil && root["evidence"] == nil)
        #expect(root["credentialSubject"]?["id"]?.string?.hasPrefix("urn:uuid:") == true)
        #expect(root["issuer"]?["description"] == nil)
    }

    @Test("No object has the id of another: they would be one node of the graph, and half of one would go unnoticed")
    func eachOnce() throws {
        var ids: [String] = []
        func collect(_ value: JSONValue) {
            for element in value.kind == .array ? Array(value.elements) : [] { collect(element) }
            guard value.kind == .object else { return }
            if let id = value["id"]?.string { ids.append(id) }
            for (_, member) in value.members { collect(member) }
        }
        collect(try json())
        #expect(ids.count > 5)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Texts of all scripts and with control characters survive")
    func texts() throws {
        let criteria = "Łódź \u{1F3D9} \"quoted\" \\ \u{07}\n\tcafe\u{301}"
        let root = try json { award in
            award.criteria = criteria
            award.competence.levels[0].indicativeEQF = nil
        }
        let written = root["credentialSubject"]?["achievement"]?["criteria"]?["narrative"]?.string
        #expect(written.map { Array($0.utf8) } == Array(criteria.utf8))
    }

    @Test("Awards that make no acceptable credential are refused", arguments: Refused.allCases)
    func refused(change: Refused) throws {
        var award = try Example.award()
        change.apply(to: &award)
        let error = #expect(throws: CredentialError.self) { try OpenBadgeCredential(award) }
        #expect(error?.code == .invalidCredential)
    }

    enum Refused: CaseIterable {
        case levelOffTheScale, levelTwice, levelZero, eqfNine, emptyCriteria, emptyLevelName, relativeURI, uriWithSpace
        case achievementIsCompetence, endBeforeStart, endInTheSameSecond, farFuture, digestInOtherBase

        func apply(to award: inout CompetenceAward) {
            switch self {
            case .levelOffTheScale: award.level = 3
            case .levelTwice: award.competence.levels[1].number = 2
            case .levelZero: award.competence.levels[1].number = 0
            case .eqfNine: award.competence.levels[1].indicativeEQF = 9
            case .emptyCriteria: award.criteria = ""
            case .emptyLevelName: award.competence.levels[1].name = ""
            case .relativeURI: award.achievementID = "/achievements/1"
            case .uriWithSpace: award.competence.uri = "https://a.example/a b"
            case .achievementIsCompetence: award.achievementID = award.competence.uri
            case .endBeforeStart: award.validUntil = award.validFrom
            case .endInTheSameSecond: award.validUntil = award.validFrom.addingTimeInterval(0.5)
            case .farFuture: award.validUntil = Date(timeIntervalSince1970: .infinity)
            case .digestInOtherBase: award.evidence[0].digestMultibase = "zQm"
            }
        }
    }
}

extension OpenBadgeCredentialTests {
    @Test("an achievement names itself in other languages, and the credential still fits the schema")
    func translations() throws {
        var award = try Example.award()
        award.translations = [AchievementTranslation(id: "https://badges.example/achievements/B3.2/pl", language: "pl")]
        let credential = try OpenBadgeCredential(award)
        let related =
            #""related":[{"id":"https://badges.example/achievements/B3.2/pl","type":["Related"],"inLanguage":"pl"}]"#
        #expect(String(decoding: credential.json, as: UTF8.self).contains(related))
        for id in ["pl", award.achievementID] {
            award.translations[0].id = id
            #expect(throws: CredentialError.self, "\(id)") { try OpenBadgeCredential(award) }
        }
    }

    @Test("an achievement names its picture, which has to be a URI")
    func picture() throws {
        var award = try Example.award()
        award.image = "https://badges.example/achievements/B3.2/badge.png"
        let credential = try OpenBadgeCredential(award)
        let image =
            #""image":{"id":"https://badges.example/achievements/B3.2/badge.png","type":"Image","caption":"Badge: B3 Mediation and de-escalation, level 2"}"#
        #expect(String(decoding: credential.json, as: UTF8.self).contains(image))
        #expect(String(decoding: credential.achievementDocument, as: UTF8.self).contains(image))
        award.image = "badge.png"
        #expect(throws: CredentialError.self) { try OpenBadgeCredential(award) }
    }
}
