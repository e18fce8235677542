internal import Frameworks

/// The page of one version of a framework: areas with their competences, profiles, and who needs what.
struct FrameworkOverview {
    /// A version in the list of frameworks.
    struct Version {
        let title: PageText
        let code: String
        let version: String
        let status: String
        let since: String?
        let url: String
    }

    /// A competence or profile by name.
    struct Entry {
        let code: String
        let url: String
        let statement: PageText
    }

    /// An area with its competences.
    struct Area {
        let code: String
        let url: String
        let statement: PageText
        let competences: [Entry]
    }

    /// A profile with the outline of its targets.
    struct Profile {
        let code: String
        let url: String
        let statement: PageText
        let count: String
        let shape: Radar?
    }

    let shell: FrameworkShell
    /// The version and its status.
    let edition: String
    let heading: PageText
    let lead: PageText?
    let remarks: PageText?
    let areas: [Area]
    let profiles: [Profile]
    let hasAreas: Bool
    let hasProfiles: Bool
    let matrix: TargetMatrix?
    /// Items of another publisher's types.
    let others: ItemTree?
    /// Every framework and version; empty on the page of one version.
    let versions: [Version]
    let hasVersions: Bool

    init(
        _ content: FrameworkContent, _ links: FrameworkLinks, path: String, documents: [FrameworkSummary] = []
    ) {
        let document = content.document
        shell = FrameworkShell(content, links, path: path, crumbs: nil)
        edition = "\(document.code) \(document.version) · \(document.status)"
        heading = PageText(document.title)
        lead = document.description.map(PageText.init)
        remarks = document.notes.map(PageText.init)
        areas = content.items(.area).map { area in
            Area(
                code: area.code, url: links.item(.area, area.code), statement: PageText(area.statement),
                competences: content.items(.competence, of: area.code).map { competence in
                    Entry(
                        code: competence.code, url: links.item(.competence, competence.code),
                        statement: PageText(competence.statement))
                })
        }
        profiles = content.items(.profile).map { profile in
            let targets = content.targets.filter { $0.profile == profile.code }
            return Profile(
                code: profile.code, url: links.item(.profile, profile.code), statement: PageText(profile.statement),
                count: targets.count == 1 ? "1 target" : "\(targets.count) targets",
                shape: Radar(content, profiles: [profile]))
        }
        hasAreas = !areas.isEmpty
        hasProfiles = !profiles.isEmpty
        matrix = TargetMatrix(content, links)
        others = ItemTree(content)
        versions = documents.map { other in
            Version(
                title: PageText(other.title, language: other.titleLanguage), code: other.code, version: other.version,
                status: other.status, since: other.since,
                url: FrameworkLinks(code: other.code, version: other.version, language: links.language).overview)
        }
        hasVersions = !versions.isEmpty
    }
}

extension Radar {
    /// The targets of profiles in all competences of a framework.
    init?(_ content: FrameworkContent, profiles: [FrameworkContent.Item]) {
        let areas = content.items(.area).map { content.items(.competence, of: $0.code).map(\.code) }
        let values = profiles.map { profile in
            let targets = content.targets.filter { $0.profile == profile.code }
            return Values(
                name: "\(profile.code) \(profile.statement.text)",
                levels: areas.flatMap { $0 }.map { code in targets.first { $0.competence == code }?.level })
        }
        self.init(areas: areas, series: values)
    }
}
