extension StructureCheck {
    private struct Rung: Hashable {
        let competence: Int
        let level: Int
    }

    /// Level items have a level from 1 to 4, each once in its competence; other items have none.
    mutating func levels() {
        var rungs: [Rung: Int] = [:]
        for (position, item) in package.items.enumerated() {
            let place = "/CFItems/\(position)/extensions"
            eqfReference(item, position)
            guard item.kind == .level else {
                if item.extensions[SchemeName.level] != nil {
                    remark(place + "/iust:level", .level, "\(name(position)) is no level item, but has a level.")
                }
                continue
            }
            guard let level = item.level, (1...4).contains(level) else {
                let what = item.extensions[SchemeName.level] == nil ? "no level" : "a level that is none of 1 to 4"
                fault(place + "/iust:level", .level, "The level item \(name(position)) has \(what).")
                continue
            }
            guard let competence = index.parents[position].first else { continue }
            if let other = rungs.updateValue(position, forKey: Rung(competence: competence, level: level)) {
                fault(
                    place + "/iust:level", .levelTwice,
                    "\(name(competence)) has level \(level) twice: \(name(other)) and \(name(position)).")
            }
        }
    }

    private mutating func eqfReference(_ item: CFItem, _ position: Int) {
        guard item.extensions[SchemeName.eqfReference] != nil else { return }
        let place = "/CFItems/\(position)/extensions/iust:eqfReference"
        if item.kind != .level {
            fault(place, .eqf, "\(name(position)) is no level item, but has an EQF reference.")
        } else if item.eqfReference.map({ (1...8).contains($0) }) != true {
            fault(place, .eqf, "The EQF reference of \(name(position)) is none of 1 to 8.")
        }
    }
}
