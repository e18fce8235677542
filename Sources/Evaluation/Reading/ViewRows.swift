internal import AsyncAlgorithms

/// The rows of a view on their way, as bytes, piece by piece.
///
/// The database is read no faster than pieces are taken, and no more than two of them are held. Whoever lets go of this
/// has the query cancelled.
public final class ViewRows: Sendable {
    // A class, for the end of what reads the database is tied to its own.
    private let pieces: AsyncThrowingChannel<[UInt8], any Error>
    private let reading: Task<Void, Never>

    /// - Parameter read: Sends the pieces.
    init(_ read: @escaping @Sendable (AsyncThrowingChannel<[UInt8], any Error>) async throws -> Void) {
        let pieces = AsyncThrowingChannel<[UInt8], any Error>()
        self.pieces = pieces
        // Not awaited: it ends when all is sent, when nobody takes what it sends, or with this object.
        reading = Task {
            do {
                try await read(pieces)
                pieces.finish()
            } catch {
                pieces.fail(error)
            }
        }
    }

    deinit { reading.cancel() }

    /// The next piece; nil after the last.
    ///
    /// An error means that rows are missing, whatever was given before.
    public func next() async throws -> [UInt8]? {
        var iterator = pieces.makeAsyncIterator()
        if let piece = try await iterator.next() { return piece }
        // The iterator of a cancelled task ends as one that has everything.
        try Task.checkCancellation()
        return nil
    }
}

extension AsyncThrowingChannel where Element == [UInt8], Failure == any Error {
    /// Sends a piece, if it is taken in time.
    func send(_ piece: [UInt8], within patience: Duration) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                await self.send(piece)
                return !Task.isCancelled
            }
            group.addTask {
                try await Task.sleep(for: patience)
                return false
            }
            defer { group.cancelAll() }
            let isTaken = try await group.next() ?? false
            try Task.checkCancellation()
            if !isTaken { throw EvaluationError.abandoned(after: patience) }
        }
    }
}
