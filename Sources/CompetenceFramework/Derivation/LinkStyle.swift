/// How the ends of associations are written: what their titles are, whether they say that they are of CASE.
struct LinkStyle: Sendable, Hashable {
    /// What the title of an item is at an association's end.
    enum Title: String, Sendable, CaseIterable {
        case fullStatement, code, abbreviatedStatement, none
    }

    var title: Title = .fullStatement
    var targetType: String?

    /// All styles, the usual ones first.
    static let all: [LinkStyle] = Title.allCases.flatMap { title in
        [LinkStyle(title: title, targetType: nil), LinkStyle(title: title, targetType: "CASE")]
    }

    /// An end that is an item.
    func node(_ item: CFItem) -> LinkGenURI {
        let title =
            switch title {
            case .fullStatement: item.fullStatement
            case .code: item.code ?? ""
            case .abbreviatedStatement: item.abbreviatedStatement ?? item.fullStatement
            case .none: ""
            }
        return LinkGenURI(title: title, identifier: item.identifier, uri: item.uri, targetType: targetType)
    }

    /// An end that is the document.
    func node(_ document: CFDocument) -> LinkGenURI {
        LinkGenURI(
            title: title == .none ? "" : document.title, identifier: document.identifier, uri: document.uri,
            targetType: targetType)
    }
}
