import JSON

extension StructureCheck {
    private struct Cell: Hashable {
        let profile: Int
        let competence: Int
    }

    /// Targets lead from a profile to a level, once for each profile and competence.
    mutating func targets() {
        var cells: [Cell: Int] = [:]
        for (position, association) in package.associations.enumerated() {
            let place = "/CFAssociations/\(position)"
            weight(association, at: place)
            guard association.extensions[SchemeName.target] != nil else { continue }
            guard association.isTarget else {
                fault(
                    place + "/extensions/iust:target", .target,
                    "The mark of a target is true, on an isRelatedTo association.")
                continue
            }
            guard let profile = index.position(of: association.originNodeURI),
                let level = index.position(of: association.destinationNodeURI)
            else { continue }
            guard package.items[profile].kind == .profile, package.items[level].kind == .level else {
                fault(
                    place, .target,
                    "The target leads from \(name(profile)) to \(name(level)), not from a profile to a level.")
                continue
            }
            guard let competence = index.parents[level].first else { continue }
            if let other = cells.updateValue(position, forKey: Cell(profile: profile, competence: competence)) {
                fault(
                    place, .targetTwice,
                    "\(name(profile)) has another target in \(name(competence)): /CFAssociations/\(other).")
            }
        }
    }

    /// Whether a number has the range and the precision in which weights are kept.
    private static func isWeight(_ number: ExactNumber) -> Bool {
        guard number.decimal > JSONDecimal(0), number.decimal < JSONDecimal(1000) else { return false }
        let thousandths = Int((number.double * 1000).rounded())
        return thousandths > 0 && number.decimal == JSONDecimal(Array("\(thousandths)e-3".utf8)[...])
    }

    private mutating func weight(_ association: CFAssociation, at place: String) {
        guard let value = association.extensions[SchemeName.weight] else { return }
        let place = place + "/extensions/iust:weight"
        if !association.isTarget {
            fault(place, .weight, "The association is no target, but has a weight.")
        } else if value.number.map(Self.isWeight) != true {
            fault(place, .weight, "The weight is no number from 0.001 to 999.999, in thousandths.")
        }
    }
}
