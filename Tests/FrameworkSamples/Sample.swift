public import CompetenceFramework

/// A small framework: an area, two competences with four levels each, a profile with two targets, an alignment to ESCO,
/// a rubric.
public enum Sample {
    /// The address of CASE's service.
    public static let base = "https://tessera.example/ims/case/v1p1"
    /// When all was changed last.
    public static let time = "2026-11-23T00:00:00Z"

    /// A UUID that ends in a number.
    public static func id(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// An item whose identifier ends in a number.
    public static func item(
        _ number: Int, _ code: String, _ kind: ItemKind, _ statement: String, extensions: Extensions = [:]
    ) -> CFItem {
        CFItem(
            identifier: id(number), fullStatement: statement, itemType: kind.isOfScheme ? kind.rawValue : nil,
            uri: "\(base)/CFItems/\(id(number))", humanCodingScheme: code, lastChangeDateTime: time,
            extensions: extensions)
    }

    /// The end of an association that is an item.
    public static func node(_ number: Int) -> LinkGenURI {
        LinkGenURI(title: "", identifier: id(number), uri: "\(base)/CFItems/\(id(number))")
    }

    /// An association whose identifier ends in a number.
    public static func association(
        _ number: Int, _ type: AssociationType, from origin: Int, to destination: LinkGenURI, sequence: Int? = nil,
        extensions: Extensions = [:]
    ) -> CFAssociation {
        CFAssociation(
            identifier: id(number), associationType: type, sequenceNumber: sequence.map { ExactNumber($0) },
            uri: "\(base)/CFAssociations/\(id(number))", originNodeURI: node(origin), destinationNodeURI: destination,
            lastChangeDateTime: time, extensions: extensions)
    }

    /// The framework.
    ///
    /// Items: 10 area A, 11 A1, 12 A2, 21–24 levels of A1, 31–34 levels of A2, 40 profile P1.
    public static func package() -> CFPackage {
        let document = CFDocument(
            identifier: id(1), uri: "\(base)/CFDocuments/\(id(1))", caseVersion: "1.1", creator: "The scheme",
            title: "Integrated Urban Security", lastChangeDateTime: time, language: "en", version: "0.1",
            adoptionStatus: "Draft",
            extensions: [
                "iust:code": .string("IUS"),
                "iust:translations": .object(["it": .object(["title": .string("Sicurezza urbana integrata")])]),
            ])
        var items = [
            item(10, "A", .area, "Understanding local security"),
            item(11, "A1", .competence, "Local safety diagnosis"),
            item(12, "A2", .competence, "Data and problem analysis"),
        ]
        var associations = [
            association(
                100, .isChildOf, from: 10,
                to: LinkGenURI(title: document.title, identifier: document.identifier, uri: document.uri), sequence: 1),
            association(101, .isChildOf, from: 11, to: node(10), sequence: 1),
            association(102, .isChildOf, from: 12, to: node(10), sequence: 2),
        ]
        for (competence, code) in [(11, "A1"), (12, "A2")] {
            for level in 1...4 {
                let number = (competence - 9) * 10 + level
                items.append(
                    item(
                        number, "\(code).\(level)", .level, "Level \(level) of \(code)",
                        extensions: [
                            "iust:level": .number(ExactNumber(level)),
                            "iust:eqfReference": .number(ExactNumber(level + 3)),
                        ]))
                associations.append(
                    association(number + 100, .isChildOf, from: number, to: node(competence), sequence: level))
                associations.append(
                    association(number + 200, .hasSkillLevel, from: competence, to: node(number), sequence: level))
            }
        }
        items.append(item(40, "P1", .profile, "Urban security coordinator"))
        associations.append(
            association(
                400, .isRelatedTo, from: 40, to: node(24), sequence: 1, extensions: ["iust:target": .boolean(true)]))
        associations.append(
            association(
                401, .isRelatedTo, from: 40, to: node(33), sequence: 2,
                extensions: [
                    "iust:target": .boolean(true), "iust:weight": ExactNumber("1.50").map { .number($0) } ?? .null,
                ]))
        associations.append(
            association(
                402, .isRelatedTo, from: 40,
                to: LinkGenURI(
                    title: "policy officer", identifier: "caf7b8fb-b2d6-46b7-bffa-bea7f8e4aed8",
                    uri: "http://data.europa.eu/esco/occupation/caf7b8fb-b2d6-46b7-bffa-bea7f8e4aed8",
                    targetType: "ext:esco"),
                extensions: ["iust:match": .string("related"), "iust:targetVersion": .string("1.0")]))
        return CFPackage(document: document, items: items, associations: associations, rubrics: [rubric()])
    }

    /// The rubric of the first competence.
    public static func rubric() -> CFRubric {
        let levels = (1...4).map { level in
            CFRubricCriterionLevel(
                identifier: id(520 + level), uri: "\(base)/CFRubrics/\(id(500))#\(level)",
                description: "Level \(level) of A1", quality: "L\(level)", score: ExactNumber(level),
                position: ExactNumber(level), rubricCriterionId: id(510), lastChangeDateTime: time,
                extensions: ["iust:translations": .object(["it": .object(["quality": .string("Livello \(level)")])])])
        }
        let criterion = CFRubricCriterion(
            identifier: id(510), uri: "\(base)/CFRubrics/\(id(500))#criterion",
            itemURI: LinkURI(title: "A1", identifier: id(11), uri: "\(base)/CFItems/\(id(11))"),
            weight: ExactNumber("1.0"), position: 1, rubricId: id(500), lastChangeDateTime: time, levels: levels)
        return CFRubric(
            identifier: id(500), uri: "\(base)/CFRubrics/\(id(500))", title: "A1", lastChangeDateTime: time,
            criteria: [criterion])
    }
}
