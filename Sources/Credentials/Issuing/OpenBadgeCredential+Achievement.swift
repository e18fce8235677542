extension OpenBadgeCredential {
    /// The id of the description of the scale.
    var scaleID: String { award.competence.uri + "#level" }

    /// The achievement: this competence at this level.
    ///
    /// It names no creator: that is the issuer, and in the graph that is signed what stood there would be one with the
    /// issuer, so that a copy which lacks a member in one of the two places would verify still.
    var achievement: JSONTree {
        .object(
            .init("id", award.achievementID),
            .init("type", texts: ["Achievement"]),
            .init("achievementType", "Competency"),
            .init("humanCode", code),
            .init("inLanguage", award.language),
            .init("name", name),
            .init("description", level.descriptor),
            .init("image", award.image.map(picture)),
            .init("specialization", award.profile),
            .init("criteria", .object(.init("narrative", criteria))),
            .init("otherIdentifier", .array(caseIdentifiers)),
            .init("alignment", .array(alignments)),
            .init("related", .array(award.translations.map(Self.related))),
            .init("resultDescription", .array([scale])))
    }

    private func picture(_ address: String) -> JSONTree {
        let caption = "Badge: \(award.competence.code) \(award.competence.name), level \(level.number)"
        return .object(.init("id", address), .init("type", "Image"), .init("caption", caption))
    }

    /// How the level was found, and what a reference to the EQF doesn't say.
    private var criteria: String {
        guard let eqf = level.indicativeEQF else { return award.criteria }
        return award.criteria + "\n\n" + Self.eqfCaution(eqf)
    }

    private static func related(_ translation: AchievementTranslation) -> JSONTree {
        .object(
            .init("id", translation.id), .init("type", texts: ["Related"]),
            .init("inLanguage", translation.language))
    }

    private var caseIdentifiers: [JSONTree] {
        guard let identifier = award.competence.identifier else { return [] }
        return [
            .object(
                .init("type", "IdentifierEntry"), .init("identifier", identifier.urn),
                .init("identifierType", "ext:CASEIdentifier"))
        ]
    }

    private var alignments: [JSONTree] {
        let competence = award.competence
        let named = "\(competence.code) \(competence.name)"
        let framework = competence.framework
        return [
            .object(
                .init("type", texts: ["Alignment"]), .init("targetType", "CFItem"),
                .init("targetFramework", framework.name), .init("targetName", named),
                .init("targetCode", competence.code), .init("targetUrl", competence.uri),
                .init("targetDescription", competence.description)),
            .object(
                .init("type", texts: ["Alignment"]), .init("targetType", "CFRubricCriterionLevel"),
                .init("targetFramework", framework.name), .init("targetName", "\(named), level \(level.number)"),
                .init("targetCode", code), .init("targetUrl", level.uri), .init("targetDescription", level.descriptor)),
        ] + Self.frameworkAlignment(framework) + Self.eqfAlignment(level)
    }

    private var scale: JSONTree {
        .object(
            .init("id", scaleID), .init("type", texts: ["ResultDescription"]), .init("name", "Level of competence"),
            .init("resultType", "RubricCriterionLevel"), .init("requiredLevel", level.uri),
            .init(
                "rubricCriterionLevel",
                .array(award.competence.levels.sorted { $0.number < $1.number }.map(Self.rubricLevel))))
    }

    private static func rubricLevel(_ level: CompetenceLevel) -> JSONTree {
        .object(
            .init("id", level.uri), .init("type", texts: ["RubricCriterionLevel"]), .init("name", level.name),
            .init("level", String(level.number)), .init("description", level.descriptor),
            .init("alignment", .array(eqfAlignment(level))))
    }

    private static func frameworkAlignment(_ framework: FrameworkReference) -> [JSONTree] {
        guard let uri = framework.uri else { return [] }
        return [
            .object(
                .init("type", texts: ["Alignment"]), .init("targetType", "ext:CFDocument"),
                .init("targetName", framework.name), .init("targetUrl", uri))
        ]
    }

    /// The reference of a level's descriptor to the EQF, worded so that nobody takes it for a qualification's level.
    private static func eqfAlignment(_ level: CompetenceLevel) -> [JSONTree] {
        guard let eqf = level.indicativeEQF else { return [] }
        return [
            .object(
                .init("type", texts: ["Alignment"]), .init("targetType", "ext:EQFLevel"),
                .init("targetFramework", "European Qualifications Framework"),
                .init("targetName", "Written with reference to EQF level \(eqf)"), .init("targetCode", String(eqf)),
                .init("targetUrl", "http://data.europa.eu/snb/eqf/\(eqf)"),
                .init("targetDescription", eqfCaution(eqf)))
        ]
    }

    private static func eqfCaution(_ eqf: Int) -> String {
        "The descriptor of this level was written with reference to EQF level \(eqf), as an indication of complexity."
            + " This credential is not a qualification and has no EQF level."
    }
}
