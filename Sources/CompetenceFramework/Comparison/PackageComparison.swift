/// Compares two versions of a framework.
struct PackageComparison {
    let old: Side
    let new: Side
    private let matching: ItemMatching
    private var difference = PackageDifference()

    /// A version with its tree.
    struct Side {
        let package: CFPackage
        let index: PackageIndex
        /// Each item's parent.
        let parents: [Int?]

        init(_ package: CFPackage) {
            self.package = package
            index = PackageIndex(package)
            parents = index.parents.map(\.first)
        }

        func reference(_ position: Int?) -> ItemReference? { position.map { ItemReference(package.items[$0]) } }
    }

    init(_ old: CFPackage, _ new: CFPackage) {
        self.old = Side(old)
        self.new = Side(new)
        matching = ItemMatching(old, new)
    }

    /// Members that differ in every version.
    static let passing: Set<String> = [
        "identifier", "uri", "lastChangeDateTime", "CFDocumentURI", "CFPackageURI", "caseVersion",
    ]

    mutating func result() -> PackageDifference {
        compareDocuments()
        compareItems()
        compareTree()
        compareTargets()
        compareAssociations()
        return difference
    }

    private mutating func compareDocuments() {
        var (before, after) = (old.package.document, new.package.document)
        // What a version was derived from is how it came to be, not what it says.
        before.derivedFrom = nil
        after.derivedFrom = nil
        difference.document = FieldComparison.changes(
            before, after, without: Self.passing, extensionsOf: \.extensions)
    }

    private mutating func compareItems() {
        for (position, item) in old.package.items.enumerated() where matching.new[position] == nil {
            difference.removed.append(ItemReference(item))
        }
        for (position, item) in new.package.items.enumerated() {
            guard let before = matching.old[position].map({ old.package.items[$0] }) else {
                difference.added.append(ItemReference(item))
                continue
            }
            let changes = FieldComparison.changes(
                before, item, without: Self.passing.union(["CFItemTypeURI"]), extensionsOf: \.extensions)
            if !changes.isEmpty {
                difference.changed.append(
                    .init(old: ItemReference(before), new: ItemReference(item), changes: changes))
            }
        }
    }

    private mutating func compareTree() {
        let (before, after) = (places(old), places(new))
        let stayed = stayedInOrder()
        for position in new.package.items.indices {
            guard let earlier = matching.old[position] else { continue }
            let (oldParent, newParent) = (old.parents[earlier], new.parents[position])
            let isBelowTheSame =
                oldParent.map { matching.new[$0] } ?? nil == newParent && (oldParent == nil) == (newParent == nil)
            guard !isBelowTheSame || !stayed.contains(position) else { continue }
            difference.moved.append(
                .init(
                    item: ItemReference(new.package.items[position]), oldParent: old.reference(oldParent),
                    newParent: new.reference(newParent), oldPlace: before[earlier], newPlace: after[position]))
        }
    }

    /// Each item's place among its siblings, counted from 1.
    private func places(_ side: Side) -> [Int] {
        var places = [Int](repeating: 0, count: side.package.items.count)
        for siblings in Self.families(side) {
            for (place, position) in siblings.enumerated() { places[position] = place + 1 }
        }
        return places
    }

    /// The items of one parent, in their order; those without parent in the package's.
    private static func families(_ side: Side) -> [[Int]] {
        let roots = side.package.items.indices.filter { side.parents[$0] == nil }
        return [roots]
            + side.index.children.enumerated().map { parent, children in
                children.filter { side.parents[$0] == parent }
            }
    }

    /// The new items that are in the same order as before among their siblings: as many as can be, so that one item
    /// that was moved to the front does not move all others.
    private func stayedInOrder() -> Set<Int> {
        var stayed: Set<Int> = []
        let before = places(old)
        for siblings in Self.families(new) {
            let earlier = siblings.map { matching.old[$0].map { before[$0] } }
            for (position, isKept) in zip(siblings, IncreasingRun.longest(earlier)) where isKept {
                stayed.insert(position)
            }
        }
        return stayed
    }

