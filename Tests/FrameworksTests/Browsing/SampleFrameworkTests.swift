import FoundationEssentials
import LibPQ
import TestSupport
import Testing

@testable import Frameworks

@Suite("reading versions and translations", .migratedDatabaseForEachTest)
struct SampleFrameworkTests {
    let reader: FrameworkReader

    init() async throws {
        let database = try MigratedDatabase.current
        reader = FrameworkReader(pool: database.service)
        try await database.administrator.withConnection { try await $0.executeScript(SampleFramework.sql) }
    }

    private func content(_ languages: String...) async throws -> FrameworkContent {
        try #require(try await reader.content(SampleFramework.code, "1.0", languages: languages))
    }

    @Test("a private draft is nowhere: not in the list, not among versions, not by itself, not by identifier")
    func privateDraft() async throws {
        let documents = try await reader.documents()
        #expect(documents.map { "\($0.code) \($0.version)" } == ["IUS 0.1", "SAMPLE 2.0", "SAMPLE 1.0"])
        #expect(try await content().document.versions == ["2.0", "1.0"])
        #expect(try await reader.content(SampleFramework.code, "3.0") == nil)
        #expect(try await reader.changes(SampleFramework.code, from: "1.0", to: "3.0") == nil)
        #expect(try await reader.changes(SampleFramework.code, from: "3.0", to: "1.0") == nil)
        let identifier = try await MigratedDatabase.current.administrator.withConnection { db in
            try await db.one("SELECT identifier FROM framework.item WHERE full_statement = 'Secret'", as: UUID.self)
        }
        #expect(try await reader.place(of: identifier) == nil)
    }

    @Test("titles in the list are in the language that fits best, and say which")
    func titles() async throws {
        let documents = try await reader.documents(languages: ["lv", "fr-ca", "fr", "en"])
        #expect(
            documents.map { "\($0.titleLanguage) \($0.title)" } == [
                "en Integrated Urban Security", "en Sample <framework>", "fr Cadre <modèle>",
            ])
        #expect(documents.allSatisfy { $0.language == "en" })
    }

    @Test("a deprecated version stands behind all others")
    func deprecated() async throws {
        try await MigratedDatabase.current.administrator.withConnection { db in
            for status in ["Adopted", "Deprecated"] {
                try await db.execute(
                    """
                    UPDATE framework.document SET adoption_status = \(status)
                    WHERE code = 'SAMPLE' AND version = '2.0'
                    """)
            }
        }
        #expect(try await reader.documents().map(\.version) == ["0.1", "1.0", "2.0"])
    }

    @Test("texts come translated; a missing translation is the original, marked as such")
    func translated() async throws {
        let content = try await content("fr")
        #expect(content.document.shown == "fr" && content.document.languages == ["en", "de-AT", "fr"])
        #expect(content.document.title == FrameworkText("Cadre <modèle>", language: "fr"))
        #expect(content.document.description == FrameworkText("Première & seule.", language: "fr"))
        #expect(content.document.notes == FrameworkText("Notes \"of\" it.", language: "en", isFallback: true))
        let seeing = try #require(content.item(.competence, "A1"))
        #expect(seeing.statement == FrameworkText("Bien voir", language: "fr"))
        #expect(seeing.notes == FrameworkText("Ailleurs aussi", language: "fr"))
        let telling = try #require(content.item(.competence, "A2"))
        #expect(telling.statement == FrameworkText("Telling", language: "en", isFallback: true))
        let level = try #require(content.item(.level, "A1.1"))
        #expect(level.statement.language == "fr")
        #expect(level.name == FrameworkText("L1 Step", language: "en", isFallback: true))
    }

    @Test(
        "the reader's first wish that can be met is met, by a wider or narrower tag too; else it is the original",
        arguments: [
            (["fr"], "fr"), (["FR"], "fr"), (["it", "fr"], "fr"), (["de"], "de-AT"), (["de-at"], "de-AT"),
            (["en", "fr"], "en"), (["fr", "en"], "fr"), (["it"], "en"), ([], "en"), (["fr-BE", "fr"], "fr"),
            (["%"], "en"), (["f"], "en"),
        ])
    func chosen(wishes: [String], language: String) async throws {
        let content = try #require(
            try await reader.content(SampleFramework.code, "1.0", languages: wishes, levels: .none))
        #expect(content.document.shown == language)
        #expect(content.items.contains(where: \.statement.isFallback) == (language != "en"))
    }

    @Test("versions differ in what was added, removed and changed; what was replaced is the same item")
    func changes() async throws {
        let changes = try #require(try await reader.changes(SampleFramework.code, from: "1.0", to: "2.0"))
        func codes(_ change: FrameworkChanges.Change) -> [String] {
            changes.items.filter { $0.change == change }.map(\.code)
        }
        #expect(codes(.added) == ["B2", "B2.1", "B2.2", "B2.3", "B2.4", "P4"])
        #expect(codes(.removed) == ["P3"])
        #expect(codes(.changed) == ["A1", "A3", "A3.1", "A3.2", "A3.3", "A3.4", "B1.2"])
        let reworded = try #require(changes.items.first { $0.code == "A1" })
        #expect(reworded.fields == [.init(name: "statement", old: "Seeing well", new: "Seeing far")])
        let replaced = try #require(changes.items.first { $0.code == "A3" })
        #expect(replaced.oldCode == "A2" && replaced.fields.first == .init(name: "code", old: "A2", new: "A3"))
        let level = try #require(changes.items.first { $0.code == "A3.1" })
        #expect(level.fields == [.init(name: "code", old: "A2.1", new: "A3.1")], "its parent is the same")
        #expect(level.parent == "A3")
    }

    @Test("targets differ by level and by weight, and come and go; what was only given another code has not changed")
    func targets() async throws {
        let changes = try #require(try await reader.changes(SampleFramework.code, from: "1.0", to: "2.0"))
        let lines = changes.targets.map { target in
            let old = target.oldLevel.map { "\($0)×\(target.oldWeight ?? "")" } ?? "none"
            let new = target.newLevel.map { "\($0)×\(target.newWeight ?? "")" } ?? "none"
            return "\(target.profile) \(target.competence): \(old) → \(new)"
        }
        #expect(
            lines == [
                "P1 A1: 3×1 → 4×1", "P2 B1: 4×2 → 4×1", "P3 B1: 1×1 → none", "P4 B2: none → 1×1",
            ])
    }

    @Test("read backwards, what was added is removed; a version does not differ from itself")
    func backwards() async throws {
        let changes = try #require(try await reader.changes(SampleFramework.code, from: "2.0", to: "1.0"))
        #expect(changes.items.filter { $0.change == .added }.map(\.code) == ["P3"])
        #expect(changes.items.first { $0.code == "A2" }?.oldCode == "A3")
        #expect(changes.targets.count == 4)
        let none = try #require(try await reader.changes(SampleFramework.code, from: "1.0", to: "1.0"))
        #expect(none.items.isEmpty && none.targets.isEmpty)
    }
}
