/// An error of reading fonts and making files.
public struct PDFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let message: String

    /// What is wrong, in a sentence.
    public var description: String { message }
}
