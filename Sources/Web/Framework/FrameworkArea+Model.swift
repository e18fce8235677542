internal import Frameworks

/// The page of an area: its competences with their levels.
struct FrameworkArea {
    /// A competence of the area.
    struct Competence {
        let code: String
        let url: String
        let statement: PageText
        let levels: [LevelCard]
        let hasLevels: Bool

        init(_ competence: FrameworkContent.Item, _ content: FrameworkContent, _ links: FrameworkLinks) {
            code = competence.code
            url = links.item(.competence, competence.code)
            statement = PageText(competence.statement)
            levels = content.items(.level, of: competence.code).map(LevelCard.init)
            hasLevels = !levels.isEmpty
        }
    }

    let shell: FrameworkShell
    let code: String
    let heading: PageText
    let about: PageText?
    let competences: [Competence]
    let others: [FrameworkOverview.Entry]
    let identifier: String

    /// - Returns: nil when the framework has no such area.
    init?(_ content: FrameworkContent, _ links: FrameworkLinks, code: String, path: String) {
        guard let area = content.item(.area, code) else { return nil }
        shell = FrameworkShell(content, links, path: path, crumbs: [])
        self.code = code
        heading = PageText(area.statement)
        about = area.notes.map { PageText($0) }
        competences = content.items(.competence, of: code).map { Competence($0, content, links) }
        others = content.items(.area).filter { $0.code != code }.map { other in
            FrameworkOverview.Entry(
                code: other.code, url: links.item(.area, other.code), statement: PageText(other.statement))
        }
        identifier = area.identifier
    }
}
