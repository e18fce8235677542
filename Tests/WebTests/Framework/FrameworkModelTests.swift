import Testing

@testable import Frameworks
@testable import Web

@Suite("what pages of frameworks show")
struct FrameworkModelTests {
    private let content = FrameworkSample.content()
    private let links = FrameworkSample.links

    @Test("the overview has areas with their competences, profiles with their shapes, and who needs what")
    func overview() throws {
        let page = FrameworkOverview(content, links, path: "/framework/S/2")
        #expect(page.areas.map { $0.competences.map(\.code) } == [["A1", "A2"], ["B1"]])
        #expect(page.profiles.map(\.count) == ["3 targets", "2 targets", "0 targets"])
        let matrix = try #require(page.matrix)
        #expect(matrix.groups[0].rows[0].cells.map(\.level) == ["2", "4", nil])
        #expect(matrix.groups[1].rows[0].cells.map(\.tone) == ["h1", "h1", "h0"])
        #expect(page.shell.tools.filter(\.isCurrent).map(\.label) == ["Overview"])
    }

    @Test("a framework without profiles has no comparison, one without versions no changes")
    func empty() {
        let document = FrameworkSample.document(versions: ["2"])
        let bare = FrameworkContent(document: document, items: [], targets: [], alignments: [])
        let page = FrameworkOverview(bare, links, path: "/framework/S/2")
        #expect(page.matrix == nil && !page.hasAreas && !page.hasProfiles)
        #expect(page.shell.tools.map(\.label) == ["Overview", "Proposals", "Print"])
        let versions = FrameworkVersions(bare, links, base: nil, changes: nil, path: "/framework/S/2/changes")
        #expect(versions.base == nil && versions.choices.isEmpty)
    }

    @Test("a competence's page tells who needs it, the highest level first, and who does not")
    func competence() throws {
        let page = try #require(FrameworkCompetence(content, links, code: "A1", path: "/x"))
        #expect(page.demands.map(\.code) == ["P2", "P1"])
        #expect(page.demands[0].target.name.text == "L4 Step" && page.demands[0].target.cells.allSatisfy(\.isFull))
        #expect(page.others.map(\.code) == ["P3"])
        #expect(page.levels.map(\.eqf) == [4, 5, 6, 7] && page.levels.map(\.anchor) == (1...4).map { "A1.\($0)" })
        #expect(page.previous == nil && page.next?.code == "A2")
        #expect(page.shell.crumbs.map(\.label.text) == ["Framework", "A <sample> 2", "A Seeing"])
        #expect(FrameworkCompetence(content, links, code: "A", path: "/x") == nil, "an area is none")
    }

    @Test("a profile's page has the descriptor of each target, and its weight")
    func profile() throws {
        let page = try #require(FrameworkProfile(content, links, code: "P1", path: "/x"))
        #expect(
            page.groups.flatMap(\.rows).map { $0.target?.descriptor?.text } == [
                "Does A1 at 2", "Does A2 at 3", "Does B1 at 1",
            ])
        #expect(page.groups[1].rows[0].target?.weight == "2.5")
        #expect(page.radar?.series.count == 1 && page.count == 3 && page.total == 3)
        let alignment = try #require(page.alignments?.entries.first)
        #expect(alignment.match == "Close match" && alignment.scheme == "ESCO 1.2")
        let keeper = try #require(FrameworkProfile(content, links, code: "P3", path: "/x"))
        #expect(keeper.radar == nil && keeper.alignments == nil && keeper.count == 0)
    }

    @Test("compared profiles differ where their levels do, or where one has no target")
    func comparison() {
        let page = FrameworkComparison(content, links, chosen: ["P1", "P2"], path: "/x")
        let rows = page.groups.flatMap(\.rows)
        #expect(rows.map(\.differs) == [true, true, false])
        #expect(rows.map(\.difference) == ["2 levels", "not a target of all", "same"])
        #expect(page.verdict == "They differ in 2 of 3 competences.")
        #expect(page.radar?.series.map(\.style) == ["s1", "s2"] && page.columns.map(\.style) == ["s1", "s2"])
        let one = FrameworkComparison(content, links, chosen: ["P1"], path: "/x")
        #expect(!one.isCompared && one.radar == nil && one.choices.map(\.isChosen) == [true, false, false])
    }

    @Test(
        "a difference is told in words",
        arguments: [
            ([1, 1], "same"), ([1, 2], "1 level"), ([4, 1, 2], "3 levels"), ([nil, 2], "not a target of all"),
            ([nil, nil], "none has a target"),
        ] as [([Int?], String)])
    func difference(levels: [Int?], text: String) {
        #expect(FrameworkComparison.difference(levels) == text)
    }

    @Test(
        "items are found by all of the words that are searched for, in codes and texts, in any case",
        arguments: [
            ("SEEING", ["A"]), ("a1", ["A1", "A1.1", "A1.2", "A1.3", "A1.4"]), ("a1 at 3", ["A1.3"]),
            ("guide", ["P1"]), ("step b1", ["B1.1", "B1.2", "B1.3", "B1.4"]), ("guide ranger", []), ("  ", []),
            ("<B1>", ["B1"]),
        ])
    func search(text: String, codes: [String]) {
        let page = FrameworkSearch(content, links, text: text, path: "/x")
        #expect(page.hits.map(\.code) == codes)
        #expect((page.verdict == nil) == (text == "  "))
    }

    @Test("what was searched for is marked where it stands, the longest word first")
    func pieces() {
        let pieces = FrameworkSearch.pieces("Seeing, foreseen & SEEN", [Array("see"), Array("seen")])
        #expect(pieces.map(\.text) == ["See", "ing, fore", "seen", " & ", "SEEN"])
        #expect(pieces.map(\.isFound) == [true, false, true, false, true])
        #expect(FrameworkSearch.pieces("", [Array("a")]).isEmpty)
    }

    @Test("a translation that there is not is told; one in a wider or narrower tag is it")
    func notices() {
        func notice(_ asked: String?, _ shown: String) -> String? {
            let links = FrameworkLinks(code: "S", version: "2", language: asked)
            let content = FrameworkSample.content(FrameworkSample.document(shown: shown))
            return FrameworkShell(content, links, path: "/x", crumbs: nil).languageNotice
        }
        #expect(notice("it", "en") == "There is no translation into italiano; the texts are shown in English.")
        #expect(notice("fr", "fr") == nil && notice("fr-BE", "fr") == nil && notice("de", "de-AT") == nil)
        #expect(notice(nil, "en") == nil)
    }

    @Test("a text that is not translated is marked, and has the tag of its own language")
    func texts() {
        let english = PageText(FrameworkText("Seeing", language: "en", isFallback: true))
        #expect(english.tag == nil && english.original == "EN" && english.originalName == "English")
        let french = PageText(FrameworkText("Voir", language: "fr"))
        #expect(french.tag == "fr" && french.original == nil)
    }
}
