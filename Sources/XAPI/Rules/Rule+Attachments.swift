/// Rules on attachments.
extension Rule {
    static let attachments = Rule("attachments-array", "XAPI-00025", "2.4.11", "attachments is an array of objects.")
    static let attachmentLength = Rule(
        "attachment-length", "XAPI-00102", "2.4.11",
        "An attachment has a length, which is a whole number of bytes.")
    static let attachmentSHA2 = Rule(
        "attachment-sha2", "XAPI-00103", "2.4.11",
        "An attachment has a sha2, a SHA-2 digest in hexadecimal.")
    static let attachmentFileURL = Rule(
        "attachment-file-url", "XAPI-00104", "2.4.11",
        "An attachment's fileUrl is an IRL.")
    static let attachmentContentType = Rule(
        "attachment-content-type", "XAPI-00105", "2.4.11",
        "An attachment has a contentType, which is an Internet media type.")
    static let attachmentDisplay = Rule(
        "attachment-display", "XAPI-00106", "2.4.11",
        "An attachment has a display, which is a language map.")
    static let attachmentDescription = Rule(
        "attachment-description", "XAPI-00106", "2.4.11",
        "An attachment's description is a language map.")
    static let attachmentUsageType = Rule(
        "attachment-usage-type", "XAPI-00107", "2.4.11",
        "An attachment has a usageType, which is an IRI.")
    static let signatureContentType = Rule(
        "signature-content-type", "XAPI-00115", "2.6",
        "A signature's contentType is application/octet-stream.")

    static let attachmentsGroup: [Rule] = [
        attachments, attachmentLength, attachmentSHA2, attachmentFileURL, attachmentContentType,
        attachmentDisplay, attachmentDescription, attachmentUsageType, signatureContentType,
    ]
}
