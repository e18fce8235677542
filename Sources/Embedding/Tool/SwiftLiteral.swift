/// Text as a raw, multi-line Swift string literal.
enum SwiftLiteral {
    /// The literal, with as many `#` as keep the text from ending or escaping it.
    static func multiline(_ text: String) -> String {
        let hashes = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
        return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
    }

    /// A one-line literal of plain text without quotes or backslashes.
    static func plain(_ text: String) -> String {
        "\"\(text)\""
    }

    private static func longestRun(of character: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var current = 0
        for scalar in text.unicodeScalars {
            current = scalar == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
