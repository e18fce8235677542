internal import Frameworks

/// The page of a staff profile: its targets as a radar and as a table, and what it corresponds to.
struct FrameworkProfile {
    /// A competence and what the profile demands of it.
    struct Row {
        let code: String
        let url: String
        let statement: PageText
        let target: Target?
    }

    /// The demand.
    struct Target {
        let meter: LevelMeter
        let descriptor: PageText?
        let weight: String
    }

    /// An area.
    struct Group {
        let code: String
        let statement: PageText
        let rows: [Row]
    }

    /// A profile to compare with.
    struct Other {
        let code: String
        let statement: PageText
        let url: String
        let comparison: String
    }

    let shell: FrameworkShell
    let code: String
    let heading: PageText
    let about: PageText?
    let radar: Radar?
    let count: Int
    let total: Int
    let groups: [Group]
    let hasGroups: Bool
    let alignments: AlignmentList?
    let others: [Other]
    let hasOthers: Bool
    let identifier: String

    /// - Returns: nil when the framework has no such profile.
    init?(_ content: FrameworkContent, _ links: FrameworkLinks, code: String, path: String) {
        guard let profile = content.item(.profile, code) else { return nil }
        shell = FrameworkShell(content, links, path: path, crumbs: [])
        self.code = code
        heading = PageText(profile.statement)
        about = profile.notes.map { PageText($0) }
        let targets = content.targets.filter { $0.profile == code }
        radar = targets.isEmpty ? nil : Radar(content, profiles: [profile])
        count = targets.count
        total = content.items(.competence).count
        groups = content.items(.area).map { area in
            let rows = content.items(.competence, of: area.code).map { competence in
                let target = targets.first { $0.competence == competence.code }
                return Row(
                    code: competence.code, url: links.item(.competence, competence.code),
                    statement: PageText(competence.statement),
                    target: target.map { target in
                        let level = content.items(.level, of: competence.code).first { $0.level == target.level }
                        return Target(
                            meter: LevelMeter(target.level, name: level?.name),
                            descriptor: (level?.statement).map { PageText($0) }, weight: target.weight)
                    })
            }
            return Group(code: area.code, statement: PageText(area.statement), rows: rows)
        }.filter { !$0.rows.isEmpty }
        hasGroups = !groups.isEmpty
        alignments = AlignmentList(content, of: code)
        others = content.items(.profile).filter { $0.code != code }.map { other in
            Other(
                code: other.code, statement: PageText(other.statement), url: links.item(.profile, other.code),
                comparison: links.comparison(of: [code, other.code]))
        }
        hasOthers = !others.isEmpty
        identifier = profile.identifier
    }
}

extension FrameworkLinks {
    /// The comparison of some profiles.
    func comparison(of profiles: [String]) -> String {
        let list = profiles.map(PathSegment.encoded).joined(separator: ",")
        return comparison + (comparison.contains("?") ? "&" : "?") + "profiles=" + list
    }
}
