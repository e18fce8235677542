public import JSON

/// A table of a report: the rows of a view as they were, with what its columns mean.
public struct FrozenTable: Sendable {
    /// A column.
    public struct Column: Sendable, Equatable {
        /// The column's name.
        public let name: String
        /// The type as SQL writes it.
        public let type: String
        /// What it says: unit or formula, and what to mind.
        public let description: String
    }

    /// Its name within the report.
    public let name: String
    /// The view that it is of, with the schema.
    public let view: String
    /// What a row is, and what to mind.
    public let description: String
    /// The columns, in their order.
    public let columns: [Column]
    /// The rows, in their order.
    public let rows: [FrozenRow]

    init(_ json: JSONValue) {
        name = json.text("name") ?? ""
        view = json.text("view") ?? ""
        description = json.text("description") ?? ""
        columns = json.list("columns").map { column in
            Column(
                name: column.text("name") ?? "", type: column.text("type") ?? "",
                description: column.text("description") ?? "")
        }
        rows = json.list("rows").map(FrozenRow.init)
    }
}

/// A row of a table of a report.
public struct FrozenRow: Sendable {
    /// The row as it was frozen: an object with a member for each column.
    public let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    /// A column's text; nil where it has none.
    func text(_ column: String) -> String? { json.text(column) }

    /// A column's number; nil where it has none.
    func number(_ column: String) -> Double? { json[column]?.double }

    /// A column's whole number; nil where it has none.
    func whole(_ column: String) -> Int? { json[column]?.integer.map(Int.init) }

    /// Whether a column says so.
    func flag(_ column: String) -> Bool { json[column]?.boolean ?? false }

    /// Whether numbers of the row are hidden because they are about too few people.
    var isSuppressed: Bool { flag("suppressed") }
}

extension JSONValue {
    /// A member's text, or number as it is written; nil where it has none.
    func text(_ member: String) -> String? { self[member].flatMap { $0.string ?? $0.lexeme } }

    /// A member's elements; none where it is no list.
    func list(_ member: String) -> [JSONValue] { self[member].map { Array($0.elements) } ?? [] }
}
