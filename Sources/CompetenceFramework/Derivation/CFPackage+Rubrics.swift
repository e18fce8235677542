extension CFPackage {
    /// One rubric for each competence, with its levels and their scores 1 to 4: the same in every installation.
    ///
    /// The rubric's name is the competence's statement, a level's description the level item's statement. Translations
    /// go along.
    public func derivedRubrics() -> [CFRubric] {
        let index = PackageIndex(self)
        let maker = RubricMaker(document: document, base: URIBase(document))
        return items.enumerated().filter { $1.kind == .competence }.map { position, competence in
            let levels = index.children[position].map { items[$0] }
                .filter { $0.kind == .level && $0.level != nil }
                .sorted { ($0.level ?? 0) < ($1.level ?? 0) }
            return maker.rubric(competence, levels)
        }
    }
}

/// Makes the rubrics of competences.
private struct RubricMaker {
    let document: CFDocument
    let base: URIBase

    func rubric(_ competence: CFItem, _ levels: [CFItem]) -> CFRubric {
        let name = "rubric/\(competence.code ?? competence.identifier)"
        let identifier = NameUUID.uuid(name, in: document.identifier)
        let criterionIdentifier = NameUUID.uuid("\(name)/criterion", in: document.identifier)
        let uri = base.uri("CFRubrics", identifier)
        let criterion = CFRubricCriterion(
            identifier: criterionIdentifier, uri: "\(uri)#\(criterionIdentifier)",
            description: competence.fullStatement,
            itemURI: LinkURI(
                title: competence.fullStatement, identifier: competence.identifier, uri: competence.uri),
            weight: 1, position: 1, rubricId: identifier, lastChangeDateTime: competence.lastChangeDateTime,
            levels: levels.map { level($0, name, criterionIdentifier, uri) },
            extensions: translations(of: competence, ["fullStatement": "description"]))
        return CFRubric(
            identifier: identifier, uri: uri, title: competence.fullStatement,
            lastChangeDateTime: competence.lastChangeDateTime, criteria: [criterion],
            extensions: translations(of: competence, ["fullStatement": "title"]))
    }

    private func level(_ item: CFItem, _ name: String, _ criterion: String, _ uri: String) -> CFRubricCriterionLevel {
        let number = item.level ?? 0
        let identifier = NameUUID.uuid("\(name)/level/\(number)", in: document.identifier)
        return CFRubricCriterionLevel(
            identifier: identifier, uri: "\(uri)#\(identifier)", description: item.fullStatement,
            quality: item.abbreviatedStatement ?? "Level \(number)", score: ExactNumber(number),
            position: ExactNumber(number), rubricCriterionId: criterion,
            lastChangeDateTime: item.lastChangeDateTime,
            extensions: translations(
                of: item, ["fullStatement": "description", "abbreviatedStatement": "quality"]))
    }

    private func translations(of item: CFItem, _ names: [String: String]) -> Extensions {
        var carrier = CFItem()
        carrier.translations = item.translations.mapValues { texts in
            Dictionary(texts.compactMap { name, text in names[name].map { ($0, text) } }) { first, _ in first }
        }
        return carrier.extensions
    }
}
