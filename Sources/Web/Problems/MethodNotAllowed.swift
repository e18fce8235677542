internal import HTTPTypes
internal import Hummingbird

extension RouterMethods where Context == TesseraRequestContext {
    /// Answers every other method of a path with 405, naming those that there are.
    func refuseOtherMethods(_ path: RouterPath, allowed: [HTTPRequest.Method]) {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        for method in known where !allowed.contains(method) {
            on(path, method: method) { request, _ -> Response in
                throw Problem(
                    .methodNotAllowed, "method",
                    "\(request.method.rawValue) is not for this resource; there are \(names).",
                    headers: [.allow: names])
            }
        }
    }
}
