internal import Frameworks

/// Who needs what: the target level of each profile in each competence.
struct TargetMatrix {
    /// A profile.
    struct Column {
        let code: String
        let url: String
        let name: PageText
    }

    /// A level, or no target.
    struct Cell {
        let level: String?
        let tone: String
    }

    /// A competence.
    struct Row {
        let code: String
        let url: String
        let statement: PageText
        let cells: [Cell]
    }

    /// An area.
    struct Group {
        let code: String
        let statement: PageText
        let width: Int
        let rows: [Row]
    }

    let columns: [Column]
    let groups: [Group]

    /// - Returns: nil where there is nothing to cross.
    init?(_ content: FrameworkContent, _ links: FrameworkLinks) {
        let profiles = content.items(.profile)
        let levels = Dictionary(
            content.targets.map { ([$0.profile, $0.competence], $0.level) }, uniquingKeysWith: { first, _ in first })
        columns = profiles.map { profile in
            Column(
                code: profile.code, url: links.item(.profile, profile.code), name: PageText(profile.statement))
        }
        groups = content.items(.area).map { area in
            let rows = content.items(.competence, of: area.code).map { competence in
                Row(
                    code: competence.code, url: links.item(.competence, competence.code),
                    statement: PageText(competence.statement),
                    cells: profiles.map { profile in
                        let level = levels[[profile.code, competence.code]]
                        return Cell(level: level.map { "\($0)" }, tone: "h\(level ?? 0)")
                    })
            }
            return Group(
                code: area.code, statement: PageText(area.statement), width: profiles.count + 1, rows: rows)
        }.filter { !$0.rows.isEmpty }
        if columns.isEmpty || groups.isEmpty { return nil }
    }
}
