internal import JSON

/// Attachments.
extension StatementCheck {
    /// Checks what a statement says about its attachments.
    func attachments(_ node: Int) {
        guard isKind(node, .array, .attachments, "attachments") else { return }
        document.forEachElement(node) { _, attachment in self.attachment(attachment) }
    }

    private func attachment(_ node: Int) {
        guard isKind(node, .object, .attachments, "An attachment") else { return }
        var (usageType, display, contentType, length, sha2): (Int?, Int?, Int?, Int?, Int?)
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .usageType:
                usageType = value
                iri(value, .attachmentUsageType)
            case .display:
                display = value
                languageMap(value, .attachmentDisplay)
            case .description: languageMap(value, .attachmentDescription)
            case .contentType:
                contentType = value
                mediaType(value, .attachmentContentType)
            case .length:
                length = value
                attachmentLength(value)
            case .sha2:
                sha2 = value
                self.sha2(value, .attachmentSHA2)
            case .fileURL: irl(value, .attachmentFileURL)
            default: unknown(key, Self.attachmentProperties)
            }
        }
        require(usageType, "usageType", of: node, .attachmentUsageType)
        require(display, "display", of: node, .attachmentDisplay)
        require(contentType, "contentType", of: node, .attachmentContentType)
        require(length, "length", of: node, .attachmentLength)
        require(sha2, "sha2", of: node, .attachmentSHA2)
        checkSignature(usageType, contentType)
    }

    private func attachmentLength(_ node: Int) {
        guard isKind(node, .number, .attachmentLength, "length") else { return }
        let length = JSONDecimal(document.slice(node))
        if !length.isInteger || length.isBelowZero {
            report.add(.attachmentLength, node, "length isn't a whole number of bytes.")
        }
    }

    private func checkSignature(_ usageType: Int?, _ contentType: Int?) {
        guard let usageType, let contentType, document.kind(usageType) == .string,
            document.kind(contentType) == .string,
            document.text(usageType, is: Vocabulary.signature),
            !document.text(contentType, is: "application/octet-stream")
        else { return }
        report.add(.signatureContentType, contentType, "A signature's contentType is application/octet-stream.")
    }

    private static let attachmentProperties: [Property] = [
        .usageType, .display, .description, .contentType, .length, .sha2, .fileURL,
    ]
}
