extension DocumentStore {
    /// How often a merge is tried again when somebody else's change came first.
    private static let attempts = 1000

    /// Merges the members of a JSON object into the one that is there, or stores it where there is none, if the
    /// condition holds.
    ///
    /// What was read is what is replaced, or it is read again: no change that others make in between is lost.
    public func merge(
        _ content: DocumentContent, into key: DocumentKey, if condition: DocumentCondition = .none, maximumBytes: Int
    ) async throws -> DocumentOutcome {
        let merge: DocumentMerge
        do { merge = try DocumentMerge(content, maximumBytes: maximumBytes) } catch { return .unmergeable(error) }
        let keys = try await dictionaryKeys(of: key.collection)
        for _ in 0..<Self.attempts {
            let stored = try await document(key)
            guard condition.holds(for: stored?.tag) else { return .conditionFailed }
            let outcome: DocumentOutcome
            if let stored {
                let merged: DocumentContent
                do { merged = try merge.merged(into: stored.content) } catch { return .unmergeable(error) }
                outcome = try await put(
                    merged, at: key, keys: keys, if: DocumentCondition(required: .tagged([stored.tag])),
                    mediaType: stored.content.mediaType)
            } else {
                outcome = try await put(content, at: key, keys: keys, if: .absent)
            }
            if outcome != .conditionFailed { return outcome }
        }
        throw LearningRecordError.overloaded
    }
}
