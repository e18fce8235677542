extension CFPackage {
    /// A new version of the framework, a draft to be changed, which says of each item which one it replaces.
    ///
    /// The same for the same version everywhere. What partners proposed stays with the old version.
    /// - Parameters:
    ///   - version: The new version, such as `0.2`.
    ///   - base: What comes before `/CFItems/…` in the new addresses: `https://host/ims/case/v1p1`.
    ///   - time: When the version is made, as RFC 3339 has it.
    public func derived(version: String, base: String, at time: String) -> CFPackage {
        VersionMaker(self, version: version, base: base).package(at: time)
    }
}

/// Makes a version of a framework from another.
private struct VersionMaker {
    private let old: CFPackage
    private let index: PackageIndex
    private let document: CFDocument
    private let base: URIBase
    /// The new objects' identifiers and addresses by the old identifiers.
    private var moved: [String: (identifier: String, uri: String)] = [:]
    private var taken: Set<String> = []

    init(_ old: CFPackage, version: String, base: String) {
        self.old = old
        index = PackageIndex(old)
        var document = old.document
        document.identifier = NameUUID.uuid("version/\(version)", in: old.document.identifier)
        document.uri = "\(base)/CFDocuments/\(document.identifier)"
        document.version = version
        document.adoptionStatus = "Draft"
        (document.statusStartDate, document.statusEndDate) = (nil, nil)
        document.derivedFrom = old.document.identifier
        document.proposals = []
        self.document = document
        self.base = URIBase(document)
        moved[old.document.identifier] = (document.identifier, document.uri)
    }

    func package(at time: String) -> CFPackage {
        var maker = self
        return maker.make(at: time)
    }

    private mutating func make(at time: String) -> CFPackage {
        var package = old
        package.document = document
        package.document.lastChangeDateTime = time
        for item in old.items { name(item.identifier, "CFItems", "item/" + Self.name(item)) }
        for (position, item) in old.items.enumerated() {
            (package.items[position].identifier, package.items[position].uri) = place(item.identifier)
        }
        package.associations = old.associations.filter { $0.associationType != .replacedBy }.map { association($0) }
        package.associations += old.items.indices.map { replacement($0, in: package, at: time) }
        package.rubrics = old.rubrics.map { rubric($0) }
        return package
    }

    /// What an item is called in names: its code, which belongs to one item in the scheme's kinds only.
    private static func name(_ item: CFItem) -> String {
        item.kind.isOfScheme ? item.code ?? item.identifier : item.identifier
    }

    /// Gives an object a new place, by a name that says what it is, or else by where it was.
    private mutating func name(_ identifier: String, _ list: String, _ name: String?) {
        var new = name.map { NameUUID.uuid($0, in: document.identifier) }
        if let named = new, !taken.insert(named).inserted { new = nil }
        let renamed = new ?? NameUUID.uuid("was/\(identifier)", in: document.identifier)
        moved[identifier] = (renamed, base.uri(list, renamed))
    }

    private func place(_ identifier: String) -> (identifier: String, uri: String) {
        moved[identifier] ?? (identifier, base.base)
    }

    private func node(_ node: LinkGenURI) -> LinkGenURI {
        guard node.isCASE, let new = moved[node.identifier] else { return node }
        return LinkGenURI(
            title: node.title, identifier: new.identifier, uri: new.uri, targetType: node.targetType)
    }

    private mutating func association(_ old: CFAssociation) -> CFAssociation {
        name(old.identifier, "CFAssociations", associationName(old))
        var association = old
        (association.identifier, association.uri) = place(old.identifier)
        association.originNodeURI = node(old.originNodeURI)
        association.destinationNodeURI = node(old.destinationNodeURI)
        return association
    }

    /// The name by which associations of a tree and targets are made; nil for others.
    private func associationName(_ association: CFAssociation) -> String? {
        guard let origin = index.position(of: association.originNodeURI) else { return nil }
        let originName = Self.name(old.items[origin])
        if association.associationType == .isChildOf { return "association/isChildOf/" + originName }
        guard let destination = index.position(of: association.destinationNodeURI) else { return nil }
        if association.associationType == .hasSkillLevel {
            return "association/hasSkillLevel/" + Self.name(old.items[destination])
        }
        guard association.isTarget, let competence = index.parents[destination].first else { return nil }
        return "association/target/\(originName)/\(Self.name(old.items[competence]))"
    }

    private func replacement(_ position: Int, in package: CFPackage, at time: String) -> CFAssociation {
        let (before, after) = (old.items[position], package.items[position])
        let identifier = NameUUID.uuid("association/replacedBy/" + Self.name(before), in: document.identifier)
        let style = LinkStyle()
        return CFAssociation(
            identifier: identifier, associationType: .replacedBy, uri: base.uri("CFAssociations", identifier),
            originNodeURI: style.node(before), destinationNodeURI: style.node(after), lastChangeDateTime: time)
    }

    private mutating func rubric(_ old: CFRubric) -> CFRubric {
        let judged = old.criteria.count == 1 ? old.criteria[0].itemURI : nil
        let competence = judged.flatMap { index.positions[$0.identifier] }.map { self.old.items[$0] }
        let named = competence.map { "rubric/" + Self.name($0) }
        name(old.identifier, "CFRubrics", named)
        var rubric = old
        (rubric.identifier, rubric.uri) = place(old.identifier)
        rubric.criteria = old.criteria.map { criterion($0, of: rubric, named) }
        return rubric
    }

    private mutating func criterion(_ old: CFRubricCriterion, of rubric: CFRubric, _ named: String?)
        -> CFRubricCriterion
    {
        name(old.identifier, "CFRubrics", named.map { $0 + "/criterion" })
        var criterion = old
        criterion.identifier = place(old.identifier).identifier
        criterion.uri = "\(rubric.uri)#\(criterion.identifier)"
        if old.rubricId != nil { criterion.rubricId = rubric.identifier }
        if let item = old.itemURI, let new = moved[item.identifier] {
            criterion.itemURI = LinkURI(title: item.title, identifier: new.identifier, uri: new.uri)
        }
        criterion.levels = old.levels.map { level($0, of: criterion, rubric, named) }
        return criterion
    }

    private mutating func level(
        _ old: CFRubricCriterionLevel, of criterion: CFRubricCriterion, _ rubric: CFRubric, _ named: String?
    ) -> CFRubricCriterionLevel {
        let score = old.score?.integer
        name(old.identifier, "CFRubrics", score.flatMap { score in named.map { "\($0)/level/\(score)" } })
        var level = old
        level.identifier = place(old.identifier).identifier
        level.uri = "\(rubric.uri)#\(level.identifier)"
        if old.rubricCriterionId != nil { level.rubricCriterionId = criterion.identifier }
        return level
    }
}
