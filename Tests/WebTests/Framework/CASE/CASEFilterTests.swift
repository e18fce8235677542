import JSON
import Testing

@testable import Web

@Suite("filters of CASE")
struct CASEFilterTests {
    private static let members: Set<String> = ["title", "version", "subject", "licenseURI", "notes"]
    private let object: JSONValue

    init() throws {
        let text =
            #"{"title":"It's safe","version":"1.10","subject":["Police","Cities"],"licenseURI":{"title":"CC0","uri":"https://x.example/"}}"#
        object = try JSONDocument(parsing: Array(text.utf8)).root
    }

    @Test(
        arguments: [
            ("title='It''s safe'", true), ("title='it''s safe'", false), ("title~'S SAFE'", true),
            (" title = 'It''s safe' ", true), ("version>='1.1'", true), ("version<'1.1'", false),
            ("version>'1.10'", false),
            ("version<='1.10'", true), ("version!='1.10'", false), ("subject='Cities'", true), ("subject='Cit'", false),
            ("subject~'cit'", true), ("licenseURI='CC0'", true), ("notes='x'", false), ("notes!='x'", true),
            ("title~'safe' AND version='1.10'", true), ("title~'safe' and version='2'", false),
            ("title~'none' OR version='1.10'", true), ("title~'none' OR version='2' OR subject~'pol'", true),
            ("title~' AND '", false), ("title=''", false),
        ])
    func `a condition holds, or not`(text: String, holds: Bool) throws {
        #expect(try CASEFilter(text, members: Self.members).matches(object) == holds)
    }

    @Test(
        arguments: [
            ("", "no member"), ("colour='red'", "no member \"colour\""), ("title", "comes one of"),
            ("title 'x'", "comes one of"),
            ("title=x", "single quotes"), ("title='x", "no quote at its end"),
            ("title='x' version='1'", "comes AND, OR"),
            ("title='x' AND", "comes AND, OR"), ("title='x' AND version='1' OR version='2'", "cannot be mixed"),
            ("title='x' AND ", "no member"),
        ])
    func `what is no condition is refused with the reason`(text: String, reason: String) throws {
        let problem = try #require(throws: CASEProblem.self) { try CASEFilter(text, members: Self.members) }
        #expect(
            problem.description.contains(reason) && problem.description.hasPrefix("filter: "), "\(problem.description)")
        #expect(problem.minor == .filter)
    }
}
