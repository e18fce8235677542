internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import Signatures
internal import XAPI

/// The attachments and signatures of a merged batch, turned from rows into the columns that one INSERT each takes.
///
/// They are statements of their own in the writer's pipeline: most batches have neither.
struct AttachmentColumns {
    private let attachments: [(statement: IncomingStatement, content: AttachedContent)]
    private let signatures: [(statement: IncomingStatement, signature: CheckedSignature)]

    init(_ statements: [IncomingStatement]) {
        attachments = statements.flatMap { statement in statement.attachments.map { (statement, $0) } }
        signatures = statements.flatMap { statement in statement.signatures.map { (statement, $0) } }
    }

    /// The query that links content to the statements; nil when there is none.
    var link: Query? {
        guard !attachments.isEmpty else { return nil }
        let contents = attachments.map(\.content)
        return Queries.learningRecordsLinkAttachments(
            attachments.map(\.statement.id), attachments.map(\.statement.fingerprint),
            contents.map { Int32($0.position) }, contents.map(\.key), contents.map(\.declaration.usageType),
            contents.map(\.declaration.contentType), contents.map(\.declaration.sha2),
            contents.map(\.declaration.length))
    }

    /// The query that notes what became of signatures; nil when there are none.
    var note: Query? {
        guard !signatures.isEmpty else { return nil }
        let findings = signatures.map(\.signature.finding)
        return Queries.learningRecordsNoteSignatures(
            signatures.map(\.statement.id), signatures.map(\.statement.fingerprint),
            signatures.map { Int32($0.signature.position) }, findings.map(\.status.rawValue),
            findings.map(\.algorithm), findings.map(\.subject), findings.map(\.issuer), findings.map(\.validFrom),
            findings.map(\.validUntil), findings.map(\.keyDigest))
    }
}
