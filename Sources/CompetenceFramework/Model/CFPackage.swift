/// A whole framework: its document, items, associations, definitions and rubrics.
///
/// ```swift
/// let reading = try CFPackage.read(bytes)
/// let text = reading.package.json(version: .v1p1)
/// ```
public struct CFPackage: Sendable, Hashable {
    /// What the framework is called, who publishes it, its version.
    public var document: CFDocument
    /// The statements.
    public var items: [CFItem]
    /// What the statements have to do with each other and with others.
    public var associations: [CFAssociation]
    /// What the other objects name.
    public var definitions: CFDefinitions
    /// Rubrics.
    public var rubrics: [CFRubric]
    /// Members beyond CASE's own (CASE 1.1).
    public var extensions: Extensions

    /// A whole framework: its document, items, associations, definitions and rubrics.
    public init(
        document: CFDocument, items: [CFItem] = [], associations: [CFAssociation] = [],
        definitions: CFDefinitions = CFDefinitions(), rubrics: [CFRubric] = [], extensions: Extensions = [:]
    ) {
        self.document = document
        self.items = items
        self.associations = associations
        self.definitions = definitions
        self.rubrics = rubrics
        self.extensions = extensions
    }
}

extension CFPackage: CASEClass {
    init() { self.init(document: CFDocument()) }

    static let table = MemberTable<CFPackage>([
        .required("CFDocument", \.document, .object),
        .list("CFItems", \.items, .list(of: .object)),
        .list("CFAssociations", \.associations, .list(of: .object)),
        .unlessEmpty("CFDefinitions", \.definitions, .object),
        .list("CFRubrics", \.rubrics, .list(of: .object)),
        .extensions(\.extensions),
    ])
}
