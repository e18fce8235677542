@testable import Frameworks
@testable import Web

/// A framework made by hand: two areas, three competences, three profiles.
enum FrameworkSample {
    static let links = FrameworkLinks(code: "S", version: "2", language: nil)

    static func document(
        status: String = "Draft", language: String = "en", shown: String = "en", versions: [String] = ["2", "1"]
    ) -> FrameworkDocument {
        FrameworkDocument(
            identifier: "00000000-0000-4000-8000-000000000000", code: "S", version: "2",
            title: text("A <sample>", language, shown),
            creator: "Tests", publisher: nil, description: text("What it's for.", language, shown), language: language,
            status: status,
            since: "2026-01-01", until: nil, licence: "CC0", licenceAddress: "javascript:alert(1)",
            source: "https://example.org/s?a=1&b=2", subjects: [], notes: nil, changed: "2026-01-02",
            derivedFrom: "1", versions: versions, proposals: 0, shown: shown,
            languages: [language] + (language == shown ? [] : [shown]))
    }

    private static func text(_ text: String, _ language: String, _ shown: String) -> FrameworkText {
        FrameworkText(text, language: language, isFallback: language != shown)
    }

    static func item(
        _ kind: FrameworkContent.Kind, _ code: String, _ text: String, parent: String? = nil, level: Int? = nil,
        language: String = "en", isFallback: Bool = false
    ) -> FrameworkContent.Item {
        FrameworkContent.Item(
            identifier: "id-\(code)", kind: kind, code: code, parent: parent, level: level,
            eqf: level.map { $0 + 3 }, keywords: [],
            statement: FrameworkText(text, language: language, isFallback: isFallback),
            name: level.map { number in FrameworkText("L\(number) Step", language: "en") }, notes: nil)
    }

    static func content(_ document: FrameworkDocument = document()) -> FrameworkContent {
        var items = [item(.area, "A", "Seeing"), item(.area, "B", "Acting")]
        for (code, parent) in [("A1", "A"), ("A2", "A"), ("B1", "B")] {
            items.append(item(.competence, code, "Competence <\(code)>", parent: parent))
            items += (1...4).map { (level: Int) in
                item(.level, "\(code).\(level)", "Does \(code) at \(level)", parent: code, level: level)
            }
        }
        items += [item(.profile, "P1", "Guide"), item(.profile, "P2", "Ranger"), item(.profile, "P3", "Keeper")]
        func target(_ profile: String, _ competence: String, _ level: Int, _ weight: String = "1")
            -> FrameworkContent.Target
        {
            FrameworkContent.Target(profile: profile, competence: competence, level: level, weight: weight)
        }
        return FrameworkContent(
            document: document, items: items,
            targets: [
                target("P1", "A1", 2), target("P1", "A2", 3), target("P1", "B1", 1, "2.5"), target("P2", "A1", 4),
                target("P2", "B1", 1),
            ],
            alignments: [
                FrameworkContent.Alignment(
                    item: "P1", type: "isRelatedTo", address: "javascript:alert(1)", title: "guide & co",
                    scheme: "ext:esco", match: "close", version: "1.2", group: "ISCO-08 5113", notes: nil)
            ])
    }
}
