/// Why a body is not `multipart/mixed`.
public struct MultipartError: Error, Sendable, Equatable {
    /// Which rule is broken.
    enum Kind: Sendable { case boundary, structure }

    let kind: Kind
    /// What is wrong, in words.
    public let reason: String

    init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }
}

extension StatementRejection {
    /// A refusal because the body isn't well-formed `multipart/mixed`.
    public init(_ error: MultipartError) {
        let rule: Rule = error.kind == .boundary ? .multipartBoundary : .multipartStructure
        self.init(violations: [rule.violation(error.reason)])
    }
}
