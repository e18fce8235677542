/// What a statement says about one attachment.
public struct AttachmentDeclaration: Sendable, Hashable {
    /// The IRI of what the attachment is for.
    public let usageType: String
    /// Its Internet media type.
    public let contentType: String
    /// Its length in bytes, with the digits received.
    public let length: Int64
    /// Its SHA-2 digest as hexadecimal text, in lower case.
    public let sha2: String
    /// Where it can be had, when it isn't sent along.
    public let fileURL: String?
    /// Whether it belongs to the sub-statement.
    public let isInSubStatement: Bool

    /// The usage type of a statement's signature.
    public static let signatureUsageType = String(describing: Vocabulary.signature)

    /// Whether it is the statement's signature; a sub-statement has none.
    public var isSignature: Bool { usageType == Self.signatureUsageType && !isInSubStatement }

    /// A declaration.
    public init(
        usageType: String, contentType: String, length: Int64, sha2: String, fileURL: String? = nil,
        isInSubStatement: Bool = false
    ) {
        self.usageType = usageType
        self.contentType = contentType
        self.length = length
        self.sha2 = sha2
        self.fileURL = fileURL
        self.isInSubStatement = isInSubStatement
    }
}
