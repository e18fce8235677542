internal import HTTPTypes
internal import Hummingbird
internal import JSON

extension Request {
    /// The JSON text in the body of a request to our own API.
    ///
    /// - Throws: A ``Problem`` that tells by JSON Pointer where the text is none, or has what nothing here can hold, such
    ///   as a number beyond a double's range; 415 when it is not said to be JSON.
    func json(upTo limit: Int) async throws -> JSONDocument {
        try requireJSON()
        let body = try await bytes(upTo: limit)
        do { return try JSONDocument(parsing: body, limits: JSONLimits(boundsNumbers: true)) } catch {
            let place = error.pointer.isEmpty ? "top level" : error.pointer
            throw Problem(
                .badRequest, "json", "\(place): \(error.reason) (line \(error.line), column \(error.column))"
            ) { writer in writer.member("pointer", string: error.pointer) }
        }
    }

    /// Lets only bodies through that are said to be JSON.
    /// - Throws: A 415 ``Problem``.
    func requireJSON() throws {
        guard mediaType == "application/json" else {
            throw Problem(.unsupportedMediaType, "media-type", "Send JSON, as application/json.")
        }
    }
}
