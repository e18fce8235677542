/// How far the discussion of a proposal has come.
public enum ProposalStatus: String, Sendable, CaseIterable {
    /// It is being discussed.
    case open
    /// Who proposed it has taken it back.
    case withdrawn
    /// It was accepted, and the draft changed by it.
    case accepted
    /// It was rejected.
    case rejected
}
