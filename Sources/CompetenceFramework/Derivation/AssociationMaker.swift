/// Makes the associations that follow from a tree and from targets, the same in every installation.
struct AssociationMaker: Sendable {
    let document: CFDocument
    let style: LinkStyle
    private let base: URIBase

    init(_ document: CFDocument, _ style: LinkStyle) {
        self.document = document
        self.style = style
        base = URIBase(document)
    }

    /// An item's place below another item, or below the document.
    func childOf(_ item: CFItem, _ parent: CFItem?, sequence: Int) -> CFAssociation {
        make(
            "association/isChildOf/\(name(item))", .isChildOf, style.node(item),
            parent.map(style.node) ?? style.node(document), sequence, item.lastChangeDateTime)
    }

    /// A level of a competence.
    func skillLevel(_ level: CFItem, of competence: CFItem, sequence: Int) -> CFAssociation {
        make(
            "association/hasSkillLevel/\(name(level))", .hasSkillLevel, style.node(competence), style.node(level),
            sequence, level.lastChangeDateTime)
    }

    /// A profile's target level in a competence.
    func target(
        _ profile: CFItem, _ level: CFItem, of competence: CFItem, weight: ExactNumber?, sequence: Int
    ) -> CFAssociation {
        var association = make(
            "association/target/\(name(profile))/\(name(competence))", .isRelatedTo, style.node(profile),
            style.node(level), sequence, profile.lastChangeDateTime)
        association.isTarget = true
        association.weight = weight
        return association
    }

    /// The identifier and the URI of an association that has a name.
    func identity(_ name: String) -> (identifier: String, uri: String) {
        let identifier = NameUUID.uuid(name, in: document.identifier)
        return (identifier, base.uri("CFAssociations", identifier))
    }

    /// What an item is called in names: its code where it has one.
    func name(_ item: CFItem) -> String { item.code ?? item.identifier }

    private func make(
        _ name: String, _ type: AssociationType, _ origin: LinkGenURI, _ destination: LinkGenURI, _ sequence: Int,
        _ time: String
    ) -> CFAssociation {
        let identity = identity(name)
        return CFAssociation(
            identifier: identity.identifier, associationType: type, sequenceNumber: ExactNumber(sequence),
            uri: identity.uri, originNodeURI: origin, destinationNodeURI: destination, lastChangeDateTime: time)
    }
}
