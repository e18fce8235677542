internal import Frameworks

/// An edit of a proposal, as what stands there before and after.
struct ProposalChange {
    /// One of the two sides.
    struct Side {
        let pieces: [WordDifference.Piece]
        /// BCP 47 tag for the `lang` attribute; nil for that of the page.
        let tag: String?
    }

    let code: String
    /// The page of the item; nil when there is no such item any more.
    let url: String?
    let label: String
    let before: Side?
    let after: Side?
    /// Why the edit does not fit.
    let misfit: String?

    init(_ edit: ProposalEdit, _ content: FrameworkContent, _ links: FrameworkLinks, misfit: String?) {
        self.misfit = misfit
        switch edit {
        case .text(let item, let field, let language, let from, let to):
            let place = content.items.first { $0.code == item }
            code = item
            url = place.map { links.item($0.kind, item, parent: $0.parent) }
            label = Self.label(field, place?.kind) + (language.map { ", " + LanguageNames.name(of: $0) } ?? "")
            let tag = PageText("", language: language ?? content.document.language).tag
            let pieces = WordDifference.pieces(from ?? "", to ?? "")
            before = from.map { _ in Side(pieces: pieces.old, tag: tag) }
            after = to.map { _ in Side(pieces: pieces.new, tag: tag) }
        case .target(let profile, let competence, let from, let to):
            code = profile
            url = content.item(.profile, profile).map { _ in links.item(.profile, profile) }
            label = "Target in \(competence)"
            before = Self.side(from, beside: to)
            after = Self.side(to, beside: from)
        }
    }

    private static func label(_ field: String, _ kind: FrameworkContent.Kind?) -> String {
        switch field {
        case "fullStatement": kind == .level ? "Descriptor" : "Name"
        case "abbreviatedStatement": "Short name"
        default: "Notes"
        }
    }

    /// A level, with its weight where that is not 1 or changes.
    private static func side(_ demand: ProposalEdit.Demand?, beside other: ProposalEdit.Demand?) -> Side? {
        guard let demand else { return nil }
        let isPlain = demand.weight == "1" && (other == nil || other?.weight == "1")
        let text = "level \(demand.level)" + (isPlain ? "" : ", weight \(demand.weight)")
        return Side(pieces: [WordDifference.Piece(text: text, isChanged: true)], tag: nil)
    }
}
