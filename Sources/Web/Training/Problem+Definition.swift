internal import HTTPTypes
internal import JSON
internal import Training

extension Problem {
    /// A definition that was refused, with the field at fault as JSON Pointer in the member `pointer`.
    init(_ error: DefinitionError) {
        let detail = error.hint.map { "\(error.message). \($0)" } ?? error.message
        switch error.kind {
        case .invalid:
            self.init(.badRequest, "definition", detail) { writer in
                writer.member("pointer", stringIfPresent: error.pointer)
            }
        case .foreign:
            self.init(.forbidden, "forbidden", detail) { writer in
                writer.member("pointer", stringIfPresent: error.pointer)
            }
        case .frozen: self.init(.conflict, "published", detail)
        case .untimely: self.init(.conflict, "untimely", detail)
        case .missing: self.init(.notFound, "not-found", detail)
        }
    }
}
