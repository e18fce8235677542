/// Statements that are sent together, in one round trip; see ``Connection/pipeline(_:)``.
public final class Pipeline {
    struct Step {
        let query: Query
        /// Takes the outcome; returns the error if it is, or leads to, one.
        let complete: (Swift.Result<PostgresResult, PostgresError>) -> PostgresError?
    }

    private(set) var steps: [Step] = []

    init() {}

    /// How many statements were added.
    public var count: Int { steps.count }

    /// Adds a query whose rows are to be read.
    @discardableResult
    public func rows<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type
    ) -> PipelineResult<[(repeat each Column)]> {
        add(query) { result throws(PostgresError) in try result.rows(as: types) }
    }

    /// Adds a query that gives one row or none.
    @discardableResult
    public func first<each Column: PostgresDecodable>(
        _ query: Query, as types: (repeat each Column).Type
    ) -> PipelineResult<(repeat each Column)?> {
        add(query) { result throws(PostgresError) -> (repeat each Column)? in
            try result.checkColumns(as: types)
            guard result.rowCount > 0 else { return nil }
            let row: (repeat each Column) = try result.row(0, as: types)
            return row
        }
    }

    /// Adds a query whose rows are read into one value, one after the other, where they lie in the result.
    @discardableResult
    public func reduce<Value>(
        _ query: Query, into value: Value,
        _ read: @escaping (inout Value, borrowing RowFields) throws(PostgresError) -> Void
    ) -> PipelineResult<Value> {
        add(query) { result throws(PostgresError) in try result.reduce(into: value, read) }
    }

    /// Adds a statement whose count of touched rows is to be read.
    @discardableResult
    public func execute(_ query: Query) -> PipelineResult<Int> {
        add(query) { result throws(PostgresError) in result.affectedRows }
    }

    private func add<Value>(
        _ query: Query, _ read: @escaping (PostgresResult) throws(PostgresError) -> Value
    ) -> PipelineResult<Value> {
        let promise = PipelineResult<Value>()
        let index = steps.count
        steps.append(
            Step(query: query) { outcome in
                do throws(PostgresError) {
                    promise.result = .success(try read(try outcome.get()))
                    return nil
                } catch {
                    let located = error.named(query.name).with { $0.statementIndex = index }
                    promise.result = .failure(located)
                    return located
                }
            })
        return promise
    }
}

/// What a statement of a pipeline gives, once the pipeline has run.
public final class PipelineResult<Value> {
    var result: Swift.Result<Value, PostgresError>?

    init() {}

    /// The statement's value; throws its own error, or ``PostgresError/Code/pipelineAborted`` when another failed.
    public func get() throws(PostgresError) -> Value {
        guard let result else { throw PostgresError(.protocolViolation, "the pipeline has not run yet") }
        return try result.get()
    }
}
