/// A view that evaluators may read, in the words of its comments in the database.
public struct EvaluationView: Sendable, Equatable {
    /// A column of a view.
    public struct Column: Sendable, Equatable {
        /// The column's name.
        public let name: String
        /// The type as SQL writes it, such as `double precision`.
        public let type: String
        /// What it says: unit or formula, and what to mind.
        public let comment: String
        /// The type of what is looked for in it; of a list, that of its elements.
        let sought: String
        let isList: Bool
        /// Whether its text is the same in SQL as in JSON.
        let isPlain: Bool

        /// Describes a column.
        public init(
            name: String, type: String, comment: String, sought: String = "text", isList: Bool = false,
            isPlain: Bool = true
        ) {
            self.name = name
            self.type = type
            self.comment = comment
            self.sought = sought
            self.isList = isList
            self.isPlain = isPlain
        }
    }

    /// The view's name, without the schema where that is `evaluation`: `gain`, but `published.gain`.
    public let name: String
    /// What a row is, where it comes from, how it is computed, and what to mind.
    public let comment: String
    /// The columns, in their order.
    public private(set) var columns: [Column]

    /// The schema that it is in.
    public var schema: String { name.hasPrefix(Self.publishedPrefix) ? "published" : "evaluation" }
    /// Its name within the schema.
    var relation: String { schema == "evaluation" ? name : String(name.dropFirst(Self.publishedPrefix.count)) }
    /// Whether it tells of the pilots of all partners, and not of one's own.
    public var isPublished: Bool { schema == "published" }

    private static let publishedPrefix = "published."

    /// Describes a view.
    public init(name: String, comment: String, columns: [Column]) {
        self.name = name
        self.comment = comment
        self.columns = columns
    }
}

extension EvaluationView {
    /// A row of the catalogue: a column, and of which view it is.
    typealias Entry = (String, String, String, String, String, String, Bool, Bool)

    /// Puts the views together from their columns, which come view by view.
    static func views(_ entries: [Entry]) -> [EvaluationView] {
        var views: [EvaluationView] = []
        for (view, about, name, type, comment, sought, isList, isPlain) in entries {
            if views.last?.name != view { views.append(EvaluationView(name: view, comment: about, columns: [])) }
            views[views.count - 1].columns.append(
                Column(name: name, type: type, comment: comment, sought: sought, isList: isList, isPlain: isPlain))
        }
        return views
    }
}
