internal import Frameworks

/// The whole framework for paper: every area with its competences and levels, who needs what, and the profiles.
struct FrameworkBook {
    /// An area.
    struct Area {
        let code: String
        let statement: PageText
        let about: PageText?
        let competences: [Competence]
    }

    /// A competence.
    struct Competence {
        let code: String
        let statement: PageText
        let notes: PageText?
        let levels: [LevelCard]
    }

    /// A profile.
    struct Profile {
        let code: String
        let statement: PageText
        let about: PageText?
        let radar: Radar?
        let alignments: AlignmentList?
    }

    let shell: FrameworkShell
    /// The version and its status.
    let edition: String
    let heading: PageText
    let lead: PageText?
    let remarks: PageText?
    let version: String
    let areas: [Area]
    let matrix: TargetMatrix?
    let profiles: [Profile]
    let hasProfiles: Bool

    init(_ content: FrameworkContent, _ links: FrameworkLinks, path: String) {
        let overview = FrameworkOverview(content, links, path: path)
        shell = FrameworkShell(content, links, path: path, crumbs: [])
        edition = overview.edition
        heading = overview.heading
        lead = overview.lead
        remarks = overview.remarks
        version = content.document.version
        areas = content.items(.area).map { area in
            Area(
                code: area.code, statement: PageText(area.statement), about: area.notes.map { PageText($0) },
                competences: content.items(.competence, of: area.code).map { competence in
                    Competence(
                        code: competence.code, statement: PageText(competence.statement),
                        notes: competence.notes.map { PageText($0) },
                        levels: content.items(.level, of: competence.code).map(LevelCard.init))
                })
        }
        matrix = overview.matrix
        profiles = content.items(.profile).map { profile in
            Profile(
                code: profile.code, statement: PageText(profile.statement),
                about: profile.notes.map { PageText($0) },
                radar: content.targets.contains { $0.profile == profile.code }
                    ? Radar(content, profiles: [profile]) : nil,
                alignments: AlignmentList(content, of: profile.code))
        }
        hasProfiles = !profiles.isEmpty
    }
}
