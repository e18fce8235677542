internal import Frameworks

/// What an item corresponds to outside of the framework.
struct AlignmentList {
    /// One such correspondence.
    struct Entry {
        let title: String
        let url: String?
        let address: String
        let match: String
        let scheme: String
        let group: String?
        let notes: String?
    }

    let entries: [Entry]

    /// - Returns: nil when there is none.
    init?(_ content: FrameworkContent, of item: String) {
        entries = content.alignments.filter { $0.item == item }.map { alignment in
            Entry(
                title: alignment.title ?? alignment.address, url: FrameworkShell.webAddress(alignment.address),
                address: alignment.address, match: Self.match(alignment), scheme: Self.scheme(alignment),
                group: alignment.group, notes: alignment.notes)
        }
        if entries.isEmpty { return nil }
    }

    private static func match(_ alignment: FrameworkContent.Alignment) -> String {
        switch alignment.match {
        case "exact": "Exact match"
        case "close": "Close match"
        case "broad": "Broader there"
        case "narrow": "Narrower there"
        case "related": "Related only"
        default: alignment.type
        }
    }

    private static func scheme(_ alignment: FrameworkContent.Alignment) -> String {
        let name = alignment.scheme.hasPrefix("ext:") ? alignment.scheme.dropFirst(4).uppercased() : alignment.scheme
        return alignment.version.map { "\(name) \($0)" } ?? name
    }
}
