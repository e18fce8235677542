/// What an API key may do (xAPI 2.0 §4.1.7.1, and our own for the scheme's API).
public enum Scope: String, Sendable, CaseIterable {
    /// Everything.
    case all
    /// Reading everything.
    case allRead = "all/read"
    /// Storing statements.
    case statementsWrite = "statements/write"
    /// Reading every statement.
    case statementsRead = "statements/read"
    /// Reading the statements that the key itself stored.
    case statementsReadMine = "statements/read/mine"
    /// Reading and writing state documents.
    case state
    /// Reading and writing profile documents.
    case profile
    /// Adding to the definitions of activities by what statements say of them.
    case define
    /// Reading partners, curricula and pilots.
    case trainingRead = "training/read"
    /// Defining partners, curricula and pilots, and enrolling people in them; reading them as well.
    case pilotsWrite = "pilots/write"
    /// Proposing changes of a draft of the framework, and discussing them.
    case frameworkPropose = "framework/propose"
    /// Deciding what is proposed, and so changing drafts of the framework.
    case frameworkWrite = "framework/write"
    /// Reading the rules of awards, who may assess, and which pilots' awards a person approves.
    case rulesRead = "rules/read"
    /// Defining and publishing them; reading them as well.
    case rulesWrite = "rules/write"
    /// Reading awards and why they were made.
    case awardsRead = "awards/read"
    /// Approving and refusing awards, and having evidence weighed anew; reading them as well.
    case awardsWrite = "awards/write"
    /// Reading the views of schema `evaluation`.
    case evaluationRead = "evaluation/read"
    /// Revoking credentials.
    case credentialsWrite = "credentials/write"
}

extension Scope {
    /// Whether a key with these scopes may do what this scope stands for.
    public func isGranted(by scopes: Set<Scope>) -> Bool {
        if scopes.contains(.all) || scopes.contains(self) { return true }
        switch self {
        case .statementsRead, .evaluationRead, .allRead: return scopes.contains(.allRead)
        case .trainingRead: return scopes.contains(.allRead) || scopes.contains(.pilotsWrite)
        case .rulesRead: return scopes.contains(.allRead) || scopes.contains(.rulesWrite)
        case .awardsRead: return scopes.contains(.allRead) || scopes.contains(.awardsWrite)
        case .statementsReadMine: return scopes.contains(.allRead) || scopes.contains(.statementsRead)
        default: return false
        }
    }
}
