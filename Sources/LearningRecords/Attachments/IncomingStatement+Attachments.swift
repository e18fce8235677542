public import Signatures
internal import XAPI

/// An attachment of a statement whose content came along.
struct AttachedContent: Sendable {
    let position: Int
    let declaration: AttachmentDeclaration
    let key: Int64
}

/// A signature of a statement that was found well-formed.
struct CheckedSignature: Sendable {
    let position: Int
    let finding: SignatureFinding
}

extension IncomingStatement {
    /// Ties the statement to content that came along: it is linked when, and only if, the statement is stored.
    ///
    /// - Parameter position: The attachment's place among the statement's ``ParsedStatement/attachments``.
    public mutating func attach(_ content: ReceivedAttachment, at position: Int) {
        attachments.append(
            AttachedContent(position: position, declaration: statement.attachments[position], key: content.key))
    }

    /// Notes what became of the signature at a place among the statement's attachments.
    public mutating func note(_ finding: SignatureFinding, at position: Int) {
        signatures.append(CheckedSignature(position: position, finding: finding))
    }
}
