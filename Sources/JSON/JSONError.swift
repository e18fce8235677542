/// Why a text is not accepted as JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The rule that is broken.
    public let rule: JSONRule
    /// The offset of the byte at fault.
    public let offset: Int
    /// The line of that byte, counted from 1.
    public let line: Int
    /// The column of that byte, counted in bytes from 1.
    public let column: Int
    /// The JSON Pointer (RFC 6901) of the value that was being read.
    public let pointer: String
    /// What is wrong, in words.
    public let reason: String

    /// Everything in one line.
    public var description: String {
        "\(rule.id) at line \(line), column \(column) (byte \(offset)), \(pointer.isEmpty ? "top level" : pointer): \(reason)"
    }
}
