internal import JSON

/// The shapes of values that hold no others.
enum SimpleShape {
    /// What is wrong with a value, or nil.
    static func objection(to value: JSONValue, _ shape: Shape) -> String? {
        switch shape {
        case .text: value.kind == .string ? nil : "This must be a text."
        case .boolean: value.kind == .boolean ? nil : "This must be true or false."
        case .number: value.kind == .number ? nil : "This must be a number."
        case .dateTime:
            value.string.flatMap(DateTime.parse) == nil ? "This must be a date and time with a zone." : nil
        case .date: value.string.map(isDate) == true ? nil : "This must be a date."
        case .language:
            value.stringBytes.map { isLanguage($0[...]) } == true ? nil : "This must be a language tag, such as “en”."
        case .token: value.stringBytes.map { isToken($0[...]) } == true ? nil : "This must be a compact JWS."
        case .oneOf(let names, let isExtensible): objection(to: value, names, isExtensible: isExtensible)
        case .object, .reference, .list, .oneOrMore, .types: nil
        }
    }

    private static func objection(to value: JSONValue, _ names: [String], isExtensible: Bool) -> String? {
        guard let text = value.string else { return "This must be a text." }
        if names.contains(where: sameBytes(text)) { return nil }
        if isExtensible {
            return isExtension(text) ? nil : "This is none of the known values; others begin with “ext:”."
        }
        return "This must be \(names.map { "“\($0)”" }.joined(separator: " or "))."
    }

    /// `ext:` and letters, digits, points, hyphens, underlines.
    private static func isExtension(_ text: String) -> Bool {
        let prefix = "ext:".utf8
        return text.utf8.starts(with: prefix) && text.utf8.count > prefix.count
            && text.utf8.dropFirst(prefix.count).allSatisfy { isLetter($0) || isDigit($0) || "._-|".utf8.contains($0) }
    }

    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && DateTime.parse(text + "T00:00:00Z") != nil
    }

    /// A language of 2 to 4 letters, a script, a region (the part of BCP 47 that the data model takes).
    private static func isLanguage(_ text: ArraySlice<UInt8>) -> Bool {
        var parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
        guard let language = parts.popFirst(), (2...4).contains(language.count), language.allSatisfy(isLower) else {
            return false
        }
        if let script = parts.first, script.count == 4 {
            guard script.first.map(isUpper) == true, script.dropFirst().allSatisfy(isLower) else { return false }
            parts.removeFirst()
        }
        guard let region = parts.popFirst() else { return true }
        return parts.isEmpty
            && (region.count == 2 && region.allSatisfy(isUpper) || region.count == 3 && region.allSatisfy(isDigit))
    }

    private static func isToken(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 3 && !parts[0].isEmpty && !parts[2].isEmpty
            && parts.joined().allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
