/// What must hold of the stored document for a change to happen; checked in the same statement as the change.
public struct DocumentCondition: Sendable, Hashable {
    /// Versions of a document.
    public enum Versions: Sendable, Hashable {
        /// Whichever is there.
        case any
        /// Those with one of these tags.
        case tagged([String])
    }

    /// What must be there; anything or nothing when it is nil.
    public var required: Versions?
    /// What must not be there.
    public var excluded: Versions?

    /// A condition; it always holds when both are nil.
    public init(required: Versions? = nil, excluded: Versions? = nil) {
        self.required = required
        self.excluded = excluded
    }

    /// Holds always.
    public static let none = DocumentCondition()
    /// Holds while there is no document.
    public static let absent = DocumentCondition(excluded: .any)

    /// Whether it holds of what is there: a document's tag, or nil for none.
    func holds(for tag: String?) -> Bool {
        guard let tag else { return required == nil }
        return required.map { $0.contains(tag) } ?? true && !(excluded.map { $0.contains(tag) } ?? false)
    }
}

extension DocumentCondition.Versions {
    fileprivate func contains(_ tag: String) -> Bool { tags.map { $0.contains(tag) } ?? true }

    /// The tags, as queries take them; nil for any.
    var tags: [String]? {
        switch self {
        case .any: nil
        case .tagged(let tags): tags
        }
    }
}
