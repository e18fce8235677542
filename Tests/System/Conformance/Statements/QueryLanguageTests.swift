import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: the language filter of the format canonical.
    struct QueryLanguageTests {
        /// What a reader accepts, and which languages it gets for a map of English (en-GB), Polish and Latvian, and for
        /// one of German and Latvian.
        struct Choice: Sendable, CustomTestStringConvertible {
            let accepted: String
            let first: Set<String>
            let second: Set<String>

            var testDescription: String { accepted }
        }

        private static let choices = [
            Choice(accepted: "pl, de", first: ["pl"], second: ["de"]),
            Choice(accepted: "lv", first: ["lv"], second: ["lv"]),
            Choice(accepted: "en, lv;q=0.5", first: ["en-GB"], second: ["lv"]),
            Choice(accepted: "lv;q=0.1, pl;q=0.9, de;q=0.8", first: ["pl"], second: ["de"]),
            Choice(accepted: "PL,DE", first: ["pl"], second: ["de"]),
            Choice(accepted: "fr, pl;q=0.2", first: ["pl"], second: ["de", "lv"]),
            Choice(accepted: "en-GB;q=0, lv;q=0.3, *;q=0.1", first: ["lv"], second: ["lv"]),
            Choice(accepted: "*, de;q=0", first: ["en-GB", "pl", "lv"], second: ["lv"]),
            Choice(accepted: "fr", first: ["en-GB", "pl", "lv"], second: ["de", "lv"]),
            Choice(accepted: "", first: ["en-GB", "pl", "lv"], second: ["de", "lv"]),
        ]

        private static let first: Draft = ["en-GB": "colour", "pl": "kolor", "lv": "krāsa"]
        private static let second: Draft = ["de": "Farbe", "lv": "krāsa"]

        /// A statement about an interaction that has a map in each place, with the one or the other map in it.
        private static func statement(_ type: String, _ components: [String], _ activity: String) -> Draft {
            var definition: Draft = [
                "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "interactionType": .string(type),
                "name": first, "description": second,
            ]
            for list in components {
                definition = definition.with(
                    "/" + list, [["id": "a", "description": first], ["id": "b", "description": second]])
            }
            return Draft.short("/object", ["id": .string(activity), "definition": definition])
                .with("/verb/display", second)
        }

        @Test(
            "each map has one language, the best for the reader of those that this map has",
            .covers("XAPI-00169", "XAPI-00172", "1.0.3-C2.1.3-g", "1.0.3-C2.1.3-h"),
            arguments: SpecificationVersion.allCases, choices)
        func choice(version: SpecificationVersion, choice: Choice) async throws {
            for (type, components) in [
                ("choice", ["choices"]), ("sequencing", ["choices"]), ("likert", ["scale"]),
                ("matching", ["source", "target"]), ("performance", ["steps"]),
            ] {
                var shelf = try Shelf(version)
                let id = try await shelf.add("one", Self.statement(type, components, shelf.iri(type)))
                for query in ["statementId=\(id.text)", query("activity", shelf.iri(type))] {
                    let answer = try await shelf.client.send(
                        "GET", "/xapi/statements?\(query)&format=canonical",
                        headers: ["Accept-Language": choice.accepted])
                    let object = try answer.expecting(200).object
                    let told = (object["statements"] as? [NSDictionary])?.first ?? object as NSDictionary
                    let definition = try #require(told.value(at: "object.definition") as? NSDictionary)
                    var maps = [(definition["name"], choice.first), (definition["description"], choice.second)]
                    maps.append((told.value(at: "verb.display"), choice.second))
                    for list in components {
                        let elements = try #require(definition[list] as? [NSDictionary])
                        #expect(elements.map { $0["id"] as? String } == ["a", "b"])
                        maps.append((elements[0]["description"], choice.first))
                        maps.append((elements[1]["description"], choice.second))
                    }
                    for (map, languages) in maps {
                        let keys = try #require(map as? [String: String]).keys
                        #expect(keys.count == 1 && languages.isSuperset(of: keys), "\(keys) in \(told)")
                    }
                }
            }
        }

        @Test(
            "other formats tell every language, whatever the reader accepts", .covers("XAPI-00168", "XAPI-00170"),
            arguments: SpecificationVersion.allCases, ["", "&format=exact"])
        func otherFormats(version: SpecificationVersion, format: String) async throws {
            var shelf = try Shelf(version)
            let id = try await shelf.add("one", Self.statement("choice", ["choices"], shelf.iri("activity")))
            let answer = try await shelf.client.send(
                "GET", "/xapi/statements?statementId=\(id.text)\(format)", headers: ["Accept-Language": "pl"])
            let told = try answer.expecting(200).object as NSDictionary
            for path in ["object.definition.description", "verb.display"] {
                #expect((told.value(at: path) as? [String: String])?.keys.sorted() == ["de", "lv"])
            }
        }
    }
}

extension NSDictionary {
    /// What stands in here under names with dots between them.
    fileprivate func value(at path: String) -> Any? {
        path.split(separator: ".").reduce(self as Any?) { ($0 as? NSDictionary)?[String($1)] }
    }
}
