/// Why a document can't be read as linked data.
package struct LinkedDataError: Error, Hashable, Sendable {
    /// What is wrong.
    package let code: LinkedDataErrorCode
    /// What is wrong with what, in a sentence.
    package let message: String
    /// Where in the document that is (RFC 6901), when it is known.
    package var pointer: String?

    init(_ code: LinkedDataErrorCode, _ message: String, at pointer: String? = nil) {
        self.code = code
        self.message = message
        self.pointer = pointer
    }

    /// The error with a place, unless it has one already.
    func located(at pointer: @autoclosure () -> String) -> LinkedDataError {
        if self.pointer != nil { return self }
        return LinkedDataError(code, message, at: pointer())
    }
}

extension LinkedDataError: CustomStringConvertible {
    /// The code, the place and the message.
    package var description: String {
        let place = pointer.map { " at “\($0)”" } ?? ""
        return "\(code.name)\(place): \(message)"
    }
}
