extension StructureCheck {
    /// What alignments to the outside say of themselves.
    mutating func alignments() {
        for (position, association) in package.associations.enumerated() {
            let place = "/CFAssociations/\(position)/extensions/"
            if association.extensions[SchemeName.match] != nil, association.match == nil {
                fault(place + SchemeName.match, .match, "The match is none of exact, close, broad, narrow, related.")
            }
            for name in [SchemeName.targetVersion, SchemeName.targetGroup] {
                guard let value = association.extensions[name], value.string == nil else { continue }
                fault(place + name, .match, "\"\(name)\" is no text.")
            }
        }
    }

    /// What the scheme keeps with the document.
    mutating func documentExtensions() {
        let document = package.document
        let place = "/CFDocument/extensions/"
        if document.extensions[SchemeName.code] != nil, (document.code ?? "").isEmpty {
            fault(place + SchemeName.code, .documentExtension, "The framework's code is no text.")
        }
        if document.extensions[SchemeName.derivedFrom] != nil,
            document.derivedFrom.flatMap(UUIDText.canonical) == nil
        {
            fault(place + SchemeName.derivedFrom, .documentExtension, "What the framework is derived from is no UUID.")
        }
        guard let proposals = document.extensions[SchemeName.proposals] else { return }
        if proposals.array?.allSatisfy({ $0.object != nil }) != true {
            fault(place + SchemeName.proposals, .documentExtension, "Proposals are an array of objects.")
        }
    }

    /// Criteria and levels of rubrics name what they stand in, and items of the package.
    mutating func rubricParts() {
        for (position, rubric) in package.rubrics.enumerated() {
            for (criterionPosition, criterion) in rubric.criteria.enumerated() {
                let place = "/CFRubrics/\(position)/CFRubricCriteria/\(criterionPosition)"
                if let parent = criterion.rubricId, parent != rubric.identifier {
                    fault(place + "/rubricId", .rubricParent, "\(parent) is not the rubric that the criterion is in.")
                }
                if let item = criterion.itemURI, index.positions[item.identifier] == nil {
                    remark(place + "/CFItemURI", .danglingLink, "The item \(item.identifier) is not in the package.")
                }
                for (levelPosition, level) in criterion.levels.enumerated() {
                    guard let parent = level.rubricCriterionId, parent != criterion.identifier else { continue }
                    fault(
                        "\(place)/CFRubricCriterionLevels/\(levelPosition)/rubricCriterionId", .rubricParent,
                        "\(parent) is not the criterion that the level is in.")
                }
            }
        }
    }
}
