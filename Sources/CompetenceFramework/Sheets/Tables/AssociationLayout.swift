/// Which associations of a package the columns of its sheets say, and in which order.
///
/// The columns parent and the matrix of targets say most associations; from the columns alone they are made again. All
/// others have a row of their own, with their place, so that a package comes out as it went in. Whether roots belong to
/// the document, and whether competences have their levels as skill levels, holds for a whole workbook.
struct AssociationLayout {
    /// What holds for a whole workbook.
    struct Settings: Equatable {
        var style = LinkStyle()
        /// Whether each item without parent is a child of the document.
        var hasRoots = true
        /// Whether each level is a skill level of its competence.
        var hasSkillLevels = true
        var order = Order.type
    }

    /// The order of associations that are made.
    enum Order: String, CaseIterable {
        /// isChildOf, hasSkillLevel, targets.
        case type
        /// Item by item.
        case item
        /// By identifier.
        case identifier
    }

    /// A target in the matrix.
    struct Target: Equatable {
        let profile: Int
        let competence: Int
        let level: Int
        let weight: ExactNumber?
    }

    /// An association that columns say, and the cell that says it.
    struct Made {
        enum Source { case parent(Int), target(profile: Int, competence: Int) }
        let association: CFAssociation
        let source: Source
    }

    /// Two nodes and a type; of these, columns make one association at most.
    struct Join: Hashable {
        let origin: String
        let type: AssociationType
        let destination: String

        init(_ association: CFAssociation) {
            origin = association.originNodeURI.identifier
            type = association.associationType
            destination = association.destinationNodeURI.identifier
        }
    }

    /// The associations that columns say, in their order, without those between whose nodes a row says one.
    static func made(
        _ document: CFDocument, _ items: [CFItem], parents: [Int?], targets: [Target], settings: Settings,
        rows: Set<Join> = []
    ) -> [Made] {
        let maker = AssociationMaker(document, settings.style)
        let sequences = siblings(items, parents)
        var children: [Made] = []
        var levels: [Made] = []
        for (position, item) in items.enumerated() {
            let sequence = sequences[position]
            guard let parent = parents[position] else {
                if settings.hasRoots {
                    children.append(
                        Made(association: maker.childOf(item, nil, sequence: sequence), source: .parent(position)))
                }
                continue
            }
            children.append(
                Made(association: maker.childOf(item, items[parent], sequence: sequence), source: .parent(position)))
            guard settings.hasSkillLevels, isSkillLevel(items, position, parents) else { continue }
            let association = maker.skillLevel(item, of: items[parent], sequence: sequence)
            levels.append(Made(association: association, source: .parent(position)))
        }
        let made = children + levels + aims(items, targets, maker)
        return sorted(made, settings.order).filter { !rows.contains(Join($0.association)) }
    }

    /// Whether an item is a level whose parent is a competence.
    static func isSkillLevel(_ items: [CFItem], _ position: Int, _ parents: [Int?]) -> Bool {
        items[position].kind == .level && parents[position].map { items[$0].kind == .competence } == true
    }

    private static func aims(_ items: [CFItem], _ targets: [Target], _ maker: AssociationMaker) -> [Made] {
        let competences = items.indices.filter { items[$0].kind == .competence }
        let places = Dictionary(competences.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
        return targets.map { target in
            Made(
                association: maker.target(
                    items[target.profile], items[target.level], of: items[target.competence], weight: target.weight,
                    sequence: places[target.competence] ?? 0),
                source: .target(profile: target.profile, competence: target.competence))
        }
    }

    /// Each item's place among the items of its kind with its parent.
    private static func siblings(_ items: [CFItem], _ parents: [Int?]) -> [Int] {
        struct Family: Hashable {
            let parent: Int?
            let kind: ItemKind
        }
        var counts: [Family: Int] = [:]
        return items.enumerated().map { position, item in
            counts[Family(parent: parents[position], kind: item.kind), default: 0] += 1
            return counts[Family(parent: parents[position], kind: item.kind)] ?? 0
        }
    }

    private static func sorted(_ made: [Made], _ order: Order) -> [Made] {
        func owner(_ made: Made) -> Int {
            switch made.source {
            case .parent(let item): item
            case .target(let profile, _): profile
            }
        }
        // Sorting is not stable by promise, so the place breaks ties.
        return made.enumerated().sorted { one, other in
            switch order {
            case .type: one.offset < other.offset
            case .item: (owner(one.element), one.offset) < (owner(other.element), other.offset)
            case .identifier:
                (one.element.association.identifier, one.offset)
                    < (other.element.association.identifier, other.offset)
            }
        }.map(\.element)
    }
}
