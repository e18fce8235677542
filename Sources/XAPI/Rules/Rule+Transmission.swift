/// Rules on how statements and the data of their attachments travel together.
extension Rule {
    static let multipartBoundary = Rule(
        "multipart-boundary", "XAPI-00131", "Communication 1.5.2",
        "A request of multipart/mixed names its boundary.")
    static let multipartStructure = Rule(
        "multipart-structure", "XAPI-00130", "Communication 1.5.2",
        "A request of multipart/mixed has parts with header fields between its boundary, as RFC 2046 says.")
    /// The first part holds the statements.
    public static let multipartStatements = Rule(
        "multipart-statements-first", "XAPI-00134", "Communication 1.5.2",
        "The first part of a multipart/mixed request is application/json and holds the statements.")
    static let attachmentEncoding = Rule(
        "attachment-transfer-encoding", "XAPI-00135", "Communication 1.5.2",
        "The part of an attachment has a Content-Transfer-Encoding, which is binary.")
    static let attachmentHash = Rule(
        "attachment-hash-header", "XAPI-00132", "Communication 1.5.2",
        "The part of an attachment has an X-Experience-API-Hash, which is the sha2 of a statement's attachment.")
    static let attachmentHeaders = Rule(
        "attachment-headers-match", nil, "Communication 1.5.2",
        "What a part's header fields and an attachment's properties both tell is the same.")
    static let attachmentDigest = Rule(
        "attachment-digest", nil, "Communication 1.5.2",
        "The data of an attachment has the digest by which it is named.")
    /// Where there is no data there is a URL.
    public static let attachmentData = Rule(
        "attachment-data-or-url", "XAPI-00129", "Communication 1.5.2",
        "An attachment has a fileUrl, or its data is sent along.")

    static let transmissionGroup: [Rule] = [
        multipartBoundary, multipartStructure, multipartStatements, attachmentEncoding, attachmentHash,
        attachmentHeaders, attachmentDigest, attachmentData,
    ]
}

/// Rules on signed statements.
extension Rule {
    static let signatureData = Rule(
        "signature-data", "XAPI-00115", "2.6", "The data of a signature is sent along with the statement.")
    /// A signature is a JWS.
    public static let signatureForm = Rule(
        "signature-jws", "XAPI-00115", "2.6", "A signature is a JSON Web Signature in its compact form (RFC 7515).")
    /// The payload is the statement.
    public static let signaturePayload = Rule(
        "signature-payload", "XAPI-00116", "2.6",
        "A signature's payload is the statement as it was before the signature was added.")
    /// The algorithm is one of three.
    public static let signatureAlgorithm = Rule(
        "signature-algorithm", "XAPI-00117", "2.6", "A signature's algorithm is RS256, RS384 or RS512.")
    /// The chain is in order.
    public static let signatureChain = Rule(
        "signature-x5c", nil, "2.6",
        "The x5c of a signature's header is a chain of certificates, each certified by the next (RFC 7515 §4.1.6).")
    /// The certificate's key made it.
    public static let signatureValue = Rule(
        "signature-value", nil, "2.6", "A signature was made by the key of the certificate that comes with it.")

    static let signaturesGroup: [Rule] = [
        signatureData, signatureForm, signaturePayload, signatureAlgorithm, signatureChain, signatureValue,
    ]
}

extension Rule {
    /// A fault that breaks this rule.
    public func violation(_ reason: String, index: Int? = nil, pointer: String = "") -> Violation {
        Violation(index: index, pointer: pointer, rule: id, requirement: requirement, reason: reason)
    }
}
