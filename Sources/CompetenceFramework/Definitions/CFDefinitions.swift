/// What the other objects of a ``CFPackage`` name: concepts, subjects, licences, kinds of items, groups.
public struct CFDefinitions: Sendable, Hashable {
    /// Concepts.
    public var concepts: [CFConcept]
    /// Subjects.
    public var subjects: [CFSubject]
    /// Licences.
    public var licenses: [CFLicense]
    /// Kinds of items.
    public var itemTypes: [CFItemType]
    /// Groups of associations.
    public var associationGroupings: [CFAssociationGrouping]
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// What the other objects of a ``CFPackage`` name: concepts, subjects, licences, kinds of items, groups.
    public init(
        concepts: [CFConcept] = [], subjects: [CFSubject] = [], licenses: [CFLicense] = [],
        itemTypes: [CFItemType] = [], associationGroupings: [CFAssociationGrouping] = [], extensions: Extensions = [:]
    ) {
        self.concepts = concepts
        self.subjects = subjects
        self.licenses = licenses
        self.itemTypes = itemTypes
        self.associationGroupings = associationGroupings
        self.extensions = extensions
    }
}

extension CFDefinitions {
    /// Whether there is nothing in it.
    public var isEmpty: Bool { self == CFDefinitions() }
}

extension CFDefinitions: CASEClass {
    /// No definitions.
    public init() { self.init(concepts: []) }

    static let table = MemberTable<CFDefinitions>([
        .list("CFConcepts", \.concepts, .list(of: .object)),
        .list("CFSubjects", \.subjects, .list(of: .object)),
        .list("CFLicenses", \.licenses, .list(of: .object)),
        .list("CFItemTypes", \.itemTypes, .list(of: .object)),
        .list("CFAssociationGroupings", \.associationGroupings, .list(of: .object)),
        .extensions(\.extensions),
    ])
}
