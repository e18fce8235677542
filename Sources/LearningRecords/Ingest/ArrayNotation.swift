/// Arrays as PostgreSQL writes them, for elements of an array that are arrays of unequal lengths.
enum ArrayNotation {
    /// Such as `{1,2}`; nil for no numbers.
    static func text(of numbers: some Collection<Int64>) -> String? {
        numbers.isEmpty ? nil : "{" + numbers.map { String($0) }.joined(separator: ",") + "}"
    }

    /// Such as `{"one","two \\"words\\""}`; nil for no texts.
    static func text(of texts: [String]) -> String? {
        texts.isEmpty ? nil : "{" + texts.map(quoted).joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
