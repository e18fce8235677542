/// Why rows of a view are not given.
public enum EvaluationError: Error, Sendable, Equatable {
    /// The schema has no such view.
    case unknownView(String, known: [String])
    /// The view has no such column.
    case unknownColumn(String, view: String, known: [String])
    /// What is looked for in a column is not of its type.
    case badValue(column: String, type: String, reason: String)
    /// So many read at once already; the limit.
    case manyReaders(Int)
    /// The same caller reads so much at once already; the limit.
    case manyOfOneReader(Int)
    /// Whoever asked for the rows took none for a while.
    case abandoned(after: Duration)
}

extension EvaluationError: CustomStringConvertible {
    /// The field and the rule.
    public var description: String {
        switch self {
        case .unknownView(let name, let known):
            "\(name.prefix(200)): schema evaluation has no such view. Known: \(known.joined(separator: ", "))."
        case .unknownColumn(let name, let view, let known):
            "\(name.prefix(200)): evaluation.\(view) has no such column. Known: \(known.joined(separator: ", "))."
        case .badValue(let column, let type, let reason):
            "\(column): is of type \(type), and the database says: \(reason.prefix(300))."
        case .manyReaders(let limit):
            "At most \(limit) answers of this kind are on their way at once; come again in a moment."
        case .manyOfOneReader(let limit):
            "You are reading \(limit) answers of this kind already, which is the limit; finish one, and ask again."
        case .abandoned(let patience): "no rows were taken for \(patience)"
        }
    }
}
