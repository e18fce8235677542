internal import FoundationEssentials
internal import LearningRecords
internal import Signatures
internal import XAPI

/// The statements of a request, and the data of attachments that came with them.
struct SentStatements {
    let batch: StatementBatch
    /// What came along, by digest.
    var contents: [String: ReceivedAttachment] = [:]
    /// The data of signatures, by digest.
    var signatures: [String: [UInt8]] = [:]

    /// The statements as the store takes them, with their attachments, and signatures checked.
    ///
    /// - Parameter id: The id from the request's URL.
    /// - Throws: A ``StatementRejection`` of all signatures that are not their statement's.
    func incoming(id: UUID? = nil, verifier: SignatureVerifier) async throws -> [IncomingStatement] {
        let moment = Date()
        var statements: [IncomingStatement] = []
        var violations: [Violation] = []
        for (index, parsed) in batch.statements.enumerated() {
            var incoming = try IncomingStatement(parsed, id: id, version: batch.version)
            for (position, declaration) in parsed.attachments.enumerated() {
                guard let content = contents[declaration.sha2] else { continue }
                incoming.attach(content, at: position)
                guard declaration.isSignature, let bytes = signatures[declaration.sha2] else { continue }
                do {
                    let finding = try await verifier.check(
                        bytes, of: parsed, id: incoming.id, version: batch.version, at: moment)
                    incoming.note(finding, at: position)
                } catch {
                    violations.append(
                        error.rule.violation(
                            error.reason, index: batch.isArray ? index : nil,
                            pointer: parsed.attachmentPointer(position)))
                }
            }
            statements.append(incoming)
        }
        guard violations.isEmpty else { throw StatementRejection(violations: violations) }
        return statements
    }
}
