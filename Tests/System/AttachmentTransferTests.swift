import Foundation
import SigningSupport
import Testing

extension SystemTests {
    /// Attachments, signatures and what clients had sent, from one installation into another.
    struct AttachmentTransferTests {
        private struct Exported: Decodable {
            let statements: Int
            let attachments: Int
        }

        private struct Counts: Decodable {
            let stored: Int
            let attachments: Int
        }

        /// What only the database knows of statements.
        private static let kept = """
            SELECT concat_ws(' ', s.statement_id, g.status, g.algorithm, r.received)
            FROM lrs.statement AS s
            LEFT JOIN lrs.statement_signature AS g USING (statement_key)
            LEFT JOIN lrs.statement_received AS r USING (statement_key)
            ORDER BY s.statement_key
            """

        @Test("data, checked signatures and bytes as received move with their statements", arguments: [false, true])
        func move(overHTTP: Bool) async throws {
            try await Installation.withExternalDatabase { first in
                _ = try await first.tessera("migrate").succeeded()
                try await first.serving { _ in
                    let sent = try await fill(first.client)
                    let file = first.folder + "/export.ndjson.gz"
                    let told: Exported = try await decoded(
                        first, "statements", "export", "--gzip", "--output", file, "--json")
                    #expect(told.statements == 3 && told.attachments == 2)
                    try await Installation.withExternalDatabase { second in
                        _ = try await second.tessera("migrate").succeeded()
                        try await second.serving { _ in
                            let counts =
                                overHTTP
                                ? try await post(try Data(contentsOf: URL(filePath: file)), to: second)
                                : try await decoded(second, "statements", "import", file, "--json")
                            #expect(counts.stored == 3 && counts.attachments == 2)
                            for (id, data) in sent {
                                let query = "statementId=\(id.text)"
                                #expect(try await second.client.attachments(query).parts.last?.content == data)
                                let served = try await second.client.statement(id).expecting(200).text
                                #expect(try await first.client.statement(id).text == served)
                            }
                        }
                        let rows = try await second.administrator(Self.kept)
                        #expect(try await first.administrator(Self.kept) == rows)
                        #expect(rows.contains("key_unknown RS256") && rows.contains("mailto:claimed@example.org"))
                    }
                }
            }
        }

        /// Stores a statement with large data, a signed one, and one with what only a store may set.
        private func fill(_ client: Client) async throws -> [(UUID, Data)] {
            let (large, signed) = (UUID(), UUID())
            let text = (0..<200_000).map { "line \($0)\n" }.joined()
            let statement = Sample.statement(id: large, more: Multipart.declaration([text]))
            _ = try await client.send(Multipart(statement, [text])).expecting(200)
            let jws = try TestJWS.make(Sample.statement(id: signed))
            let body = Sample.statement(id: signed, more: TestJWS.attachments(jws))
            _ = try await client.send(Multipart(body, [jws], type: "application/octet-stream")).expecting(200)
            let claimed =
                #","stored":"2020-01-01T00:00:00Z","authority":{"mbox":"mailto:claimed@example.org"}"#
            _ = try await client.post(Sample.statement(more: claimed)).expecting(200)
            return [(large, Data(text.utf8)), (signed, Data(jws.utf8))]
        }

        private func post(_ body: Data, to installation: Installation) async throws -> Counts {
            try await installation.client.send(
                "POST", "/api/statements/import", body: body,
                headers: ["Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"]
            ).expecting(200).decoded()
        }

        private func decoded<Value: Decodable>(
            _ installation: Installation, _ arguments: String...
        ) async throws -> Value {
            let outcome = try await installation.tessera(arguments).succeeded()
            return try JSONDecoder().decode(Value.self, from: Data(outcome.output.utf8))
        }
    }
}
