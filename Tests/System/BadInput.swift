import Foundation
import Testing

/// A request that has to be refused, and how.
struct BadInput: Sendable, CustomTestStringConvertible {
    let name: String
    var method = "POST"
    var path = "/xapi/statements"
    var body: Data?
    /// Header fields that replace the usual ones; nil removes one.
    var headers: [String: String?] = [:]
    var status = 400
    /// The JSON Pointer of the fault, and the rule's id.
    var fault: (pointer: String, rule: String)?
    /// What the message has to name.
    var names: String?

    var testDescription: String { name }

    /// A statement, or another JSON text, with one fault.
    static func body(_ name: String, _ text: String, _ pointer: String, _ rule: String) -> BadInput {
        BadInput(name: name, body: Data(text.utf8), fault: (pointer, rule))
    }

    /// A statement with a faulty result.
    static func result(_ name: String, _ result: String, _ pointer: String, _ rule: String) -> BadInput {
        body(name, Sample.statement(more: #","result":\#(result)"#), "/result" + pointer, rule)
    }

    /// A query that has a fault.
    static func query(_ name: String, _ query: String, names parameter: String) -> BadInput {
        BadInput(name: name, method: "GET", path: "/xapi/statements?" + query, names: parameter)
    }
}

extension BadInput {
    /// Texts that are no JSON, or JSON that readers understand differently.
    static let texts: [BadInput] = [
        body("nothing", "", "", "json-syntax"),
        body("half a statement", String(Sample.statement().dropLast(9)), "/object/id", "json-syntax"),
        body("words after the statement", Sample.statement() + " {}", "", "json-syntax"),
        body("a comment", "/* */" + Sample.statement(), "", "json-syntax"),
        result("a comma too many", #"{"success":true,}"#, "", "json-syntax"),
        result("single quotes", "{'success':true}", "", "json-syntax"),
        result("NaN", #"{"score":{"raw":NaN}}"#, "/score/raw", "json-syntax"),
        result("a number with a zero in front", #"{"score":{"raw":01}}"#, "/score/raw", "json-syntax"),
        result("a number without a digit after the point", #"{"score":{"raw":1.}}"#, "/score/raw", "json-syntax"),
        result("a name twice", #"{"success":true,"success":false}"#, "/success", "json-duplicate-key"),
        result(
            "a name twice, once escaped", #"{"success":true,"succes\u0073":true}"#, "/success", "json-duplicate-key"),
        result("a NUL", #"{"response":"a\u0000b"}"#, "/response", "json-nul"),
        result("half a pair", #"{"response":"\ud83d"}"#, "/response", "json-lone-surrogate"),
        result("a pair of another half", #"{"response":"\ud83d\u0041"}"#, "/response", "json-lone-surrogate"),
        result("a line break in a string", "{\"response\":\"a\nb\"}", "/response", "json-syntax"),
        utf8("a byte that begins nothing", [0xFF]), utf8("a long spelling", [0xC0, 0xAF]),
        utf8("a surrogate", [0xED, 0xA0, 0x80]), utf8("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]),
        utf8("a character cut short", [0xE2, 0x82]),
        body(
            "1 MB of brackets", String(repeating: "[", count: 1 << 20), String(repeating: "/0", count: 64),
            "json-depth"),
        result(
            "1 MB of arrays in a statement",
            #"{"extensions":{"urn:x:y":"# + String(repeating: "[", count: 1 << 19)
                + String(repeating: "]", count: 1 << 19) + "}}",
            "/extensions/urn:x:y" + String(repeating: "/0", count: 61), "json-depth"),
    ]

    private static func utf8(_ name: String, _ bytes: [UInt8]) -> BadInput {
        var body = Data(Sample.statement(more: #","result":{"response":"x"#).utf8.dropLast())
        body.append(contentsOf: bytes)
        body.append(contentsOf: #""}}"#.utf8)
        return BadInput(name: name, body: body, fault: ("/result/response", "json-utf8"))
    }

    /// JSON that is no statement.
    static let statements: [BadInput] = [
        body("a number", "1", "", "statement-type"),
        body("an array of numbers", "[1]", "", "statement-type"),
        body("no actor", #"{"verb":{"id":"urn:x:v"},"object":{"id":"urn:x:o"}}"#, "", "statement-actor"),
        body("an unknown property", Sample.statement(more: #","mood":"good""#), "/mood", "property-unknown"),
        body("a property in another case", Sample.statement(more: #","Result":{}"#), "/Result", "property-case"),
        body("null", Sample.statement(more: #","result":null"#), "/result", "null-value"),
        body("an id that is no UUID", Sample.statement(more: #","id":"1""#), "/id", "statement-id"),
        body(
            "a time that is none", Sample.statement(more: #","timestamp":"tomorrow""#), "/timestamp",
            "statement-timestamp"),
        body("an actor without identifier", Sample.statement(actor: "learner"), "/actor/mbox", "agent-mbox"),
        result("a text for a truth", #"{"success":"true"}"#, "/success", "result-success"),
        result("a truth for a number", #"{"score":{"scaled":true}}"#, "/score/scaled", "score-scaled"),
        result("a text for an object", #""passed""#, "", "result-type"),
        result("a duration that is none", #"{"duration":"1 hour"}"#, "/duration", "result-duration"),
        result("more than 1", #"{"score":{"scaled":1.0000000000000000000001}}"#, "/score/scaled", "score-scaled"),
        result("a large number", #"{"score":{"scaled":1e300}}"#, "/score/scaled", "score-scaled"),
        result("a number beyond all", #"{"score":{"raw":1e400}}"#, "/score/raw", "json-number-range"),
        result("a number of 100,000 digits", #"{"score":{"raw":\#(digits)}}"#, "/score/raw", "json-number-range"),
        result(
            "a huge exponent", #"{"extensions":{"urn:x:y":-1E999999999}}"#, "/extensions/urn:x:y",
            "json-number-range"),
    ]

    private static let digits = String(repeating: "9", count: 100_000)

    /// Requests that are not fit for what they ask.
    static let requests: [BadInput] = [
        BadInput(name: "no key", body: statement, headers: ["Authorization": nil], status: 401),
        BadInput(name: "a wrong secret", body: statement, headers: key("system:wrong"), status: 401),
        BadInput(name: "an unknown name", body: statement, headers: key("nobody:wrong"), status: 401),
        BadInput(name: "another scheme", body: statement, headers: ["Authorization": "Bearer x"], status: 401),
        BadInput(name: "no Base64", body: statement, headers: ["Authorization": "Basic ###"], status: 401),
        BadInput(
            name: "no version", body: statement, headers: ["X-Experience-API-Version": nil],
            names: "X-Experience-API-Version"),
        BadInput(
            name: "an unknown version", body: statement, headers: ["X-Experience-API-Version": "3.0.0"], names: "3.0.0"),
        BadInput(
            name: "a version that is none", body: statement, headers: ["X-Experience-API-Version": "new"], names: "new"),
        BadInput(
            name: "another media type", body: statement, headers: ["Content-Type": "text/plain"], status: 415,
            names: "text/plain"),
        BadInput(name: "no media type", body: statement, headers: ["Content-Type": nil], status: 415),
        BadInput(name: "too large", body: Data(count: 16 << 20 | 1), status: 413, names: "\(16 << 20)"),
        BadInput(name: "a parameter with POST", path: "/xapi/statements?limit=1", body: statement, names: "limit"),
        BadInput(name: "PUT without an id", method: "PUT", body: statement, names: "statementId"),
        BadInput(
            name: "PUT of another id", method: "PUT", path: "/xapi/statements?statementId=\(UUID().text)",
            body: Data(Sample.statement(id: UUID()).utf8), names: "/id"),
        BadInput(
            name: "PUT of a batch", method: "PUT", path: "/xapi/statements?statementId=\(UUID().text)",
            body: Data("[]".utf8)),
        BadInput(name: "a method that is not known", method: "PATCH", body: statement, status: 405),
        BadInput(name: "a path that is not known", path: "/xapi/statement", body: statement, status: 404),
    ]

    /// Queries.
    static let queries: [BadInput] = [
        query("an unknown parameter", "colour=red", names: "colour"),
        query("a parameter in another case", "statementid=\(UUID().text)", names: "statementid"),
        query("a parameter twice", "limit=1&limit=2", names: "limit"),
        query("an id that is no UUID", "statementId=1", names: "statementId"),
        query("an id and a filter", "statementId=\(UUID().text)&limit=1", names: "statementId"),
        query("a negative limit", "limit=-1", names: "limit"),
        query("a limit that is no number", "limit=many", names: "limit"),
        query("a limit beyond all numbers", "limit=99999999999999999999", names: "limit"),
        query("a verb that is no IRI", "verb=passed", names: "verb"),
        query("an activity that is no IRI", "activity=a%20b", names: "activity"),
        query("an agent that is no JSON", "agent=me", names: "agent"),
        query("an agent with two identifiers", "agent=" + twice, names: "agent"),
        query("a registration that is no UUID", "registration=1", names: "registration"),
        query("a time that is none", "since=yesterday", names: "since"),
        query("a truth that is none", "ascending=yes", names: "ascending"),
        query("a format that is none", "format=short", names: "format"),
        query("a cursor that nobody gave", "cursor=;;", names: "cursor"),
        query("bytes that are no UTF-8", "verb=%FF%FE", names: "verb"),
        query("a percent sign alone", "verb=%", names: "verb"),
        query("a NUL", "verb=urn:x:%00", names: "verb"),
    ]

    private static let twice = escaped(#"{"mbox":"mailto:a@example.org","openid":"https://a.example.org"}"#)

    private static let statement = Data(Sample.statement().utf8)

    private static func key(_ key: String) -> [String: String?] {
        ["Authorization": "Basic " + Data(key.utf8).base64EncodedString()]
    }
}
