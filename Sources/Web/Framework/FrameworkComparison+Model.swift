internal import Frameworks

/// The page that compares profiles: their radars over one another, and a table that marks where they differ.
struct FrameworkComparison {
    /// How many profiles can be told apart in one picture.
    static let maximum = 4

    /// A profile that can be chosen.
    struct Choice {
        let code: String
        let statement: PageText
        let isChosen: Bool
    }

    /// A profile that is compared.
    struct Column {
        let code: String
        let url: String
        let name: PageText
        let style: String
        let mark: String
    }

    /// What one profile demands.
    struct Cell {
        let meter: LevelMeter?
    }

    /// A competence.
    struct Row {
        let code: String
        let url: String
        let statement: PageText
        let cells: [Cell]
        let differs: Bool
        let difference: String
    }

    /// An area.
    struct Group {
        let code: String
        let statement: PageText
        let width: Int
        let rows: [Row]
    }

    let shell: FrameworkShell
    let choices: [Choice]
    let action: String
    /// The language, which the form keeps.
    let kept: String?
    let columns: [Column]
    let count: Int
    let isCompared: Bool
    let radar: Radar?
    let groups: [Group]
    let verdict: String

    /// - Parameter chosen: The codes of profiles that the framework has.
    init(_ content: FrameworkContent, _ links: FrameworkLinks, chosen: [String], path: String) {
        let profiles = chosen.compactMap { content.item(.profile, $0) }
        let query = chosen.isEmpty ? "" : "profiles=" + chosen.map(PathSegment.encoded).joined(separator: ",")
        shell = FrameworkShell(content, links, path: path, crumbs: [], query: query)
        choices = content.items(.profile).map { profile in
            Choice(
                code: profile.code, statement: PageText(profile.statement), isChosen: chosen.contains(profile.code))
        }
        action = path
        kept = links.language
        count = profiles.count
        isCompared = profiles.count > 1
        columns = profiles.enumerated().map { number, profile in
            Column(
                code: profile.code, url: links.item(.profile, profile.code), name: PageText(profile.statement),
                style: "s\(number + 1)", mark: Radar.marks[number % Radar.marks.count])
        }
        radar = isCompared ? Radar(content, profiles: profiles) : nil
        groups = content.items(.area).map { area in
            let rows = content.items(.competence, of: area.code).map { competence in
                let levels = profiles.map { profile in
                    content.targets.first { $0.profile == profile.code && $0.competence == competence.code }?.level
                }
                return Row(
                    code: competence.code, url: links.item(.competence, competence.code),
                    statement: PageText(competence.statement),
                    cells: levels.map { Cell(meter: $0.map { LevelMeter($0) }) },
                    differs: Set(levels).count > 1, difference: Self.difference(levels))
            }
            return Group(
                code: area.code, statement: PageText(area.statement), width: profiles.count + 2, rows: rows)
        }.filter { !$0.rows.isEmpty }
        let rows = groups.flatMap(\.rows)
        let differing = rows.filter(\.differs).count
        verdict =
            differing == 0
            ? "They demand the same of all \(rows.count) competences."
            : "They differ in \(differing) of \(rows.count) competences."
    }

    /// What lies between the lowest and the highest of some levels, in words.
    static func difference(_ levels: [Int?]) -> String {
        let known = levels.compactMap { $0 }
        guard let lowest = known.min(), let highest = known.max() else { return "none has a target" }
        if known.count < levels.count { return "not a target of all" }
        switch highest - lowest {
        case 0: return "same"
        case 1: return "1 level"
        default: return "\(highest - lowest) levels"
        }
    }
}
