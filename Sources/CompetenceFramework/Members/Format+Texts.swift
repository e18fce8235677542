import JSON

extension Format<String> {
    /// Any text; a number or boolean is read as its text.
    static let text = Format(
        shape: .text,
        read: { value, reader in
            switch value.kind {
            case .string: return value.string
            case .number, .boolean:
                reader.remark(.kind, "A string is expected, not \(value.kind.words); it is read as text.")
                return value.lexeme ?? (value.boolean == true ? "true" : "false")
            case .object, .array, .null:
                reader.fault(.kind, "A string is expected, not \(value.kind.words).")
                return nil
            }
        },
        write: { text, writer, _ in writer.string(text) })

    /// A UUID; upper case is read as lower.
    static let identifier = checked(.uuid) { text in
        UUIDText.canonical(text).map { .success($0) } ?? .failure(.init("\"\(text)\" is no UUID."))
    }

    /// The identifier of an association's end: a UUID in lower case, or any other text.
    static let nodeIdentifier = checked(.uuid) { .success(UUIDText.canonical($0) ?? $0) }

    /// A URI with its scheme.
    static let uri = checked(.uri) { text in
        URIText.isAbsolute(text) ? .success(text) : .failure(.init("\"\(text)\" is no URI with a scheme."))
    }

    /// A date, or a date with a time.
    static let date = checked(.date) { text in
        if DateText.isDate(text) || DateText.dateTime(text) != nil { return .success(text) }
        return .failure(.init("\"\(text)\" is no date such as 2026-11-23."))
    }

    /// What an association's end belongs to.
    static let targetType = checked(.targetType) { text in
        if text == "CASE" || AssociationType.isExtension(text) { return .success(text) }
        return .failure(.init("\"\(text)\" is neither CASE nor ext: and a name."))
    }

    /// The version of CASE a document says it follows.
    static let caseVersion = checked(.caseVersion) { text in
        text == "1.0" || text == "1.1" ? .success(text) : .failure(.init("\"\(text)\" is neither 1.0 nor 1.1."))
    }

    /// A date with a time; one without a zone is read as UTC.
    static let dateTime = Format(
        shape: .text,
        read: { value, reader in
            guard let text = Format<String>.text.read(value, &reader) else { return nil }
            guard let time = DateText.dateTime(text) else {
                reader.fault(.dateTime, "\"\(text)\" is no date and time such as 2026-11-23T12:00:00Z.")
                return nil
            }
            if time != text { reader.remark(.dateTime, "\"\(text)\" has no time zone; it is read as UTC.") }
            return time
        },
        write: text.write)

    /// A web address of people's making: one that is no URI is kept all the same.
    static let address = Format(
        shape: .text,
        read: { value, reader in
            let text = Format<String>.text.read(value, &reader)
            if let text, !URIText.isAbsolute(text) { reader.remark(.uri, "\"\(text)\" is no URI with a scheme.") }
            return text
        },
        write: text.write)

    /// Why a text is not accepted.
    struct Refusal: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    private static func checked(
        _ rule: CASERule, _ check: @escaping @Sendable (String) -> Result<String, Refusal>
    ) -> Format {
        Format(
            shape: .text,
            read: { value, reader in
                guard let text = Format<String>.text.read(value, &reader) else { return nil }
                switch check(text) {
                case .success(let text): return text
                case .failure(let refusal):
                    reader.fault(rule, refusal.reason)
                    return nil
                }
            },
            write: text.write)
    }
}
