internal import Credentials
internal import HTTPTypes
internal import JSON

extension Problem {
    /// A document that breaks rules of the data model, or doesn't verify.
    ///
    /// - Parameter root: where the document is in the request's body, as a JSON Pointer.
    init(invalid root: String, _ faults: [DataModelFault]) {
        let first = faults.first.map { "\(root)\($0.pointer): \($0.message) (\($0.rule.rawValue))" } ?? ""
        let others = faults.count > 1 ? " And \(faults.count - 1) more." : ""
        self.init(.badRequest, "invalid-document", first + others) { writer in
            writer.member("verified", boolean: false)
            writer.member(
                "errors",
                array: { writer in
                    for fault in faults {
                        writer.object { writer in
                            writer.member("type", string: fault.rule.problemType)
                            writer.member("title", string: fault.rule.rawValue)
                            writer.member("pointer", string: root + fault.pointer)
                            writer.member("detail", string: fault.message)
                        }
                    }
                })
        }
    }
}

extension DataModelRule {
    /// The type of the problem, by the names of VC Data Model 2.0 §7.2 and of the specifications beside it.
    fileprivate var problemType: String {
        switch self {
        case .proof, .securing: "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR"
        case .linkedData: "https://w3id.org/security#DATA_LOSS_DETECTION_ERROR"
        case .statusListEntry: "https://www.w3.org/ns/credentials/status-list#MALFORMED_VALUE_ERROR"
        default: "https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR"
        }
    }
}
