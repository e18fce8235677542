import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Frameworks

@Suite("reading frameworks", .migratedDatabase)
struct FrameworkReaderTests {
    let database: MigratedDatabase
    let reader: FrameworkReader

    init() throws {
        database = try MigratedDatabase.current
        reader = FrameworkReader(pool: database.service)
    }

    @Test("the framework that comes with the software is there as a whole, in its order")
    func seeded() async throws {
        let content = try #require(try await reader.content("IUS", "0.1"))
        #expect(content.document.title.text == "Integrated Urban Security")
        #expect(content.document.status == "Draft" && content.document.since == "2026-11-23")
        #expect(content.items(.area).map(\.code) == ["A", "B", "C", "D", "E", "F"])
        #expect(content.items(.competence).count == 20)
        #expect(content.items(.competence).map(\.code) == content.items(.competence).map(\.code).sorted())
        #expect(content.items(.profile).map(\.code) == (1...8).map { "P\($0)" })
        let levels = content.items(.level)
        #expect(levels.count == 80)
        #expect(levels.prefix(5).map(\.code) == ["A1.1", "A1.2", "A1.3", "A1.4", "A2.1"])
        #expect(levels.allSatisfy { level in level.eqf == level.level.map { $0 + 3 } })
        #expect(content.targets.count == 150)
        let target = FrameworkContent.Target(profile: "P4", competence: "C3", level: 3, weight: "1")
        #expect(content.targets.contains(target))
        let police = try #require(content.alignments.first { $0.item == "P4" })
        #expect(police.match == "exact" && police.version == "1.0" && police.group == "ISCO-08 5412")
        #expect(content.item(.competence, "A1")?.notes?.text.hasPrefix("Also in: safety audit") == true)
    }

    @Test("of the levels come only those that are wanted; all else is there")
    func levels() async throws {
        for (levels, count) in [
            (FrameworkReader.Levels.none, 0), (.of("A1"), 4), (.of("A"), 12), (.of("P1"), 0), (.all, 80),
        ] {
            let content = try #require(try await reader.content("IUS", "0.1", levels: levels))
            #expect(content.items(.level).count == count)
            #expect(content.items.count == 34 + count && content.targets.count == 150)
        }
    }

    @Test("what does not exist is nil")
    func missing() async throws {
        #expect(try await reader.content("IUS", "9") == nil)
        #expect(try await reader.content("ius", "0.1") == nil)
        #expect(try await reader.changes("IUS", from: "0.1", to: "9") == nil)
        #expect(try await reader.place(of: UUID()) == nil)
    }

    @Test("an item's place is found by its identifier")
    func places() async throws {
        let content = try #require(try await reader.content("IUS", "0.1"))
        let level = try #require(content.item(.level, "A1.3"))
        let place = try await reader.place(of: #require(UUID(uuidString: level.identifier)))
        #expect(place?.code == "IUS" && place?.version == "0.1")
        #expect(place?.kind == .level && place?.item == "A1.3" && place?.parent == "A1")
    }
}
