internal import JSON

/// Data types that occur in many places.
extension StatementCheck {
    /// Whether a value is of a kind; else a fault, under a rule of its own when it is null.
    @inline(__always)
    func isKind(
        _ node: Int, _ kind: JSONKind, _ rule: @autoclosure () -> Rule, _ subject: @autoclosure () -> String
    ) -> Bool {
        if document.kind(node) == kind { return true }
        addKind(node, kind, rule(), subject())
        return false
    }

    @inline(never)
    private func addKind(_ node: Int, _ kind: JSONKind, _ rule: Rule, _ subject: String) {
        let actual = document.kind(node)
        if actual == .null {
            report.add(.nullValue, node, "\(subject) is null.")
        } else {
            report.add(rule, node, "\(subject) is \(Self.article(actual)) instead of \(Self.article(kind)).")
        }
    }

    private static func article(_ kind: JSONKind) -> String {
        switch kind {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }

    /// Checks a string of any text.
    @inline(__always)
    func text(_ node: Int, _ rule: @autoclosure () -> Rule) {
        _ = isKind(node, .string, rule(), "The value")
    }

    /// Checks a string by the parser of its format.
    @inline(__always)
    private func formatted(
        _ node: Int, _ rule: @autoclosure () -> Rule, _ format: @autoclosure () -> StaticString,
        _ isValid: (Span<UInt8>) -> Bool
    ) {
        guard isKind(node, .string, rule(), "The value") else { return }
        if !document.withText(node, isValid) { addFormat(node, rule(), format()) }
        identifierLength(node)
    }

    @inline(never)
    private func addFormat(_ node: Int, _ rule: Rule, _ format: StaticString) {
        report.add(rule, node, "\(quoted(node)) is not \(format).")
    }

    /// Checks that an identifier fits an index; what is no identifier, but has a format, is never so long.
    @inline(__always)
    func identifierLength(_ node: Int) {
        let count = document.range(node).count - 2
        if count > Self.maximumIdentifierBytes { addLength(node, count) }
    }

    @inline(never)
    private func addLength(_ node: Int, _ count: Int) {
        report.add(
            .identifierLength, node, "The identifier has \(count) bytes, more than \(Self.maximumIdentifierBytes).")
    }

    private static var maximumIdentifierBytes: Int { 1300 }

    /// Checks an IRI.
    @inline(__always)
    func iri(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "an absolute IRI", IRIText.isValid)
    }

    /// Checks an IRL.
    @inline(__always)
    func irl(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "an absolute IRL", IRIText.isValid)
    }

    /// Checks a URI.
    @inline(__always)
    func uri(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "an absolute URI", IRIText.isURI)
    }

    /// Checks a UUID.
    @inline(__always)
    func uuid(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "a UUID", UUIDText.isValid)
    }

    /// Checks `mailto:` and a mail address.
    @inline(__always)
    func mailto(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "\"mailto:\" and a mail address", MailAddress.isMailtoIRI)
    }

    /// Checks a SHA-1 digest.
    @inline(__always)
    func sha1(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "a SHA-1 digest of 40 hexadecimal digits", HashText.isSHA1)
    }

    /// Checks a SHA-2 digest.
    @inline(__always)
    func sha2(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "a SHA-2 digest of 56, 64, 96 or 128 hexadecimal digits", HashText.isSHA2)
    }

    /// Checks an Internet media type.
    @inline(__always)
    func mediaType(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "an Internet media type", MediaType.isValid)
    }

    /// Checks a language tag.
    @inline(__always)
    func languageTag(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "a language tag of RFC 5646", LanguageTag.isValid)
    }

    /// Checks a duration.
    @inline(__always)
    func duration(_ node: Int, _ rule: @autoclosure () -> Rule) {
        formatted(node, rule(), "an ISO 8601 duration") { DurationText.parse($0) != nil }
    }

    /// Checks a timestamp by the version's rules.
    @inline(__always)
    func timestamp(_ node: Int, _ rule: @autoclosure () -> Rule) {
        let version = version
        formatted(node, rule(), version == .v2_0 ? "an RFC 3339 timestamp" : "an ISO 8601 timestamp") {
            Timestamp.parse($0, version: version) != nil
        }
    }

    /// A value for a message; long ones are cut.
    func quoted(_ node: Int) -> String {
        let text = document.string(node)
        return text.utf8.count <= 80 ? "\"\(text)\"" : "\"\(text.prefix(80))…\""
    }
}
