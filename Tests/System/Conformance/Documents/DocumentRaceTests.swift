import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 3.1: writers of one document who meet.
    struct DocumentRaceTests {
        private static let writers = 12

        /// Lets the writers send a request each at the same time, and gives the statuses of the answers by writer.
        private func race(
            _ request: @escaping @Sendable (_ writer: Int) async throws -> Answer
        ) async throws -> [Int: Int] {
            try await withThrowingTaskGroup(of: (writer: Int, status: Int).self) { group in
                for writer in 0..<Self.writers {
                    group.addTask { (writer, try await request(writer).status) }
                }
                return try await group.reduce(into: [:]) { $0[$1.writer] = $1.status }
            }
        }

        @Test(
            "of those who make a document with If-None-Match: *, one does; of those who read it, one replaces it",
            .covers("XAPI-00322", "1.0.3-C3.1-c", "1.0.3-C3.1-d"), arguments: DocumentResource.all,
            SpecificationVersion.allCases)
        func oneWins(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            var condition = ["If-None-Match": "*"]
            // Each round has texts of its own: with a text that is there already, the ETag would stay the same.
            for round in 0..<3 {
                let headers = condition
                let statuses = try await race { try await client.send(.put, document, "\(round) \($0)", headers) }
                let winners = statuses.filter { $0.value == 204 }.map(\.key)
                #expect(winners.count == 1)
                #expect(statuses.values.filter { $0 == 412 }.count == Self.writers - 1)
                let stored = try await client.send(.get, document).expecting(200)
                #expect(stored.text == winners.first.map { "\(round) \($0)" })
                condition = ["If-Match": try #require(stored.header("ETag"))]
            }
        }

        @Test(
            "objects that are posted at the same time are all merged",
            CoveredRequirements(ids: DocumentResource.all.flatMap { $0.requirements(.merge) }),
            arguments: DocumentResource.all, SpecificationVersion.allCases)
        func merges(resource: DocumentResource, version: SpecificationVersion) async throws {
            let client = try Client.speaking(version)
            let document = resource.newDocument()
            let statuses = try await race { try await client.send(.post, document, #"{"w\#($0)":\#($0)}"#) }
            #expect(Set(statuses.values) == [204])
            let stored = try await client.send(.get, document).expecting(200).decoded(as: [String: Int].self)
            #expect(stored == Dictionary(uniqueKeysWithValues: (0..<Self.writers).map { ("w\($0)", $0) }))
        }
    }
}
