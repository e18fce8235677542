import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.2: parameters that a resource does not have.
    struct UnknownParameterTests {
        /// A method of a resource, with the parameters of a request that would succeed, and further ones that it takes.
        struct Use: Sendable, CustomTestStringConvertible {
            let method: String
            let resource: String
            let parameters: [String]
            var others: [String] = []

            var testDescription: String { "\(method) \(resource) " + parameters.joined(separator: " ") }

            /// The valid request, with something added to its query.
            func path(adding addition: String, _ examples: ReadableExamples) -> String {
                let pairs = parameters.compactMap { examples.parameter($0) }.map { "\($0.name)=\($0.value)" }
                return "/xapi/\(resource)?" + (pairs + [addition]).joined(separator: "&")
            }
        }

        private static func documents(_ resource: String, _ context: [String], _ id: String, _ others: [String])
            -> [Use]
        {
            let one = ["GET", "HEAD", "PUT", "POST", "DELETE"].map { method in
                Use(method: method, resource: resource, parameters: context + [id], others: others)
            }
            return one + [Use(method: "GET", resource: resource, parameters: context, others: others + ["since"])]
        }

        private static let filters = [
            "statementId", "voidedStatementId", "agent", "verb", "activity", "related_activities", "related_agents",
            "since", "until", "limit", "format", "attachments", "ascending",
        ]

        private static let uses =
            [
                Use(method: "GET", resource: "statements", parameters: ["registration"], others: filters),
                Use(method: "HEAD", resource: "statements", parameters: ["registration"], others: filters),
                Use(
                    method: "GET", resource: "statements", parameters: ["statementId"],
                    others: ["format", "attachments"]),
                Use(method: "POST", resource: "statements", parameters: [], others: ["statementId"]),
                Use(method: "PUT", resource: "statements", parameters: ["statementId"]),
                Use(method: "GET", resource: "agents", parameters: ["agent"]),
                Use(method: "GET", resource: "activities", parameters: ["activityId"]),
                Use(method: "GET", resource: "about", parameters: []),
                Use(method: "HEAD", resource: "about", parameters: []),
            ] + documents("activities/state", ["activityId", "agent"], "stateId", ["registration"])
            + documents("agents/profile", ["agent"], "profileId", [])
            + documents("activities/profile", ["activityId"], "profileId", [])

        /// The answer is 400 and names the parameter, and the request has done nothing.
        private func expectRefusal(of parameter: String, in use: Use, _ version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let examples = ReadableExamples()
            try await examples.store(with: client)
            let hasBody = ["PUT", "POST"].contains(use.method)
            let statement = UUID()
            let text = use.resource == "statements" ? Sample.statement(id: statement) : #"{"x":1}"#
            let path = use.path(adding: "\(parameter)=1", examples)
            let answer = try await client.send(use.method, path, body: hasBody ? Data(text.utf8) : nil)
            #expect(answer.status == 400, "\(use.method) \(path): \(answer)")
            guard answer.status == 400 else { return }
            if use.method != "HEAD" {
                let detail = try answer.decoded(as: Problem.self).detail
                #expect(detail.hasPrefix("\(parameter): no such parameter"), "\(detail)")
            }
            guard hasBody || use.method == "DELETE" else { return }
            #expect(try await client.statement(statement).status == 404)
            for document in examples.documents {
                #expect(try await client.get(document).text == "some text")
            }
        }

        @Test(
            "a parameter that a resource does not have is refused by name, on every resource and method",
            .covers("XAPI-00324"), arguments: uses, SpecificationVersion.allCases)
        func unknown(use: Use, version: SpecificationVersion) async throws {
            for parameter in ["foo", "statement", "stateid2"] {
                try await expectRefusal(of: parameter, in: use, version)
            }
        }

        @Test(
            "a parameter in another case is refused by name, on every resource and method",
            .covers("XAPI-00325"), arguments: uses.filter { !$0.parameters.isEmpty || !$0.others.isEmpty },
            SpecificationVersion.allCases)
        func otherCase(use: Use, version: SpecificationVersion) async throws {
            for name in use.parameters + use.others {
                for spelling in [name.prefix(1).uppercased() + name.dropFirst(), name.uppercased()] {
                    try await expectRefusal(of: spelling, in: use, version)
                }
            }
        }

        @Test(
            "a parameter of another resource, or of another use, is not one of this",
            .covers("XAPI-00324"), arguments: SpecificationVersion.allCases)
        func elsewhere(version: SpecificationVersion) async throws {
            for (method, resource, parameters, parameter) in [
                ("GET", "agents", ["agent"], "activityId"), ("GET", "activities", ["activityId"], "agent"),
                ("GET", "statements", ["registration"], "activityId"), ("POST", "statements", [], "limit"),
                ("PUT", "statements", ["statementId"], "format"),
                ("GET", "agents/profile", ["agent", "profileId"], "stateId"),
                ("GET", "agents/profile", ["agent", "profileId"], "registration"),
                ("GET", "activities/profile", ["activityId", "profileId"], "agent"),
                ("GET", "about", [], "agent"),
            ] {
                let use = Use(method: method, resource: resource, parameters: parameters)
                try await expectRefusal(of: parameter, in: use, version)
            }
        }
    }
}

extension ReadableExamples {
    /// A parameter that is right for what is stored.
    fileprivate func parameter(_ name: String) -> (name: String, value: String)? {
        let value: String? =
            switch name {
            case "statementId": statement.text
            case "registration": registration.text
            case "agent": agent.split(separator: "=").last.map(String.init)
            case "activityId": activity.split(separator: "=").last.map(String.init)
            case "stateId", "profileId": "x"
            default: nil
            }
        return value.map { (name, $0) }
    }
}
