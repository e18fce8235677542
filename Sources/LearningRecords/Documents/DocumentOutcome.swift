/// What became of storing a document.
public enum DocumentOutcome: Sendable, Equatable {
    /// It is stored, and has this tag now.
    case stored(tag: String)
    /// Nothing changed, because the condition does not hold.
    case conditionFailed
    /// Nothing changed, because the two cannot be merged.
    case unmergeable(MergeFault)
}

/// Why documents cannot be merged (xAPI 2.0 §4.1.5): both must be JSON objects, and say so.
public enum MergeFault: Error, Sendable, Equatable {
    /// The sent document has this media type, which is not `application/json`.
    case sentMediaType(String)
    /// The sent document is no JSON object.
    case sentContents(String)
    /// The stored document has this media type, which is not `application/json`.
    case storedMediaType(String)
    /// The stored document is no JSON object.
    case storedContents(String)
    /// What comes of it has more bytes than a document may have.
    case tooLarge
}