    private struct Aim {
        let profile: ItemReference
        let competence: ItemReference
        let level: Int?
        let weight: String?
    }

    /// A version's targets, by the positions of profile and competence in the new version, or by identifiers.
    private func aims(_ side: Side, _ name: (Int) -> String) -> [(key: [String], aim: Aim)] {
        side.package.associations.filter(\.isTarget).compactMap { association in
            guard let profile = side.index.position(of: association.originNodeURI),
                let level = side.index.position(of: association.destinationNodeURI),
                let competence = side.parents[level]
            else { return nil }
            let items = side.package.items
            let aim = Aim(
                profile: ItemReference(items[profile]), competence: ItemReference(items[competence]),
                level: items[level].level, weight: association.weight?.digits)
            return ([name(profile), name(competence)], aim)
        }
    }

    /// What an item of the old version is called where both versions' are compared: as its new one.
    private func oldName(_ position: Int) -> String {
        matching.new[position].map { new.package.items[$0].identifier } ?? old.package.items[position].identifier
    }

    private mutating func compareTargets() {
        let before = aims(old, oldName)
        let after = aims(new) { new.package.items[$0].identifier }
        let earlier = Dictionary(before.map { ($0.key, $0.aim) }) { first, _ in first }
        let later = Dictionary(after.map { ($0.key, $0.aim) }) { first, _ in first }
        let pairs =
            after.map { (earlier[$0.key], $0.aim as Aim?) }
            + before.filter { later[$0.key] == nil }.map { ($0.aim as Aim?, nil as Aim?) }
        for (one, other) in pairs {
            guard let any = other ?? one else { continue }
            if let one, let other, one.level == other.level, one.weight == other.weight { continue }
            difference.targets.append(
                .init(
                    profile: any.profile, competence: any.competence, oldLevel: one?.level, newLevel: other?.level,
                    oldWeight: one?.weight, newWeight: other?.weight))
        }
    }

    private mutating func compareAssociations() {
        let before = links(old, oldName)
        let after = links(new) { new.package.items[$0].identifier }
        let earlier = Dictionary(before) { first, _ in first }
        let later = Dictionary(after) { first, _ in first }
        for (key, association) in after {
            guard let other = earlier[key] else {
                difference.addedAssociations.append(change(association, new, []))
                continue
            }
            let changes = FieldComparison.changes(
                other, association, without: Self.passing.union(["originNodeURI", "destinationNodeURI"]),
                extensionsOf: \.extensions)
            if !changes.isEmpty { difference.changedAssociations.append(change(association, new, changes)) }
        }
        for (key, association) in before where later[key] == nil {
            difference.removedAssociations.append(change(association, old, []))
        }
    }

    /// A version's associations that are neither tree nor targets, nor lead from version to version.
    private func links(_ side: Side, _ name: (Int) -> String) -> [([String], CFAssociation)] {
        let structure: Set<AssociationType> = [.isChildOf, .hasSkillLevel, .replacedBy]
        return side.package.associations.filter { !structure.contains($0.associationType) && !$0.isTarget }
            .map { association in
                let ends = [association.originNodeURI, association.destinationNodeURI].map { node in
                    side.index.position(of: node).map(name) ?? (node.isCASE ? node.identifier : node.uri)
                }
                return ([association.associationType.rawValue] + ends, association)
            }
    }

    private func change(
        _ association: CFAssociation, _ side: Side, _ changes: [FieldChange]
    ) -> PackageDifference.AssociationChange {
        func name(_ node: LinkGenURI) -> String {
            side.index.position(of: node).flatMap { side.package.items[$0].code }
                ?? (node.isCASE ? node.identifier : node.uri)
        }
        return .init(
            type: association.associationType.rawValue, origin: name(association.originNodeURI),
            destination: name(association.destinationNodeURI), title: association.destinationNodeURI.title,
            changes: changes)
    }
}
