package import JSON

/// Checks documents against W3C's data model, whatever they are about: what any credential or presentation has to be.
///
/// Open Badges ask for more, see ``OpenBadgeSchema``. What a proof or a status says is not checked here.
///
/// ```swift
/// let faults = DataModelCheck.faults(ofCredential: document.root)
/// ```
package struct DataModelCheck {
    /// Faults beyond this many are not listed.
    package static let maximumFaults = 50

    private(set) var faults: [DataModelFault] = []

    private init() {}

    /// The faults of a credential, secured or not yet.
    package static func faults(ofCredential credential: JSONValue) -> [DataModelFault] {
        var check = DataModelCheck()
        check.checkCredential(credential)
        return check.faults
    }

    /// The faults of a presentation, and of the credentials in it.
    package static func faults(ofPresentation presentation: JSONValue) -> [DataModelFault] {
        var check = DataModelCheck()
        check.checkPresentation(presentation)
        return check.faults
    }

    /// The faults of the object that stands for an enveloped document; the document itself is inside.
    package static func faults(ofEnvelope envelope: JSONValue, kind: EnvelopeKind) -> [DataModelFault] {
        var check = DataModelCheck()
        check.checkEnvelope(envelope, kind)
        return check.faults
    }

    mutating func fault(_ value: JSONValue, _ rule: DataModelRule, _ message: String) {
        guard faults.count < Self.maximumFaults else { return }
        faults.append(DataModelFault(pointer: value.pointer, rule: rule, message: message))
    }

    /// The objects of a member that has one or more; others are faults.
    mutating func objects(_ object: JSONValue, _ name: String, _ rule: DataModelRule) -> [JSONValue] {
        guard let member = object[name] else { return [] }
        let values = member.kind == .array ? Array(member.elements) : [member]
        if values.isEmpty { fault(member, rule, "This must be one or more objects.") }
        return values.filter { value in
            guard value.kind == .object else {
                fault(value, rule, "This must be an object.")
                return false
            }
            return true
        }
    }
}
