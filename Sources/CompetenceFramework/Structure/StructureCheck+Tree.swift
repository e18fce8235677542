extension StructureCheck {
    /// Areas and profiles are at the top, competences in an area, levels in a competence.
    mutating func tree() {
        for (position, item) in package.items.enumerated() {
            let parents = index.parents[position]
            switch item.kind {
            case .other: continue
            case .area, .profile:
                guard let parent = parents.first else { continue }
                fault(
                    "/CFItems/\(position)", .parent,
                    "The \(item.kind.rawValue) \(name(position)) is a child of \(name(parent)), not of the document alone."
                )
            case .competence: oneParent(position, parents, .area)
            case .level: oneParent(position, parents, .competence)
            }
        }
        for (position, association) in package.associations.enumerated()
        where association.associationType == .hasSkillLevel {
            skillLevel(association, at: "/CFAssociations/\(position)")
        }
    }

    private mutating func oneParent(_ position: Int, _ parents: [Int], _ kind: ItemKind) {
        let child = "The \(package.items[position].kind.rawValue) \(name(position))"
        switch Set(parents).count {
        case 0: fault("/CFItems/\(position)", .parent, "\(child) is in no \(kind.rawValue).")
        case 1 where package.items[parents[0]].kind == kind: break
        case 1:
            fault(
                "/CFItems/\(position)", .parent,
                "\(child) is a child of \(name(parents[0])), which is no \(kind.rawValue).")
        default:
            let names = parents.map(name).joined(separator: ", ")
            fault("/CFItems/\(position)", .parent, "\(child) has more than one parent: \(names).")
        }
    }

    /// Among the scheme's kinds hasSkillLevel repeats the tree and may not contradict it.
    private mutating func skillLevel(_ association: CFAssociation, at place: String) {
        guard let competence = index.position(of: association.originNodeURI),
            let level = index.position(of: association.destinationNodeURI)
        else { return }
        let kinds = (package.items[competence].kind, package.items[level].kind)
        guard kinds.0.isOfScheme || kinds.1.isOfScheme else { return }
        if kinds != (.competence, .level) || !index.parents[level].contains(competence) {
            fault(place, .skillLevel, "\(name(level)) is no level below the competence \(name(competence)).")
        }
    }
}
