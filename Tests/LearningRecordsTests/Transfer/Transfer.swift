import FoundationEssentials
import LearningRecords
import LibPQ
import Signatures
import XAPI

/// A statement as another store served it.
struct ServedLine {
    var id = UUID()
    var stored = "2024-05-01T10:00:00.123Z"
    var authority = #"{"objectType":"Agent","account":{"homePage":"https://old.example/keys","name":"old"}}"#
    var verb = "http://example.com/verbs/did"
    var object = #"{"id":"http://example.com/activities/something"}"#
    /// Further members, each behind a comma.
    var more = ""

    var text: String {
        #"{"actor":{"mbox":"mailto:somebody@example.com"},"verb":{"id":"\#(verb)"},"object":\#(object)\#(more),"#
            + #""id":"\#(id.uuidString.lowercased())","timestamp":"\#(stored)","stored":"\#(stored)","authority":\#(authority),"version":"2.0.0"}"#
    }
}

/// What an import told.
final class Faults {
    var told: [ImportFault] = []

    /// Lines and rules.
    var summary: [String] { told.map { "\($0.line) \($0.rejection.violations.map(\.rule).joined(separator: ","))" } }
}

extension AttachmentBinder {
    /// A binder that trusts nobody.
    static func plain(_ pool: ConnectionPool) -> AttachmentBinder {
        AttachmentBinder(store: AttachmentStore(pool: pool), verifier: SignatureVerifier())
    }
}

extension StatementStore {
    /// Imports lines, as a file would bring them.
    @discardableResult
    func take(
        _ lines: [String], journal: ImportJournal? = nil, stopsAtFault: Bool = false, faults: Faults = Faults(),
        pool: ConnectionPool
    ) async throws -> ImportCounts {
        var importing = StatementImport(
            into: self, binder: .plain(pool),
            journal: journal ?? ImportJournal(pool: pool, source: "test", actor: "test"),
            stopsAtFault: stopsAtFault
        ) { faults.told.append($0) }
        for line in lines { try await importing.take(Array(line.utf8)) }
        try await importing.finish()
        return importing.counts
    }

    /// The lines of an export.
    func lines(_ change: (inout StatementFilter) -> Void = { _ in }) async throws -> [String] {
        var filter = StatementFilter()
        change(&filter)
        var text: [UInt8] = []
        var export = try await export(filter)
        while let lines = try await export.next() { text += lines }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count == export.statements else { throw Miscounted() }
        return lines
    }

    struct Miscounted: Error {}
}
