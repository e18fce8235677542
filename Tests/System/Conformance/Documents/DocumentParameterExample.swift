import Testing

/// A request to a document that differs from a valid one in one parameter, for which it must be refused.
struct DocumentParameterExample: Sendable, CustomTestStringConvertible {
    let requirements: [String]
    let resource: DocumentResource
    let method: DocumentResource.Method
    let parameter: String
    /// What stands there, escaped; nil when it is left out.
    let value: String?

    var testDescription: String {
        "\(method.rawValue) \(resource.path) " + (value.map { "\(parameter)=\($0)" } ?? "without \(parameter)")
    }

    /// Every case of the rules that the resources have on parameters.
    static let all: [DocumentParameterExample] = DocumentResource.all.flatMap { resource in
        resource.numbers.flatMap { rule, methods in
            guard let (parameter, values) = cases(of: rule) else { return [DocumentParameterExample]() }
            return methods.flatMap { method, numbers in
                values.map { value in
                    DocumentParameterExample(
                        requirements: numbers, resource: resource, method: method, parameter: parameter, value: value)
                }
            }
        }
    }

    private static func cases(of rule: DocumentRule) -> (parameter: String, values: [String?])? {
        switch rule {
        case .missing(let parameter): (parameter, [nil])
        case .malformed(let parameter): (parameter, malformedValues(of: parameter))
        case .unknown("agent"): ("agent", [escaped(#"{"mbox":"mailto:ada@example.org"}"#)])
        case .unknown(let parameter): (parameter, ["2026-01-01T00:00:00Z"])
        default: nil
        }
    }

    private static func malformedValues(of parameter: String) -> [String] {
        switch parameter {
        case "activityId": ["", "true", "1", "course", escaped(#"{"key":"value"}"#)]
        case "agent":
            ["", "true", "1", "%7B", "%7B%7D", "ada"]
                + [
                    #"{"mbox":"ada@example.org"}"#, #"{"mbox":["mailto:ada@example.org"]}"#,
                    #"{"objectType":"Group","mbox":"mailto:all@example.org"}"#,
                    #"{"objectType":"Person","mbox":"mailto:ada@example.org"}"#,
                ].map(escaped)
        case "registration": ["", "true", "1", "ec531277b57b4c158d91d292c5b2b8f7"]
        case "since": ["", "true", "1", "yesterday", "2026-13-01T00:00:00Z"]
        // In a query all is text, but for what cannot be: nothing, NUL, and what is not UTF-8.
        default: ["", "%00", "%FF"]
        }
    }

    /// Sends the request, looks at the answer, and whether all is stored as before.
    func check() async throws {
        for version in SpecificationVersion.allCases {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            try await client.create(#"{"x":1}"#, at: document)
            // A list takes `since`, where the name of one document is left out.
            let valid = parameter == "since" && method == .get ? document.collection : document
            var headers: [String: String] = [:]
            if method == .put { headers["If-Match"] = try await client.send(.get, document).header("ETag") }
            let body = method == .put || method == .post ? #"{"x":2}"# : nil
            let answer = try await client.send(method, valid.with(parameter, value), body, headers)
            #expect(answer.status == 400, "\(version.rawValue): \(answer)")
            guard answer.status == 400 else { continue }
            #expect(try answer.decoded(as: Problem.self).detail.hasPrefix(parameter), "\(version.rawValue): \(answer)")
            #expect(try await client.ids(in: document.collection) == [document.id])
            #expect(try await client.send(.get, document).text == #"{"x":1}"#)
        }
    }
}
