import Testing

@testable import Frameworks
@testable import Web

@Suite("pages of frameworks")
struct FrameworkViewTests {
    private let pages: Pages
    private let content = FrameworkSample.content()
    private let links = FrameworkSample.links

    init() throws { pages = try Pages() }

    private func all() throws -> [String] {
        let competence = try #require(FrameworkCompetence(content, links, code: "A1", path: "/x"))
        let area = try #require(FrameworkArea(content, links, code: "A", path: "/x"))
        let profile = try #require(FrameworkProfile(content, links, code: "P1", path: "/x"))
        return [
            try pages.html("framework", FrameworkOverview(content, links, path: "/x")),
            try pages.html("framework-area", area), try pages.html("framework-competence", competence),
            try pages.html("framework-profile", profile),
            try pages.html("framework-compare", FrameworkComparison(content, links, chosen: ["P1", "P2"], path: "/x")),
            try pages.html("framework-print", FrameworkBook(content, links, path: "/x")),
        ]
    }

    @Test("what texts hold is never markup, and no link leads to a script")
    func escaping() throws {
        for html in try all() {
            #expect(html.contains("A &lt;sample&gt;") && !html.contains("<sample>"))
            #expect(!html.contains("<A1>") && !html.contains("href=\"javascript:"))
            #expect(!html.contains("{{") && !html.contains("Optional("))
        }
    }

    @Test("every table has a caption, and every heading of it a scope")
    func tables() throws {
        let tables = try all().flatMap { $0.split(separator: "<table").dropFirst() }
        #expect(tables.count == 6)
        for table in tables {
            #expect(table.contains("<caption>"))
            let headings = table.prefix { _ in true }.split(separator: "<th").dropFirst()
            #expect(headings.allSatisfy { $0.hasPrefix(" scope=") || $0.hasPrefix("ead>") })
        }
    }

    @Test("the radar says in words what it shows, and a profile without targets has none")
    func radar() throws {
        let page = try pages.html(
            "framework-profile", try #require(FrameworkProfile(content, links, code: "P1", path: "/x")))
        #expect(page.contains(#"role="img" aria-label="Target levels of P1 Guide. P1 Guide: level 3 in A2; "#))
        let keeper = try #require(FrameworkProfile(content, links, code: "P3", path: "/x"))
        #expect(!(try pages.html("framework-profile", keeper)).contains("class=\"radar\""))
    }

    @Test("the EQF reference is called indicative wherever it stands, and what it is not")
    func eqf() throws {
        let competence = try #require(FrameworkCompetence(content, links, code: "A1", path: "/x"))
        let page = try pages.html("framework-competence", competence)
        #expect(page.contains("EQF 6, indicative"))
        #expect(page.contains("they are not the level of a qualification"))
    }

    @Test("a text in another language says so; one that is not translated is marked")
    func languages() throws {
        let document = FrameworkSample.document(shown: "fr")
        let items = [
            FrameworkSample.item(.area, "A", "Voir", language: "fr"),
            FrameworkSample.item(.area, "B", "Acting", isFallback: true),
        ]
        let content = FrameworkContent(document: document, items: items, targets: [], alignments: [])
        let page = try pages.html("framework", FrameworkOverview(content, links, path: "/x"))
        #expect(page.contains(#"<span lang="fr">Voir</span></a>"#))
        #expect(page.contains("Acting <span class=\"untranslated\""))
        #expect(page.contains("(not translated: English)"))
        #expect(page.contains(#"<a href="/x?lang=fr" lang="fr" hreflang="fr" aria-current="true">français</a>"#))
    }

    @Test("what was removed and what was said before stand beside what is new")
    func changes() throws {
        func item(
            _ change: FrameworkChanges.Change, _ code: String, _ fields: [FrameworkChanges.Field]
        ) -> FrameworkChanges.Item {
            FrameworkChanges.Item(
                change: change, kind: .competence, code: code, oldCode: code, parent: "A", name: "N\(code)",
                fields: fields)
        }
        let changes = FrameworkChanges(
            items: [
                item(.removed, "A9", []),
                item(.changed, "A1", [.init(name: "statement", old: "Seeing <well>", new: "Seeing far")]),
                item(.changed, "A2", [.init(name: "notes", old: nil, new: "New notes")]),
            ],
            targets: [
                .init(profile: "P1", competence: "A1", oldLevel: 3, newLevel: nil, oldWeight: "1", newWeight: nil),
                .init(profile: "P1", competence: "A2", oldLevel: 2, newLevel: 2, oldWeight: "1", newWeight: "2"),
            ])
        let page = FrameworkVersions(content, links, base: "1", changes: changes, path: "/x")
        #expect(page.verdict == "1 removed, 2 changed, 2 targets differ.")
        #expect(page.targets.map(\.old) == ["level 3", "level 2, weight 1"])
        #expect(page.targets.map(\.new) == ["no target", "level 2, weight 2"])
        let html = try pages.html("framework-changes", page)
        #expect(html.contains("<del>Seeing &lt;well&gt;</del>") && html.contains("<ins>Seeing far</ins>"))
        #expect(html.contains(#"<span class="calm">nothing</span></td><td><ins>New notes</ins>"#))
        #expect(!html.contains("competences/A9\""), "what was removed has no page in this version")
        #expect(html.contains(#"<option value="1" selected>1</option>"#))
    }
}
