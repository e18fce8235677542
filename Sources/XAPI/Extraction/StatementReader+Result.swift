internal import JSON

extension StatementReader {
    /// Reads a result; tells where its extensions stand.
    func readResult(_ node: Int?, into read: inout StatementResult?) -> Int? {
        guard let node else { return nil }
        var result = StatementResult()
        var extensions: Int?
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .score: readScore(value, into: &result)
            case .success: result.success = document.entry(value).isTrue
            case .completion: result.completion = document.entry(value).isTrue
            case .response: result.response = document.string(value)
            case .duration: result.duration = readDuration(value)
            case .extensions: extensions = value
            default: break
            }
        }
        read = consume result
        return extensions
    }

    private func readScore(_ node: Int, into result: inout StatementResult) {
        document.forEachMember(node) { key, value in
            switch Property(document, key: key) {
            case .scaled: result.scaled = document.lexeme(value)
            case .raw: result.raw = document.lexeme(value)
            case .min: result.min = document.lexeme(value)
            case .max: result.max = document.lexeme(value)
            default: break
            }
        }
    }

    private func readDuration(_ node: Int) -> StatementDuration? {
        guard let value = document.withText(node, DurationText.parse) else { return nil }
        return StatementDuration(
            text: document.string(node), months: Int32(clamping: value.months), days: Int32(clamping: value.days),
            microseconds: value.microseconds)
    }

    /// Reads what is said about attachments.
    mutating func readAttachments(_ node: Int?, isSub: Bool) {
        guard let node else { return }
        document.forEachElement(node) { _, attachment in
            let length = document.member(attachment, .length).map { document.lexeme($0) } ?? ""
            let digest = document.member(attachment, .sha2).map { lowercased($0) } ?? []
            attachments.append(
                AttachmentDeclaration(
                    usageType: string(document.member(attachment, .usageType)),
                    contentType: string(document.member(attachment, .contentType)),
                    length: Int64(length) ?? Double(length).flatMap { Int64(exactly: $0) } ?? .max,
                    sha2: String(decoding: digest, as: UTF8.self),
                    fileURL: document.member(attachment, .fileURL).map { document.string($0) },
                    isInSubStatement: isSub))
        }
    }
}
