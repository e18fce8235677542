public import JSON

/// The answers of CASE's service that hold more than one object, each under the name that CASE gives it.
///
/// `CFDocuments/{id}`, `CFItems/{id}`, `CFAssociations/{id}`, `CFRubrics/{id}`, `CFLicenses/{id}` and
/// `CFAssociationGroupings/{id}` answer with the object itself; see ``CASEObject``.
public enum CASEAnswer: CASEWritable {
    /// The answer to `CFDocuments`.
    case documents([CFDocument])
    /// The answer to `CFItemAssociations/{id}`: the item, and the associations it is an end of.
    case itemAssociations(CFItem, [CFAssociation])
    /// The answer to `CFConcepts/{id}`: the concept and those below it.
    case concepts([CFConcept])
    /// The answer to `CFItemTypes/{id}`: the kind and those below it.
    case itemTypes([CFItemType])
    /// The answer to `CFSubjects/{id}`: the subject and those below it.
    case subjects([CFSubject])

    /// Writes the answer.
    public func write(version: CASEVersion, to writer: inout JSONWriter) {
        writer.object { writer in
            switch self {
            case .documents(let documents): write("CFDocuments", documents, version, to: &writer)
            case .itemAssociations(let item, let associations):
                writer.key("CFItem")
                item.write(version: version, to: &writer)
                write(
                    "CFAssociations", associations.filter { $0.associationType.since <= version }, version, to: &writer)
            case .concepts(let concepts): write("CFConcepts", concepts, version, to: &writer)
            case .itemTypes(let types): write("CFItemTypes", types, version, to: &writer)
            case .subjects(let subjects): write("CFSubjects", subjects, version, to: &writer)
            }
        }
    }

    private func write(
        _ name: String, _ objects: [some CASEObject], _ version: CASEVersion, to writer: inout JSONWriter
    ) {
        writer.key(name)
        writer.array { for object in objects { object.write(version: version, to: &$0) } }
    }
}
