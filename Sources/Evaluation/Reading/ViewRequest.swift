internal import LibPQ

/// Which rows of which view are wanted.
public struct ViewRequest: Sendable {
    /// What a column must have: one of these values, in their text form.
    public struct Filter: Sendable {
        let column: String
        var values: [String]
    }

    /// The view's name: as ``EvaluationView/name``.
    public let view: String
    /// What each row must have, column by column.
    public private(set) var filters: [Filter] = []

    /// All rows of a view.
    public init(view: String) {
        self.view = view
    }

    /// Wants rows with a value in a column; of several values of one column, any.
    ///
    /// A column with a list has the value among its elements.
    public mutating func require(_ value: String, in column: String) {
        if let place = filters.firstIndex(where: { $0.column == column }) {
            filters[place].values.append(value)
        } else {
            filters.append(Filter(column: column, values: [value]))
        }
    }
}

extension EvaluationView {
    /// The column that a filter names.
    func column(_ filter: ViewRequest.Filter) throws(EvaluationError) -> Column {
        guard let column = columns.first(where: { $0.name == filter.column }) else {
            throw .unknownColumn(filter.column, view: name, known: columns.map(\.name))
        }
        return column
    }

    /// A query that fails where the values of a filter are not of the column's type; nil where any text is.
    func check(_ filter: ViewRequest.Filter) throws(EvaluationError) -> Query? {
        let column = try column(filter)
        if column.sought == "text" { return nil }
        return "SELECT \(filter.values)::\(unescaped: column.sought)[] IS NOT NULL"
    }

    /// The query for rows in a format: one value a row, a JSON object or a list of texts.
    ///
    /// Names are those of the catalogue, in quotes; values are bound.
    func query(_ filters: [ViewRequest.Filter], _ format: RowFormat) throws(EvaluationError) -> Query {
        var sql = Query.StringInterpolation(literalCapacity: 512, interpolationCount: filters.count)
        sql.appendLiteral("SELECT ")
        if format == .csv {
            sql.appendLiteral("ARRAY[")
            for (position, column) in columns.enumerated() {
                sql.appendLiteral(position == 0 ? "" : ", ")
                sql.appendLiteral(column.isPlain ? "(seen." : "(to_json(seen.")
                sql.appendInterpolation(identifier: column.name)
                sql.appendLiteral(column.isPlain ? ")::text" : ") #>> '{}')")
            }
            sql.appendLiteral("]")
        } else {
            sql.appendLiteral("row_to_json(seen)")
        }
        sql.appendLiteral(" FROM ")
        sql.appendInterpolation(identifier: schema)
        sql.appendLiteral(".")
        sql.appendInterpolation(identifier: relation)
        sql.appendLiteral(" AS seen")
        for (position, filter) in filters.enumerated() {
            let column = try column(filter)
            sql.appendLiteral(position == 0 ? " WHERE seen." : " AND seen.")
            sql.appendInterpolation(identifier: column.name)
            sql.appendLiteral(column.isList ? " && (" : " = ANY (")
            sql.appendInterpolation(filter.values)
            sql.appendLiteral("::")
            sql.appendInterpolation(unescaped: column.sought)
            sql.appendLiteral("[])")
        }
        return Query(stringInterpolation: sql).named("\(schema).\(relation)")
    }
}
