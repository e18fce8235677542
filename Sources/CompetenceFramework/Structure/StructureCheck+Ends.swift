extension StructureCheck {
    private struct Join: Hashable {
        let origin: String
        let type: AssociationType
        let destination: String
    }

    /// The ends of associations are in the package, or rightly elsewhere; two nodes are joined once.
    mutating func ends() {
        let known = Set(package.identifiersInOrder().map(\.identifier))
        var joins: [Join: Int] = [:]
        for (position, association) in package.associations.enumerated() {
            let place = "/CFAssociations/\(position)"
            let (origin, destination) = (association.originNodeURI, association.destinationNodeURI)
            end(origin, of: association, at: place + "/originNodeURI", known)
            end(destination, of: association, at: place + "/destinationNodeURI", known)
            if origin.identifier == destination.identifier, origin.isCASE, destination.isCASE {
                fault(place, .sameEnds, "Origin and destination are the same, \(origin.identifier).")
            }
            let join = Join(
                origin: origin.identifier, type: association.associationType,
                destination: destination.isCASE ? destination.identifier : destination.uri)
            guard let other = joins.updateValue(position, forKey: join) else { continue }
            let reason =
                "/CFAssociations/\(other) says the same: \(association.associationType) between the same nodes."
            if association.groupingURI == package.associations[other].groupingURI {
                fault(place, .associationTwice, reason)
            } else {
                remark(place, .associationTwice, reason + " It is in another group.")
            }
        }
    }

    private mutating func end(
        _ node: LinkGenURI, of association: CFAssociation, at place: String, _ known: Set<String>
    ) {
        guard node.isCASE, !known.contains(node.identifier) else { return }
        let isStructure =
            association.associationType == .isChildOf || association.associationType == .hasSkillLevel
            || association.isTarget
        let reason = "\(node.identifier) (\(node.uri)) is not in the package."
        // Links between frameworks are what CASE is for; the tree of a framework and its own nodes are not elsewhere.
        if isStructure || node.uri.lowercased().contains(package.document.identifier) {
            fault(place + "/identifier", .danglingEnd, reason)
        } else {
            remark(place + "/identifier", .danglingEnd, reason)
        }
    }
}
