import Foundation
import JSON
import Testing
import XAPI

@Suite("The training scheme's profile")
struct SchemeProfileTests {
    private static let base = "https://w3id.org/xapi/iust"

    @Test("the document conforms, and has the parts that it should")
    func document() throws {
        let profile = try SchemeProfile.profile
        #expect(profile.id == Self.base && profile.version == Self.base + "/v0.1")
        #expect(profile.concepts.count == 13 && profile.templates.count == 13 && profile.patterns.count == 3)
        let ids = profile.concepts.map(\.id) + profile.templates.map(\.id) + profile.patterns.map(\.id)
        #expect(ids.allSatisfy { $0.hasPrefix(Self.base + "/") })
    }

    @Test("its words are those by which the store reads statements")
    func vocabulary() throws {
        let profile = try SchemeProfile.profile
        let kinds = Dictionary(uniqueKeysWithValues: profile.concepts.map { ($0.id, $0.kind) })
        for type in [
            SchemeVocabulary.pilot, SchemeVocabulary.curriculum, SchemeVocabulary.staffProfile,
            SchemeVocabulary.selfAssessment, SchemeVocabulary.survey,
        ] { #expect(kinds[type] == .activityType) }
        #expect(kinds[SchemeVocabulary.phase] == .contextExtension)
        #expect(kinds[SchemeVocabulary.monthsAfter] == .contextExtension)
        #expect(kinds[SchemeVocabulary.frameworkVersion] == .contextExtension)
        #expect(kinds[SchemeVocabulary.level] == .resultExtension)
        #expect(kinds[SchemeVocabulary.nonresponse] == .resultExtension)
        #expect(profile.version.hasPrefix(SchemeVocabulary.versions))
        #expect(try values(of: SchemeVocabulary.phase) == SchemeContext.Phase.allCases.map(\.rawValue))
        #expect(try values(of: SchemeVocabulary.nonresponse) == SchemeContext.Nonresponse.allCases.map(\.rawValue))
    }

    /// The values that an extension's schema lists.
    private func values(of id: String) throws -> [String] {
        let schema = try #require(try SchemeProfile.profile.concepts.first { $0.id == id }?.schema)
        let list = try JSONDocument(parsing: Array(schema.utf8)).root["enum"]
        return try #require(list).elements.compactMap(\.string)
    }

    @Test("every example is a conforming statement of one template", arguments: SchemeExample.all)
    func examples(example: SchemeExample) throws {
        let profile = try SchemeProfile.profile
        let conformance = try SampleProfile.conformance(profile, example.text)
        #expect(conformance.isDeclared && conformance.conforms)
        let names = conformance.matches.map { profile.templates[$0.template].id.dropFirst(Self.base.count + 11) }
        #expect(names == [example.template[...]])
    }

    @Test("every template has an example")
    func complete() throws {
        let names = Set(SchemeExample.all.map { Self.base + "/templates/" + $0.template })
        #expect(names == Set(try SchemeProfile.profile.templates.map(\.id)))
    }

    @Test("a person's mail address, or a survey answer that succeeds, breaks rules")
    func violations() throws {
        #expect(
            try broken(SchemeExample.survey.replacing(SchemeExample.account, with: Sample.actor)) == [
                "$.actor.account", "$.actor.mbox | $.actor.mbox_sha1sum | $.actor.openid | $.actor.name",
            ])
        let succeeding = SchemeExample.survey.replacing(#""response""#, with: #""success":true,"response""#)
        #expect(try broken(succeeding) == ["$.result.success"])
        #expect(
            try broken(SchemeExample.survey.replacing("/extensions/phase", with: "/extensions/Phase")) == [
                "$.context.extensions['\(Self.base)/extensions/phase']"
            ])
    }

    /// The places of the rules that a statement of one template breaks.
    private func broken(_ statement: String) throws -> [String] {
        let profile = try SchemeProfile.profile
        let conformance = try SampleProfile.conformance(profile, statement)
        #expect(!conformance.conforms && conformance.matches.count == 1)
        return conformance.matches.flatMap { match in
            match.brokenRules.map { profile.templates[match.template].rules[$0].location }
        }
    }

    @Test("a statement that declares the profile and is none of its statements does not conform; without it, it may")
    func unmatched() throws {
        let profile = try SchemeProfile.profile
        let foreign = SchemeExample.survey.replacing("/verbs/answered", with: "/verbs/asked")
        let conformance = try SampleProfile.conformance(profile, foreign)
        #expect(conformance.isUnmatched && !conformance.conforms && conformance.matches.isEmpty)
        let undeclared = foreign.replacing("iust/v0.1", with: "iust/v9")
        let other = try SampleProfile.conformance(profile, undeclared)
        #expect(!other.isDeclared && other.conforms)
    }

    @Test("what cmi5 defines needs no template of ours, with cmi5's category; what it merely allows does")
    func cmi5() throws {
        let profile = try SchemeProfile.profile
        func conformance(_ verb: String, categories: [String]) throws -> ProfileConformance {
            let list = ([Self.base + "/v0.1"] + categories).map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
            return try SampleProfile.conformance(
                profile,
                """
                {"actor":\(SchemeExample.account),"verb":{"id":"\(verb)"},"object":{"id":"x:unit"},
                 "result":{"duration":"PT1M"},"context":{"contextActivities":{"category":[\(list)]}}}
                """)
        }
        let category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
        let session = ["launched", "initialized", "passed", "failed", "terminated"].map {
            "http://adlnet.gov/expapi/verbs/" + $0
        }
        let platform = ["abandoned", "waived", "satisfied"].map { "https://w3id.org/xapi/adl/verbs/" + $0 }
        for verb in session + platform {
            let defined = try conformance(verb, categories: [category])
            #expect(defined.isDeclared && defined.conforms && defined.matches.isEmpty, "\(verb)")
            #expect(try conformance(verb, categories: []).isUnmatched, "\(verb)")
        }
        #expect(try conformance("http://adlnet.gov/expapi/verbs/experienced", categories: [category]).isUnmatched)
        // Where a template of ours fits, it counts, whoever else defines the statement: this one lacks `completion`.
        let example = try #require(SchemeExample.all.first { $0.template == "completed" }).text
        let completed = try SampleProfile.conformance(
            profile,
            example.replacing(#""completion":true,"#, with: "")
                .replacing(#"{"id":"\#(Self.base)/v0.1"}"#, with: #"{"id":"\#(Self.base)/v0.1"},{"id":"\#(category)"}"#)
        )
        #expect(completed.isOfCMI5 && completed.matches.count == 1 && !completed.conforms)
    }

    @Test("types that a statement leaves out may be told by the store; types that it tells count")
    func types() throws {
        let profile = try SchemeProfile.profile
        let untyped = SchemeExample.survey.replacing(
            #"{"id":"x:survey","definition":{"type":"\#(Self.base)/activity-types/survey"}}"#,
            with: #"{"id":"x:survey"}"#)
        #expect(try SampleProfile.conformance(profile, untyped).isUnmatched)
        func types(_ iri: String) -> String? { iri == "x:survey" ? SchemeVocabulary.survey : nil }
        #expect(try SampleProfile.conformance(profile, untyped, typeOf: types).matches.count == 1)
        let test = try SampleProfile.conformance(profile, SchemeExample.survey, typeOf: { _ in "x:another" })
        #expect(test.conforms && test.matches.count == 1)
    }
}
