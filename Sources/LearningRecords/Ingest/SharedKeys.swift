internal import LibPQ

/// The dictionary of keys, which requests look things up in at once and the writer adds to.
final class SharedKeys: Sendable {
    private let dictionary: ReadWriteLocked<KeyDictionary>

    init(capacity: Int) {
        dictionary = ReadWriteLocked(KeyDictionary(capacity: capacity))
    }

    /// The request, encoded if all that it names is known.
    func encoded(_ request: IngestRequest) -> IngestRequest {
        var request = request
        dictionary.read { request.encode(with: $0, isAsked: false) }
        return request
    }

    /// The request, encoded after ``learn(_:in:)``.
    func encodedAfterLearning(_ request: IngestRequest) throws -> IngestRequest {
        var request = request
        dictionary.read { request.encode(with: $0, isAsked: true) }
        guard request.rows != nil else { throw UnknownKeys() }
        return request
    }

    /// Asks the database for what requests name and the dictionary does not know.
    func learn(_ requests: [IngestRequest], in pool: ConnectionPool) async throws {
        // Before it is asked what is missing: a batch must find all its keys.
        dictionary.write { $0.forgetIfFull() }
        var missing = dictionary.read { $0.missing(for: requests) }
        if missing.defines {
            let silent = try await SilentStatements(among: requests, in: pool)
            missing = dictionary.read { $0.missing(for: requests, silent: silent) }
        }
        guard !missing.isEmpty else { return }
        let found = try await FoundKeys(missing, in: pool)
        let asked = missing
        dictionary.write { $0.learn(found, of: asked) }
    }
}

/// The database did not tell a key that it was asked for, which can only be a fault of ours.
struct UnknownKeys: Error {}
