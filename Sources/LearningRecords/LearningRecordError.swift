public import FoundationEssentials

/// Why the store could not do what was asked.
public enum LearningRecordError: Error, Sendable, Equatable {
    /// Statements with these ids exist and say something else (xAPI 2.0 §4.1.3.1).
    case conflict([UUID])
    /// More is waiting to be stored than the store lets wait; the client should come again later.
    case overloaded
    /// The database cannot be reached or broke off; whether the statements were stored is unknown.
    case unavailable(String)
}
