/// IRIs as queries name them.
public enum IRI {
    /// Whether a text is an absolute IRI (RFC 3987).
    public static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return IRIText.isValid(bytes.span)
    }
}
