extension Connection {
    /// Sends several statements together and reads their results in one round trip.
    ///
    /// All of them are one transaction, unless one is open already. When a statement fails, the others are undone or
    /// don't run, and its error is thrown, with its name and index.
    ///
    /// ```swift
    /// let (partners, count) = try await db.pipeline { p in
    ///     (p.rows("SELECT code FROM partner", as: String.self), p.rows("SELECT count(*) FROM pilot", as: Int.self))
    /// }
    /// print(try partners.get(), try count.get())
    /// ```
    ///
    /// Results stay in memory until all have been read, so stream large ones instead.
    @discardableResult
    public borrowing func pipeline<Result>(_ build: (Pipeline) throws -> Result) async throws -> Result {
        let pipeline = Pipeline()
        let result = try build(pipeline)
        try await session.run(pipeline.steps)
        return result
    }
}
