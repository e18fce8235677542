/// What the statements of a request say about attachments, to match the parts that follow with (xAPI-Communication 1.5.2).
public struct AttachmentManifest: Sendable {
    private struct Entry {
        let index: Int?
        let pointer: String
        let declaration: AttachmentDeclaration
    }

    private let entries: [Entry]
    private let entriesOfDigest: [String: [Int]]
    private var received: Set<String> = []
    private var partCount = 0

    /// What the statements of a batch say.
    public init(_ batch: StatementBatch) {
        var entries: [Entry] = []
        for (index, statement) in batch.statements.enumerated() {
            for (position, attachment) in statement.attachments.enumerated() {
                entries.append(
                    Entry(
                        index: batch.isArray ? index : nil, pointer: statement.attachmentPointer(position),
                        declaration: attachment))
            }
        }
        self.entries = entries
        entriesOfDigest = Dictionary(grouping: entries.indices) { entries[$0].declaration.sha2 }
    }

    /// Finds what a part is by its header fields.
    ///
    /// - Throws: A refusal when they break a rule, or no statement names the part.
    public mutating func match(_ headers: MultipartHeaders) throws(StatementRejection) -> AttachmentPart {
        partCount += 1
        guard headers["content-transfer-encoding"]?.lowercased() == "binary" else {
            throw refusal(.attachmentEncoding, "Content-Transfer-Encoding must be there and say binary.")
        }
        guard let sha2 = headers.attachmentHash else {
            throw refusal(.attachmentHash, "X-Experience-API-Hash is missing.")
        }
        guard let matching = entriesOfDigest[sha2]?.map({ entries[$0].declaration }) else {
            throw refusal(
                .attachmentHash, "No statement of the request has an attachment with the sha2 \(sha2.prefix(128)).")
        }
        if let type = headers.mediaType,
            !matching.contains(where: { MultipartHeaders.mediaType($0.contentType) == type })
        {
            throw refusal(.attachmentHeaders, "Content-Type is not the contentType that the statement tells.")
        }
        let length = headers["content-length"].map { Int64($0) ?? -1 }
        if let length, !matching.contains(where: { $0.length == length }) {
            throw refusal(.attachmentHeaders, "Content-Length is not the length that the statement tells.")
        }
        return AttachmentPart(number: partCount, sha2: sha2, length: length)
    }

    /// Notes that a part's data has come; ``requireData()`` misses it no longer.
    ///
    /// The `length` that a statement tells is not compared, only kept: what identifies data is its digest alone
    /// (xAPI-Communication 1.5.2), and ADL's conformance tests send another length along.
    ///
    /// - Throws: A refusal when the data is not what the part's header fields say.
    public mutating func receive(_ part: AttachmentPart, sha2: String, length: Int64) throws(StatementRejection) {
        guard sha2 == part.sha2 else {
            throw refusal(.attachmentDigest, "The data has the digest \(sha2), not \(part.sha2).")
        }
        if let told = part.length, told != length {
            throw refusal(.attachmentHeaders, "The data has \(length) bytes, not \(told) as Content-Length says.")
        }
        received.insert(sha2)
    }

    /// Refuses statements with attachments that have neither data nor a `fileUrl`, and signatures without data.
    ///
    /// - Parameter kept: The digests of data that is there already.
    public func requireData(besides kept: Set<String> = []) throws(StatementRejection) {
        let there = received.union(kept)
        let violations = entries.filter { !there.contains($0.declaration.sha2) }.compactMap { entry -> Violation? in
            if entry.declaration.isSignature {
                return Rule.signatureData.violation(
                    "The signature's data is not there: it must come in a part of multipart/mixed.",
                    index: entry.index, pointer: entry.pointer)
            }
            guard entry.declaration.fileURL == nil else { return nil }
            return Rule.attachmentData.violation(
                "The attachment has neither a fileUrl nor a part of multipart/mixed with its data.",
                index: entry.index, pointer: entry.pointer)
        }
        guard violations.isEmpty else { throw StatementRejection(violations: violations) }
    }

    private func refusal(_ rule: Rule, _ reason: String) -> StatementRejection {
        StatementRejection(violations: [rule.violation("Attachment part \(partCount): \(reason)")])
    }
}

/// A part that brings an attachment's data.
public struct AttachmentPart: Sendable, Equatable {
    /// Its place among the attachments' parts, from 1.
    public let number: Int
    /// The digest that its data must have, in lower case.
    public let sha2: String
    /// The length that its data must have, if its header fields tell.
    public let length: Int64?
}

extension ParsedStatement {
    /// The JSON Pointer of one of ``attachments``: those of a sub-statement come first.
    public func attachmentPointer(_ position: Int) -> String {
        if attachments[position].isInSubStatement { return "/object/attachments/\(position)" }
        return "/attachments/\(position - attachments.prefix { $0.isInSubStatement }.count)"
    }
}
