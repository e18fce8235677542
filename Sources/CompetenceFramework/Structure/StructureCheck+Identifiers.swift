extension StructureCheck {
    /// Each identifier belongs to one object.
    mutating func identifiers() {
        var first: [String: String] = [:]
        for (identifier, place) in package.identifiersInOrder() {
            if let other = first[identifier] {
                fault(place + "/identifier", .identifierTwice, "\(identifier) is the identifier of \(other), too.")
            } else {
                first[identifier] = place
            }
        }
    }
}

extension CFPackage {
    /// The identifiers of all objects with their places.
    func identifiersInOrder() -> [(identifier: String, place: String)] {
        var all = [(document.identifier, "/CFDocument")]
        all += items.enumerated().map { ($1.identifier, "/CFItems/\($0)") }
        all += associations.enumerated().map { ($1.identifier, "/CFAssociations/\($0)") }
        all += definitions.concepts.enumerated().map { ($1.identifier, "/CFDefinitions/CFConcepts/\($0)") }
        all += definitions.subjects.enumerated().map { ($1.identifier, "/CFDefinitions/CFSubjects/\($0)") }
        all += definitions.licenses.enumerated().map { ($1.identifier, "/CFDefinitions/CFLicenses/\($0)") }
        all += definitions.itemTypes.enumerated().map { ($1.identifier, "/CFDefinitions/CFItemTypes/\($0)") }
        all += definitions.associationGroupings.enumerated().map {
            ($1.identifier, "/CFDefinitions/CFAssociationGroupings/\($0)")
        }
        for (position, rubric) in rubrics.enumerated() {
            all.append((rubric.identifier, "/CFRubrics/\(position)"))
            for (criterionPosition, criterion) in rubric.criteria.enumerated() {
                let place = "/CFRubrics/\(position)/CFRubricCriteria/\(criterionPosition)"
                all.append((criterion.identifier, place))
                all += criterion.levels.enumerated().map {
                    ($1.identifier, "\(place)/CFRubricCriterionLevels/\($0)")
                }
            }
        }
        return all
    }
}
