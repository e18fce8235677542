internal import Frameworks

/// The page that compares two versions of a framework.
struct FrameworkVersions {
    /// A version to compare with.
    struct Choice {
        let version: String
        let isChosen: Bool
    }

    /// A text that differs.
    struct Field {
        let label: String
        let old: PageText?
        let new: PageText?
    }

    /// An item that differs.
    struct Item {
        let code: String
        let kind: String
        let name: PageText
        let url: String?
        let fields: [Field]
    }

    /// Items of which the same is true.
    struct Section {
        let anchor: String
        let title: String
        let count: Int
        let isChanged: Bool
        let items: [Item]
    }

    /// A target that differs.
    struct Target {
        let profile: String
        let competence: String
        let old: String
        let new: String
    }

    let shell: FrameworkShell
    let action: String
    let kept: String?
    let version: String
    /// The version that is compared with; nil when there is no other.
    let base: String?
    let choices: [Choice]
    let sections: [Section]
    let targets: [Target]
    let targetCount: Int
    let hasTargets: Bool
    let verdict: String

    init(
        _ content: FrameworkContent, _ links: FrameworkLinks, base: String?, changes: FrameworkChanges?, path: String
    ) {
        let document = content.document
        shell = FrameworkShell(
            content, links, path: path, crumbs: [], query: base.map { "from=" + PathSegment.encoded($0) } ?? "")
        action = path
        kept = links.language
        version = document.version
        self.base = base
        choices = document.versions.filter { $0 != document.version }.map { Choice(version: $0, isChosen: $0 == base) }
        let items = changes?.items ?? []
        sections = [(FrameworkChanges.Change.added, "Added"), (.removed, "Removed"), (.changed, "Changed")]
            .compactMap { change, title in
                let list = items.filter { $0.change == change }
                if list.isEmpty { return nil }
                return Section(
                    anchor: change.rawValue, title: title, count: list.count, isChanged: change == .changed,
                    items: list.map { Self.item($0, document, links) })
            }
        targets = (changes?.targets ?? []).map { target in
            Target(
                profile: target.profile, competence: target.competence,
                old: Self.demand(target.oldLevel, target.oldWeight, beside: target.newWeight),
                new: Self.demand(target.newLevel, target.newWeight, beside: target.oldWeight))
        }
        targetCount = targets.count
        hasTargets = !targets.isEmpty
        let parts =
            sections.map { "\($0.count) \($0.title.lowercased())" }
            + (targets.isEmpty ? [] : [targets.count == 1 ? "1 target differs" : "\(targets.count) targets differ"])
        verdict = parts.isEmpty ? "Nothing differs." : parts.joined(separator: ", ") + "."
    }

    private static func item(
        _ item: FrameworkChanges.Item, _ document: FrameworkDocument, _ links: FrameworkLinks
    ) -> Item {
        let language = document.language
        return Item(
            code: item.code, kind: item.kind.rawValue, name: PageText(item.name, language: language),
            url: item.change == .removed ? nil : links.item(item.kind, item.code, parent: item.parent),
            fields: item.fields.map { field in
                Field(
                    label: label(field.name, item.kind), old: field.old.map { PageText($0, language: language) },
                    new: field.new.map { PageText($0, language: language) })
            })
    }

    private static func label(_ field: String, _ kind: FrameworkContent.Kind) -> String {
        switch field {
        case "code": "Code"
        case "statement": kind == .level ? "Descriptor" : "Name"
        case "name": "Short name"
        case "parent": "Belongs to"
        case "eqf": "EQF reference"
        case "notes": "Notes"
        default: field
        }
    }

    /// A level, with its weight where the weights differ or are not 1.
    private static func demand(_ level: Int?, _ weight: String?, beside other: String?) -> String {
        guard let level else { return "no target" }
        guard let weight, weight != "1" || (other != nil && other != weight) else { return "level \(level)" }
        return "level \(level), weight \(weight)"
    }
}
