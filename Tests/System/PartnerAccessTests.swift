import Foundation
import Testing

extension SystemTests {
    /// What a key or an evaluator of one partner reaches of another's.
    ///
    /// Tried are every interface of the training and of awards that is described, and every view; one that is added needs
    /// a case here.
    @Suite(.served)
    struct PartnerAccessTests {
        /// What is tried with an operation.
        struct Case {
            /// What stands for `{code}` in the other partner's path, and the pilot whose award stands for `{id}`; nil for lists.
            var code: String?
            /// What stands for it in the path of what both share; nil where nothing is shared.
            var shared: String?
            /// What stands for `{version}`.
            var version = "1.0"
            /// The query.
            var query = ""
            /// The body, about the other partner's.
            var body: String?
            /// How a key of another partner is answered.
            var statuses: Set<Int> = [404]
            /// The scope that reading takes, and the one that changing takes.
            var scopes = (read: "training/read", write: "pilots/write")
        }

        /// Stands in everything that is the other partner's alone.
        static let secret = "owl-keeper"

        static let cases: [String: Case] = {
            let framework = #""framework":{"code":"IUS","version":"0.1"}"#
            let need = #"{"needs":[{"text":"Mine","notedOn":"2026-01-20"}]}"#
            let target = #"{"targets":[{\#(framework),"profile":"P4","state":"dropped"}]}"#
            return [
                "GET /api/partners": Case(statuses: [200]),
                // Names are known to all.
                "GET /api/partners/{code}": Case(code: "beta", statuses: [200]),
                "PUT /api/partners/{code}": Case(
                    code: "beta", body: #"{"code":"beta","name":"Mine"}"#, statuses: [403]),
                "GET /api/partners/{code}/needs": Case(code: "beta"),
                "PUT /api/partners/{code}/needs": Case(code: "beta", body: need, statuses: [403]),
                "GET /api/partners/{code}/targets": Case(code: "beta"),
                "PUT /api/partners/{code}/targets": Case(code: "beta", body: target, statuses: [403]),
                "GET /api/joint-curricula": Case(statuses: [200]),
                "GET /api/curricula": Case(statuses: [200]),
                "GET /api/curricula/{code}": Case(code: "beta-course", shared: "joint-course"),
                "PUT /api/curricula/{code}": Case(
                    code: "beta-course", body: #"{"code":"beta-course","title":"Mine","partners":["alfa"]}"#,
                    statuses: [403]),
                "GET /api/curricula/{code}/versions/{version}": Case(code: "beta-course", shared: "joint-course"),
                "PUT /api/curricula/{code}/versions/{version}": Case(
                    code: "beta-course",
                    body: #"{"version":"1.0","iri":"https://pilots.example.org/mine",\#(framework)}"#),
                "POST /api/curricula/{code}/versions/{version}/publish": Case(code: "beta-course"),
                "GET /api/curricula/{code}/versions/{version}/coverage": Case(
                    code: "beta-course", shared: "joint-course"),
                "PUT /api/pilots/{code}": Case(
                    code: "beta-pilot", body: pilot("beta-pilot", title: "Mine", partners: ["alfa"]), statuses: [403]),
            ].merging(instrumentCases) { $1 }.merging(pilotCases) { $1 }
                .merging(ruleCases) { $1 }.merging(awardCases) { $1 }.merging(actionCases) { $1 }
                .merging(reportCases) { $1 }
        }()

        private let installation: Installation

        init() throws {
            installation = try .served
        }

        @Test("every interface keeps a partner from what is another's, and shows both what they share")
        func interfaces() async throws {
            let (alfa, beta) = try await prepare()
            try await untilAwarded()
            let operations = try await operations()
            #expect(operations.count >= Self.cases.count)
            let before = try await settled(operations, as: beta)
            for operation in operations {
                let attempt = try #require(Self.cases[operation], "\(operation) has no case in this test")
                let answer = try await send(operation, code: attempt.code, body: attempt.body, as: alfa)
                #expect(attempt.statuses.contains(answer.status), "\(operation): \(answer)")
                #expect(!answer.text.contains(Self.secret), "\(operation): \(answer)")
                if operation.hasPrefix("GET") {
                    #expect(try await send(operation, code: attempt.code, as: beta).status == 200)
                }
                guard let shared = attempt.shared else { continue }
                for client in [alfa, beta] {
                    let answer = try await send(operation, code: shared, as: client)
                    #expect(answer.status == 200, "\(operation): \(answer)")
                }
            }
            for client in [alfa, beta] {
                #expect(try await client.get("/api/curricula").text.contains("joint-course"))
                #expect(try await client.get("/api/partners/alfa").text.contains("joint-pilot"))
                #expect(try await client.get("/api/joint-curricula").text.contains(#""P2""#))
            }
            #expect(try await read(operations, as: beta) == before, "what is another partner's was changed")
            #expect(before.contains { $0.contains(Self.secret) })
        }

        @Test("reading takes a scope for reading, which the one for changing includes; changing takes that")
        func scopes() async throws {
            _ = try await prepare()
            let reader = try await installation.client(
                "training_reader", "--scope", "training/read", "--scope", "rules/read", "--scope", "awards/read")
            let stranger = try await installation.client("training_stranger", "--scope", "statements/read")
            for operation in try await operations() {
                let attempt = try #require(Self.cases[operation])
                let isReading = operation.hasPrefix("GET")
                let read = try await send(operation, code: attempt.code, body: attempt.body, as: reader)
                #expect((read.status == 403) == !isReading, "\(operation): \(read)")
                let refused = try await send(operation, code: attempt.code, body: attempt.body, as: stranger)
                #expect(refused.status == 403, "\(operation): \(refused)")
                let scope = isReading ? attempt.scopes.read : attempt.scopes.write
                #expect(refused.text.contains(scope), "\(operation): \(refused)")
            }
        }

        @Test("every view keeps an evaluator from the rows of other partners, and shows both what they share")
        func views() async throws {
            _ = try await prepare()
            let alfa = try await installation.evaluator("alfa_reader", "--partner", "alfa")
            let beta = try await installation.evaluator("beta_reader", "--partner", "beta")
            let list = try await alfa(
                "SELECT relname FROM pg_class WHERE relnamespace = 'evaluation'::regnamespace AND relkind IN ('v', 'm')"
            )
            let views = list.split(separator: "\n")
            #expect(views.count >= 5)
            try await untilAwarded()
            for view in views {
                func rows(_ reader: Psql, like text: String) async throws -> String {
                    try await reader(
                        "SELECT count(*) > 0 FROM evaluation.\(view) AS seen WHERE seen::text LIKE '%\(text)%'")
                }
                #expect(try await rows(alfa, like: "beta-") == "f", "\(view)")
                #expect(try await rows(beta, like: "beta-") == "t", "\(view)")
                let shared = view == "coverage" ? "joint-course" : "joint-pilot"
                #expect(try await rows(alfa, like: shared) == "t", "\(view)")
                #expect(try await rows(beta, like: shared) == "t", "\(view)")
            }
        }

        /// Every operation with one of the tags, or about reports, such as `GET /api/partners`.
        private func operations() async throws -> [String] {
            let answer = try await installation.client.get("/api/openapi.json").expecting(200)
            let description = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
            let paths = try #require(description?["paths"] as? [String: [String: Any]])
            return paths.flatMap { path, members in
                // Beside the operations a path may have parameters, for instance.
                members.filter { member in
                    guard let tags = (member.value as? [String: Any])?["tags"] as? [String] else { return false }
                    let isReport = path.contains("/reports") || path.hasPrefix("/api/syntheses")
                    return isReport || !Set(tags).isDisjoint(with: ["Training", "Awarding"])
                }.map { "\($0.key.uppercased()) \(path)" }
            }.sorted()
        }

        private func send(
            _ operation: String, code: String?, body: String? = nil, as client: Client
        ) async throws -> Answer {
            let parts = operation.split(separator: " ")
            let attempt = Self.cases[operation]
            let award = operation.contains("{id}") ? try await award(of: code) : ""
            let action = operation.contains("{action}") ? try await action(of: code) : ""
            let path =
                String(parts[1]).replacing("{code}", with: code ?? "")
                .replacing("{version}", with: attempt?.version ?? "").replacing("{id}", with: award)
                .replacing("{number}", with: "1").replacing("{section}", with: "1").replacing("{action}", with: action)
                .replacing("{registration}", with: Self.registration) + (attempt?.query ?? "")
            return try await client.send(String(parts[0]), path, body: body.map { Data($0.utf8) })
        }

        /// What a partner's key reads of its own once that stands still: awards follow the statements that were sent.
        private func settled(_ operations: [String], as client: Client) async throws -> [String] {
            var texts = try await read(operations, as: client)
            for _ in 0..<30 {
                try await Task.sleep(for: .seconds(1))
                let next = try await read(operations, as: client)
                if next == texts { return texts }
                texts = next
            }
            return texts
        }

        /// What a partner's key reads of its own; the moment of reading is left out.
        private func read(_ operations: [String], as client: Client) async throws -> [String] {
            var texts: [String] = []
            for operation in operations where operation.hasPrefix("GET") {
                let answer = try await send(operation, code: Self.cases[operation]?.code, as: client)
                texts.append(
                    String(
                        answer.text.prefix(upTo: answer.text.range(of: #""asOf""#)?.lowerBound ?? answer.text.endIndex))
                )
            }
            return texts
        }
    }
}
