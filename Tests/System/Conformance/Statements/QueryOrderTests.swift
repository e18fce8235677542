import Foundation
import Testing

extension SystemTests.ConformanceTests {
    /// xAPI-Communication 2.1.3: order, times and limit.
    struct QueryOrderTests {
        /// Statements of one Activity that were stored one after the other, and the query that finds them.
        private func scene(_ version: SpecificationVersion) async throws -> (shelf: Shelf, query: String) {
            var shelf = try Shelf(version)
            let activity = shelf.iri("activity")
            for name in Self.names {
                // The time that a statement names says nothing about its order.
                let draft = Draft.short("/object/id", .string(activity)).with("/timestamp", "2026-03-01T12:00:00Z")
                try await shelf.add(name, draft)
                try await Task.sleep(for: .milliseconds(5))
            }
            return (shelf, query("activity", activity))
        }

        private static let names = ["a", "b", "c", "d", "e"]

        @Test(
            "the latest comes first, and the earliest with ascending=true", .covers("XAPI-00154", "XAPI-00166"),
            arguments: SpecificationVersion.allCases)
        func order(version: SpecificationVersion) async throws {
            let (shelf, query) = try await scene(version)
            let ids = Self.names.compactMap { shelf.ids[$0] }
            for form in ["", "&ascending=false", "&format=ids", "&limit=2"] {
                #expect(try await shelf.client.ids(query + form) == ids.reversed())
            }
            for form in ["", "&format=ids", "&limit=2"] {
                #expect(try await shelf.client.ids(query + "&ascending=true" + form) == ids)
            }
        }

        @Test(
            "limit is the most that comes at once; 0 is no limit of the client's", .covers("XAPI-00173"),
            arguments: SpecificationVersion.allCases)
        func limit(version: SpecificationVersion) async throws {
            let (shelf, query) = try await scene(version)
            for (limit, count) in [("1", 1), ("4", 4), ("5", 5), ("6", 5), ("0", 5), ("1000000", 5)] {
                let page = try await shelf.client.get("/xapi/statements?\(query)&limit=\(limit)").expecting(200)
                    .decoded(as: Page.self)
                #expect(page.statements.map(\.id) == Self.names.reversed().prefix(count).compactMap { shelf.ids[$0] })
                #expect(page.more.isEmpty == (count == 5))
            }
            let page = try await shelf.client.get("/xapi/statements?" + query).expecting(200).decoded(as: Page.self)
            #expect(page.statements.count == 5 && page.more.isEmpty)
            for limit in ["-1", "1.5", "ten", ""] {
                let answer = try await shelf.client.get("/xapi/statements?\(query)&limit=\(limit)")
                #expect(answer.status == 400 && answer.text.contains("limit"), "\(answer)")
            }
        }

        @Test(
            "since leaves what was stored later, until what was stored then or before; zones make no difference",
            .covers("XAPI-00164", "XAPI-00174", "XAPI-00175"), arguments: SpecificationVersion.allCases)
        func times(version: SpecificationVersion) async throws {
            let (shelf, query) = try await scene(version)
            let (b, d) = (try await shelf.stored("b"), try await shelf.stored("d"))
            for (since, until) in [(b, d), (try Self.inRiga(b), try Self.inRiga(d))] {
                let (after, before) = ("&since=" + escaped(since), "&until=" + escaped(until))
                #expect(try await shelf.found(query + after) == ["c", "d", "e"])
                #expect(try await shelf.found(query + before) == ["a", "b", "c", "d"])
                #expect(try await shelf.found(query + after + before) == ["c", "d"])
                #expect(try await shelf.found(query + after + before + "&limit=1") == ["c", "d"])
            }
            #expect(try await shelf.found(query + "&since=\(escaped(d))&until=\(escaped(b))") == [])
            #expect(try await shelf.found(query + "&since=2026-03-01T11:59:59Z") == Self.names)
            #expect(try await shelf.found(query + "&until=2026-03-01T12:00:01Z") == [])
        }

        /// The same instant, as a clock two hours ahead tells it.
        private static func inRiga(_ time: String) throws -> String {
            // Without its fraction, of which a Date would lose some.
            let (seconds, fraction) = (time.prefix(19), time.dropFirst(19).dropLast())
            let later = try Date(seconds + "Z", strategy: .iso8601).addingTimeInterval(7200).ISO8601Format()
            return later.dropLast() + fraction + "+02:00"
        }
    }
}
