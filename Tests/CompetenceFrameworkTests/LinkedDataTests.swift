import FrameworkSamples
import JSON
import Testing

@testable import CompetenceFramework

@Suite("linked data")
struct LinkedDataTests {
    /// The resource of a number of the sample, as JSON.
    private func resource(_ number: Int, in package: CFPackage = Sample.package()) throws -> JSONValue {
        let root = try JSONDocument(parsing: package.jsonLD()).root
        let iri = "\(Sample.base)/CFItems/\(Sample.id(number))"
        return try #require(root["@graph"]?.elements.first { $0["@id"]?.string == iri })
    }

    @Test func `a framework is a competency framework and a concept scheme, with its titles by language`() throws {
        let framework = try #require(try JSONDocument(parsing: Sample.package().jsonLD()).root["@graph"]?[0])
        #expect(framework["@type"]?.elements.map(\.string) == ["ceasn:CompetencyFramework", "skos:ConceptScheme"])
        #expect(framework["ceasn:name"]?["en"]?.string == "Integrated Urban Security")
        #expect(framework["ceasn:name"]?["it"]?.string == "Sicurezza urbana integrata")
        #expect(framework["ceasn:publicationStatusType"]?.string?.hasSuffix("/Draft") == true)
        #expect(framework["ceasn:hasTopChild"]?.string == "\(Sample.base)/CFItems/\(Sample.id(10))")
        #expect(framework["skos:hasTopConcept"]?.count == 2)
    }

    @Test func `a level is a competency below its competence, its complexity a level of the progression`() throws {
        let level = try resource(22)
        #expect(level["ceasn:competencyText"]?["en"]?.string == "Level 2 of A1")
        #expect(level["ceasn:codedNotation"]?.string == "A1.2")
        #expect(level["ceasn:competencyCategory"]?["en"]?.string == "Level descriptor")
        #expect(level["ceasn:isChildOf"]?.string == "\(Sample.base)/CFItems/\(Sample.id(11))")
        let framework = "\(Sample.base)/CFDocuments/\(Sample.id(1))"
        #expect(level["ceasn:complexityLevel"]?.string == "\(framework)#level-2")
        #expect(level["ceasn:isPartOf"]?.string == framework && level["ceasn:isTopChildOf"] == nil)
        #expect(try resource(11)["ceasn:hasChild"]?.count == 4)
        #expect(try resource(10)["ceasn:isTopChildOf"]?.string == framework)
        #expect(
            try JSONDocument(parsing: Sample.package().jsonLD()).root["@graph"]?[1]?["skos:hasTopConcept"]?.count == 4)
    }

    @Test func `a profile is a work role that embodies its target levels and is aligned to ESCO`() throws {
        let profile = try resource(40)
        #expect(profile["@type"]?[0]?.string == "ceterms:WorkRole")
        #expect(profile["ceasn:skillEmbodied"]?.count == 2)
        #expect(profile["skos:relatedMatch"]?.string?.hasPrefix("http://data.europa.eu/esco/occupation/") == true)
    }

    @Test func `Turtle escapes what it has to, and IRIs that are none`() {
        var package = Sample.package()
        package.items = [package.items[0]]
        package.associations = []
        package.items[0].fullStatement = "a\"b\\c\nd\r\te\u{1} é🧑🏽‍🚒"
        package.items[0].uri = "https://x.example/a b<c>"
        let text = String(decoding: package.turtle(), as: UTF8.self)
        #expect(text.contains(#"ceasn:competencyText "a\"b\\c\nd\r\te\u0001 é🧑🏽‍🚒"@en"#))
        #expect(text.contains("<https://x.example/a%20b%3Cc%3E> a ceasn:Competency, skos:Concept"))
    }

    @Test func `every property is known to be a text, a link or a plain value`() {
        for seed in 1...10 {
            for resource in FrameworkGraph.resources(GeneratedPackage.make(seed: UInt64(seed), items: 60)) {
                for (property, terms) in resource.statements {
                    for term in terms {
                        switch term {
                        case .resource: #expect(Vocabulary.links.contains(property), "\(property)")
                        case .text(_, let language):
                            #expect(language == nil || Vocabulary.texts.contains(property), "\(property)")
                        case .value: #expect(!Vocabulary.texts.contains(property), "\(property)")
                        }
                    }
                }
            }
        }
    }
}
