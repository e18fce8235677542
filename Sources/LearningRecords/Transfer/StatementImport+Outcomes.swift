internal import LibPQ

extension StatementImport {
    /// Counts what became of lines, one after the other, up to the one at which the import stops or fails.
    mutating func settle(_ lines: [Line], _ outcomes: [Result<IngestOutcome, any Error>]) throws {
        var rest = outcomes[...]
        for line in lines {
            var fault: ImportFault?
            switch line {
            case .prepared: break
            case .faulty(let found): fault = found
            case .statement(let request):
                guard let outcome = rest.popFirst() else { return }
                fault = try count(outcome, of: request)
            }
            if let fault { try note(fault) }
            counts.lines += 1
        }
    }

    /// Counts the outcome of a statement; gives the fault when it was not stored.
    private mutating func count(
        _ outcome: Result<IngestOutcome, any Error>, of request: IngestRequest
    ) throws -> ImportFault? {
        let id = request.statements[0].id
        do {
            let outcome = try outcome.get()
            counts.stored += outcome.stored
            counts.alreadyStored += outcome.alreadyStored
            return nil
        } catch LearningRecordError.conflict {
            return ImportFault(line: counts.lines + 1, conflict: id)
        } catch let error as PostgresError where error.concernsOneStatement {
            return ImportFault(
                line: counts.lines + 1, id: id, pointer: "", rule: "database",
                reason: "It holds no such: \(error.message)")
        }
    }

    /// Tells of a fault and counts it, or stops at it.
    mutating func note(_ fault: ImportFault) throws {
        try report(fault)
        if stopsAtFault { throw Stopped(line: fault.line) }
        if fault.isConflict { counts.conflicts += 1 } else { counts.refused += 1 }
    }
}
