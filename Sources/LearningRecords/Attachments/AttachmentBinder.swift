public import FoundationEssentials
public import Signatures
public import XAPI

/// Ties statements to the data of their attachments, and checks the signatures among it.
///
/// The one way in which data and statements meet, whether they come in a request, out of quarantine or in an import.
public struct AttachmentBinder: Sendable {
    /// The most bytes of a signature, which is held in memory to be checked.
    public static let maximumSignatureBytes = 1 << 20

    let store: AttachmentStore
    private let verifier: SignatureVerifier

    /// A binder of what is in a store.
    public init(store: AttachmentStore, verifier: SignatureVerifier) {
        self.store = store
        self.verifier = verifier
    }

    /// Ties a statement to those of its attachments whose data came along.
    ///
    /// - Parameters:
    ///   - contents: What came along, by the digest that names it.
    ///   - version: The version by whose rules the statement was read.
    ///   - index: Its place in the batch; nil when it is no array.
    ///   - moment: When the certificates of a signature must be valid.
    /// - Returns: What is wrong with its signatures.
    /// - Throws: ``LearningRecordError/unavailable(_:)``.
    public func bind(
        _ statement: inout IncomingStatement, to contents: [String: ReceivedAttachment], version: XAPIVersion,
        index: Int? = nil, at moment: Date
    ) async throws -> [Violation] {
        var violations: [Violation] = []
        for (position, declaration) in statement.statement.attachments.enumerated() {
            guard let content = contents[declaration.sha2] else { continue }
            statement.attach(content, at: position)
            guard declaration.isSignature else { continue }
            do {
                let finding = try await verifier.check(
                    signature(content), of: statement.statement, id: statement.id, version: version, at: moment)
                statement.note(finding, at: position)
            } catch let fault as SignatureFault {
                violations.append(
                    fault.rule.violation(
                        fault.reason, index: index, pointer: statement.statement.attachmentPointer(position)))
            }
        }
        return violations
    }

    private func signature(_ content: ReceivedAttachment) async throws -> [UInt8] {
        guard content.length <= Self.maximumSignatureBytes else {
            throw SignatureFault(
                .signatureForm,
                "The signature has more than \(Self.maximumSignatureBytes) bytes, the most that is taken.")
        }
        var reader = store.reader(of: content)
        var bytes: [UInt8] = []
        while let piece = try await reader.next() { bytes += piece }
        return bytes
    }
}
