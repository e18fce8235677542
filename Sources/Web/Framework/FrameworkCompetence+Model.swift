internal import Frameworks

/// The page of a competence: its levels, who needs which, who else has it.
struct FrameworkCompetence {
    /// A profile that has a target in the competence.
    struct Demand {
        let code: String
        let url: String
        let name: PageText
        let target: LevelMeter
        let weight: String
    }

    let shell: FrameworkShell
    let code: String
    let heading: PageText
    let area: FrameworkOverview.Entry?
    let levels: [LevelCard]
    let hasLevels: Bool
    let demands: [Demand]
    let hasDemands: Bool
    let others: [FrameworkOverview.Entry]
    let hasOthers: Bool
    let provenance: PageText?
    let keywords: String?
    let alignments: AlignmentList?
    let identifier: String
    let previous: FrameworkOverview.Entry?
    let next: FrameworkOverview.Entry?

    /// - Returns: nil when the framework has no such competence.
    init?(_ content: FrameworkContent, _ links: FrameworkLinks, code: String, path: String) {
        guard let competence = content.item(.competence, code) else { return nil }
        func entry(_ item: FrameworkContent.Item) -> FrameworkOverview.Entry {
            FrameworkOverview.Entry(
                code: item.code, url: links.item(item.kind, item.code), statement: PageText(item.statement))
        }
        let area = competence.parent.flatMap { content.item(.area, $0) }
        self.area = area.map(entry)
        self.code = code
        heading = PageText(competence.statement)
        shell = FrameworkShell(
            content, links, path: path, crumbs: area.map { FrameworkShell.crumbs([$0], links) } ?? [])
        levels = content.items(.level, of: code).map(LevelCard.init)
        hasLevels = !levels.isEmpty
        let targets = content.targets.filter { $0.competence == code }
        let profiles = content.items(.profile)
        demands = profiles.compactMap { profile -> (level: Int, demand: Demand)? in
            guard let target = targets.first(where: { $0.profile == profile.code }) else { return nil }
            let name = content.items(.level, of: code).first { $0.level == target.level }?.name
            return (
                target.level,
                Demand(
                    code: profile.code, url: links.item(.profile, profile.code), name: PageText(profile.statement),
                    target: LevelMeter(target.level, name: name), weight: target.weight)
            )
        }.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }.map(\.element.demand)
        hasDemands = !demands.isEmpty
        others = profiles.filter { profile in !targets.contains { $0.profile == profile.code } }.map(entry)
        hasOthers = !others.isEmpty
        provenance = competence.notes.map { PageText($0) }
        keywords = competence.keywords.isEmpty ? nil : competence.keywords.joined(separator: ", ")
        alignments = AlignmentList(content, of: code)
        identifier = competence.identifier
        let all = content.items(.competence)
        let index = all.firstIndex { $0.code == code } ?? 0
        previous = index > 0 ? entry(all[index - 1]) : nil
        next = index + 1 < all.count ? entry(all[index + 1]) : nil
    }
}

extension FrameworkShell {
    /// Items in the path to a page.
    static func crumbs(_ items: [FrameworkContent.Item], _ links: FrameworkLinks) -> [Crumb] {
        items.map { item in
            let label = FrameworkText(
                "\(item.code) \(item.statement.text)", language: item.statement.language)
            return Crumb(label: PageText(label), url: links.item(item.kind, item.code, parent: item.parent))
        }
    }
}
