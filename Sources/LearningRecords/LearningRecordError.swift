public import FoundationEssentials

/// Why the store could not do what was asked.
public enum LearningRecordError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Statements with these ids exist and say something else (xAPI 2.0 §4.1.3.1).
    case conflict([UUID])
    /// More is waiting to be stored than the store lets wait; the client should come again later.
    case overloaded
    /// The database cannot be reached or broke off; whether the statements were stored is unknown.
    case unavailable(String)

    /// The error in words.
    public var description: String {
        switch self {
        case .conflict(let ids):
            "id: stored already, and saying something else: "
                + ids.map { $0.uuidString.lowercased() }.joined(separator: ", ")
        case .overloaded: "Too much is waiting to be stored; try again in a moment."
        case .unavailable(let reason): "The database cannot be reached, or broke off: \(reason)"
        }
    }
}
