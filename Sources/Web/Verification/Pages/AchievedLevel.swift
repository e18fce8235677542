internal import JSON

/// The level that a credential attests, among all levels of its scale.
struct AchievedLevel {
    /// A level of the scale.
    struct Step {
        let number: String
        let name: String
        let description: String?
        /// The level of the European Qualifications Framework with reference to which it is described.
        let eqf: String?
        let isReached: Bool
    }

    /// What a credential says that it fits: a competence, a level, an occupation.
    struct Alignment {
        let name: String
        let code: String?
        let framework: String?
        let url: String?

        /// Those of an achievement.
        static func all(of achievement: JSONValue) -> [Alignment] {
            elements(of: achievement["alignment"]).compactMap { alignment in
                guard let name = alignment["targetName"]?.string else { return nil }
                return Alignment(
                    name: name, code: alignment["targetCode"]?.string, framework: alignment["targetFramework"]?.string,
                    url: alignment["targetUrl"]?.string.flatMap { $0.hasPrefix("https://") ? $0 : nil })
            }
        }
    }

    /// Levels of a scale beyond this many aren't shown.
    private static let maximumSteps = 12

    let name: String
    let steps: [Step]
    let hasEQF: Bool

    /// Finds the level that is reached in the result descriptions of a credential; nil when it tells none.
    init?(_ credential: JSONValue) {
        let subject = credential["credentialSubject"]
        let reached = elements(of: subject?["result"]).compactMap { $0["achievedLevel"]?.string }
        let descriptions = elements(of: subject?["achievement"]?["resultDescription"])
        let found = descriptions.lazy.compactMap { description -> (JSONValue, JSONValue)? in
            guard let levels = description["rubricCriterionLevel"],
                levels.elements.contains(where: { Self.isReached($0, reached) })
            else { return nil }
            return (description, levels)
        }.first
        guard let (description, levels) = found else { return nil }
        name = description["name"]?.string ?? "Level"
        steps = levels.elements.prefix(Self.maximumSteps).map { level in
            Step(
                number: level["level"]?.string ?? "", name: level["name"]?.string ?? "",
                description: level["description"]?.string, eqf: Self.eqf(of: level),
                isReached: Self.isReached(level, reached))
        }.sorted { ($0.number.utf8.count, $0.number) < ($1.number.utf8.count, $1.number) }
        hasEQF = steps.contains { $0.eqf != nil }
    }

    private static func isReached(_ level: JSONValue, _ reached: [String]) -> Bool {
        level["id"]?.string.map { id in reached.contains { $0.utf8.elementsEqual(id.utf8) } } ?? false
    }

    private static func eqf(of level: JSONValue) -> String? {
        level["alignment"]?.elements.first { $0["targetType"]?.string == "ext:EQFLevel" }?["targetCode"]?.string
    }
}

/// The elements of a list; none where there is no list.
private func elements(of list: JSONValue?) -> [JSONValue] { list.map { Array($0.elements) } ?? [] }
