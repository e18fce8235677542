/// Language tags by the grammar of RFC 5646, in any case; subtags aren't looked up in a registry.
enum LanguageTag {
    /// Whether the text is a well-formed tag.
    static func isValid(_ text: Span<UInt8>) -> Bool {
        // What nearly all tags look like: two or three letters, or two with a region of two.
        switch text.count {
        case 2, 3: return text.allSatisfy(\.isLetter)
        case 5 where text[2] == UInt8(ascii: "-"):
            return text[0].isLetter && text[1].isLetter && text[3].isLetter && text[4].isLetter
        default: return isValid(text.lowercased(text.indices))
        }
    }

    private static func isValid(_ text: [UInt8]) -> Bool {
        let subtags = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard subtags.allSatisfy({ 1...8 ~= $0.count && $0.allSatisfy(\.isAlphanumeric) }) else { return false }
        return isLanguageTag(subtags) || isPrivateUse(subtags[...]) || isGrandfathered(text)
    }

    private typealias Subtags = [ArraySlice<UInt8>]

    private static func isLanguageTag(_ subtags: Subtags) -> Bool {
        guard let language = subtags.first, 2...8 ~= language.count, language.allSatisfy(\.isLetter) else {
            return false
        }
        var rest = subtags.dropFirst()
        if language.count <= 3 {
            for _ in 0..<3 { _ = take(&rest) { $0.count == 3 && $0.allSatisfy(\.isLetter) } }
        }
        _ = take(&rest) { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        _ = take(&rest) { ($0.count == 2 && $0.allSatisfy(\.isLetter)) || ($0.count == 3 && $0.allSatisfy(\.isDigit)) }
        var variants: Set<[UInt8]> = []
        while let variant = take(&rest, where: isVariant) {
            guard variants.insert(Array(variant)).inserted else { return false }
        }
        return takeExtensions(&rest) && (rest.isEmpty || isPrivateUse(rest))
    }

    private static func isVariant(_ subtag: ArraySlice<UInt8>) -> Bool {
        subtag.count >= 5 || (subtag.count == 4 && subtag.first.map(\.isDigit) == true)
    }

    /// Singletons with the subtags that belong to them; no singleton twice.
    private static func takeExtensions(_ rest: inout ArraySlice<ArraySlice<UInt8>>) -> Bool {
        var singletons: Set<UInt8> = []
        while let singleton = rest.first, singleton.count == 1, let letter = singleton.first,
            letter != UInt8(ascii: "x")
        {
            rest = rest.dropFirst()
            guard singletons.insert(letter).inserted, take(&rest, where: { $0.count >= 2 }) != nil else { return false }
            while take(&rest, where: { $0.count >= 2 }) != nil {}
        }
        return true
    }

    private static func isPrivateUse(_ subtags: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        guard let first = subtags.first, first.count == 1 else { return false }
        return first.first == UInt8(ascii: "x") && subtags.count > 1
    }

    private static func take(
        _ rest: inout ArraySlice<ArraySlice<UInt8>>, where condition: (ArraySlice<UInt8>) -> Bool
    ) -> ArraySlice<UInt8>? {
        guard let first = rest.first, condition(first) else { return nil }
        rest = rest.dropFirst()
        return first
    }

    /// The tags registered before RFC 4646 that its grammar doesn't cover.
    private static func isGrandfathered(_ text: [UInt8]) -> Bool {
        irregularTags.contains(String(decoding: text, as: UTF8.self))
    }

    private static let irregularTags: Set<String> = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
        "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    ]
}
