/// How the associations of a package are put on sheets.
struct AssociationPlan {
    /// What holds for the workbook.
    let settings: AssociationLayout.Settings
    /// Each item's parent as its cell says it.
    let parents: [Int?]
    /// The matrix of targets.
    let targets: [AssociationLayout.Target]
    /// The positions of the associations that have rows.
    let rows: [Int]

    /// Finds the settings with which the most associations need no row.
    init(_ package: CFPackage) {
        let index = PackageIndex(package)
        let parents = index.parents.map(\.first)
        let targets = Self.targets(package, index, parents)
        let joins = Set(package.associations.map(AssociationLayout.Join.init))
        let items = package.items
        let document = package.document.identifier
        let hasRoots = items.indices.allSatisfy { position in
            parents[position] != nil || joins.contains(.init(items[position].identifier, .isChildOf, document))
        }
        let hasSkillLevels = items.indices.allSatisfy { position in
            guard AssociationLayout.isSkillLevel(items, position, parents), let parent = parents[position] else {
                return true
            }
            return joins.contains(.init(items[parent].identifier, .hasSkillLevel, items[position].identifier))
        }
        var settings = AssociationLayout.Settings(hasRoots: hasRoots, hasSkillLevels: hasSkillLevels)
        settings.style = Self.style(package, settings, parents, targets)
        var best: (rows: [Int], order: AssociationLayout.Order)?
        for order in AssociationLayout.Order.allCases {
            settings.order = order
            let made = AssociationLayout.made(
                package.document, items, parents: parents, targets: targets, settings: settings)
            let rows = Self.rows(package.associations, made.map(\.association))
            if best.map({ rows.count < $0.rows.count }) ?? true { best = (rows, order) }
        }
        settings.order = best?.order ?? .type
        self.settings = settings
        self.parents = parents
        self.targets = targets
        rows = best?.rows ?? Array(package.associations.indices)
    }

    /// The targets that a matrix can hold: one for each profile and competence, by the level's number.
    private static func targets(
        _ package: CFPackage, _ index: PackageIndex, _ parents: [Int?]
    ) -> [AssociationLayout.Target] {
        var targets: [AssociationLayout.Target] = []
        var cells: Set<[Int]> = []
        let levels = LevelTable(package.items, parents)
        for association in package.associations where association.isTarget {
            guard let profile = index.position(of: association.originNodeURI),
                let level = index.position(of: association.destinationNodeURI), let competence = parents[level],
                package.items[profile].kind == .profile, package.items[level].kind == .level,
                package.items[competence].kind == .competence, let number = package.items[level].level,
                levels.position(number, of: competence) == level,
                cells.insert([profile, competence]).inserted
            else { continue }
            targets.append(.init(profile: profile, competence: competence, level: level, weight: association.weight))
        }
        return targets.sorted { ($0.profile, $0.competence) < ($1.profile, $1.competence) }
    }

    private static func style(
        _ package: CFPackage, _ settings: AssociationLayout.Settings, _ parents: [Int?],
        _ targets: [AssociationLayout.Target]
    ) -> LinkStyle {
        let present = Set(package.associations)
        var best = (style: LinkStyle(), count: -1)
        for style in LinkStyle.all {
            var settings = settings
            settings.style = style
            let made = AssociationLayout.made(
                package.document, package.items, parents: parents, targets: targets, settings: settings)
            let count = made.count { present.contains($0.association) }
            if count > best.count { best = (style, count) }
        }
        return best.style
    }

    /// The positions of associations that are not made, or not in their order, or between the nodes of such.
    private static func rows(_ associations: [CFAssociation], _ made: [CFAssociation]) -> [Int] {
        let places = Dictionary(made.enumerated().map { ($1, $0) }) { first, _ in first }
        let placed = associations.map { places[$0] }
        var kept = IncreasingRun.longest(placed)
        let counts = Dictionary(associations.map { (AssociationLayout.Join($0), 1) }, uniquingKeysWith: +)
        for (position, association) in associations.enumerated() where kept[position] {
            if counts[AssociationLayout.Join(association)] != 1 { kept[position] = false }
        }
        return associations.indices.filter { !kept[$0] }
    }
}

extension AssociationLayout.Join {
    init(_ origin: String, _ type: AssociationType, _ destination: String) {
        self.origin = origin
        self.type = type
        self.destination = destination
    }
}

/// The most of a list that can stay in its order.
enum IncreasingRun {
    /// Which elements belong to a longest strictly increasing run; nil never does.
    static func longest(_ values: [Int?]) -> [Bool] {
        // For each length the position of the smallest last value (patience sorting), and each one's predecessor.
        var tails: [(value: Int, position: Int)] = []
        var previous = [Int](repeating: -1, count: values.count)
        for (position, value) in values.enumerated() {
            guard let value else { continue }
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if tails[middle].value < value { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[position] = tails[low - 1].position }
            if low == tails.count { tails.append((value, position)) } else { tails[low] = (value, position) }
        }
        var isKept = [Bool](repeating: false, count: values.count)
        var position = tails.last?.position ?? -1
        while position >= 0 {
            isKept[position] = true
            position = previous[position]
        }
        return isKept
    }
}
