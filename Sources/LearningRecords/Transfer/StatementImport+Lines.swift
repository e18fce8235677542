internal import FoundationEssentials
internal import JSON
internal import LibPQ
internal import XAPI

/// What an import makes of each kind of line.
extension StatementImport {
    /// Passes over a line that an earlier attempt has dealt with, except for what statements behind it may need.
    mutating func passOver(_ bytes: [UInt8], _ kind: TransferLine) async throws {
        received = nil
        switch kind {
        case .attachment: _ = try await takeAttachment(bytes)
        case .received: _ = takeReceived(bytes)
        case .blank, .statement: break
        }
    }

    /// Reads a line with a piece of data.
    mutating func takeAttachment(_ bytes: [UInt8]) async throws -> Line {
        defer { counts.attachments = attachments.contents.count }
        do {
            try await attachments.take(bytes)
            return .prepared
        } catch let rejection as StatementRejection {
            return .faulty(ImportFault(line: seen, rejection: rejection))
        }
    }

    /// Reads a line with the bytes in which the next line's statement was received.
    mutating func takeReceived(_ bytes: [UInt8]) -> Line {
        received = nil
        do {
            let document = try JSONDocument(parsing: bytes)
            if let text = document.member(0, "received"), document.next(0) == document.next(text),
                document.kind(text) == .string
            {
                received = document.text(text)
                return .prepared
            }
            return .faulty(
                ImportFault(
                    line: seen, pointer: "", rule: "received-line",
                    reason: "A line has received as its only member, a string."))
        } catch {
            return .faulty(ImportFault(line: seen, rejection: StatementRejection(error)))
        }
    }

    /// Reads a line with a statement, and ties it to the data of its attachments.
    mutating func takeStatement(_ bytes: [UInt8]) async throws -> Line {
        let received = received
        self.received = nil
        guard bytes.count <= Self.maximumLineBytes else {
            return .faulty(
                ImportFault(
                    line: seen, pointer: "", rule: "line-length",
                    reason: "The line has more than \(Self.maximumLineBytes) bytes."))
        }
        var statement: StoredStatement
        do {
            statement = try StoredStatement.parse(bytes: bytes)
            if let received { statement = try statement.asReceived(received) }
        } catch {
            return .faulty(ImportFault(line: seen, rejection: error))
        }
        let stored = LibPQ.Timestamp(microseconds: statement.stored)
        guard try await canHaveBeenStored(at: stored) else {
            return .faulty(
                ImportFault(
                    line: seen, id: statement.id, pointer: "/stored", rule: "stored-time",
                    reason: "A statement was stored after 2000-01-01T00:00:00Z and before now."))
        }
        var incoming = try IncomingStatement(statement)
        let violations = try await binder.bind(
            &incoming, to: attachments.contents, version: XAPIVersion(header: statement.version) ?? .v1_0_3,
            at: stored.date)
        guard violations.isEmpty else {
            return .faulty(
                ImportFault(line: seen, id: statement.id, rejection: StatementRejection(violations: violations)))
        }
        return .statement(
            IngestRequest(statements: [incoming], authority: Authority(of: statement), stored: stored))
    }

    /// Whether a time is one that ``StatementCursor`` can tell and that is over.
    private mutating func canHaveBeenStored(at stored: LibPQ.Timestamp) async throws -> Bool {
        guard stored.microseconds >= 1000 else { return false }
        if let now, stored.microseconds <= now.microseconds { return true }
        let moment = try await store.consistentThrough()
        now = moment
        return stored.microseconds <= moment.microseconds
    }
}
