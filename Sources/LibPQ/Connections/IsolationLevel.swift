/// How much a transaction sees of those that run beside it.
public enum IsolationLevel: String, Sendable {
    /// Every statement sees what was committed before it.
    case readCommitted = "READ COMMITTED"
    /// All statements see the same state; a write that clashes fails with 40001.
    case repeatableRead = "REPEATABLE READ"
    /// As if transactions ran one after the other; those that can't fail with 40001.
    case serializable = "SERIALIZABLE"
}
