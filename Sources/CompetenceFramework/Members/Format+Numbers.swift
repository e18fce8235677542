import JSON

extension Format<ExactNumber> {
    /// A number; a string that holds one is read too.
    static let number = Format(
        shape: .number,
        read: { value, reader in
            if let number = ExactNumber(value) { return reader.kept(number) }
            guard let text = value.string else {
                reader.fault(.kind, "A number is expected, not \(value.kind.words).")
                return nil
            }
            // "007" is no number in JSON, but it is one in the spreadsheets that such texts come from.
            if let number = ExactNumber(text) ?? Int(text).map({ ExactNumber($0) }) { return reader.kept(number) }
            reader.fault(.number, "\"\(text)\" is no number.")
            return nil
        },
        write: { number, writer, _ in writer.raw(number.digits.utf8) })

    /// A whole number of 32 bits.
    static let integer = Format(
        shape: .number,
        read: { value, reader in
            guard let number = Format<ExactNumber>.number.read(value, &reader) else { return nil }
            guard let integer = number.integer, Int32(exactly: integer) != nil else {
                reader.fault(.integer, "\(number) is no whole number of 32 bits.")
                return nil
            }
            return number
        },
        write: number.write)
}

extension Reader {
    /// A number, unless it has more digits than are kept.
    mutating func kept(_ number: ExactNumber) -> ExactNumber? {
        if number.isKept { return number }
        fault(
            .number, "The number has more digits than the 131,072 before the point and 16,383 after it that are kept.")
        return nil
    }
}
