extension Optional {
    /// What comes of the value, if there is one.
    func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result?) async throws -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
