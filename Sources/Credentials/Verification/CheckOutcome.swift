/// What came out of a check.
public enum CheckOutcome: Hashable, Sendable {
    /// It is as it should be.
    case passed
    /// It is not; the text says why, in plain words.
    case failed(String)
    /// It could not be told; the text says why.
    case couldNotCheck(String)
    /// The credential gives nothing to check; the text says what that means.
    case notApplicable(String)
    /// Nobody asked.
    case notRequested

    /// The outcome's name in the JSON form.
    public var name: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .couldNotCheck: "couldNotCheck"
        case .notApplicable: "notApplicable"
        case .notRequested: "notRequested"
        }
    }

    /// The reason, when there is one.
    public var reason: String? {
        switch self {
        case .failed(let reason), .couldNotCheck(let reason), .notApplicable(let reason): reason
        case .passed, .notRequested: nil
        }
    }

    var isFailed: Bool { if case .failed = self { true } else { false } }

    var isUnknown: Bool { if case .couldNotCheck = self { true } else { false } }
}
