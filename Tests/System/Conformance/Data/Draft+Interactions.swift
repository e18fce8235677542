/// Definitions of interactions.
extension Draft {
    private static let components: Draft = [["id": "a", "description": ["en": "The first"]], ["id": "b"]]

    private static func interaction(_ type: String, _ response: String, lists: [String] = []) -> Draft {
        let definition: Draft = [
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "interactionType": .json(quoted(type)),
            "correctResponsesPattern": [.json(quoted(response))],
        ]
        return lists.reduce(definition) { $0.with("/" + $1, components) }
    }

    static let choice = interaction("choice", "a[,]b", lists: ["choices"])
    static let sequencing = interaction("sequencing", "a[,]b", lists: ["choices"])
    static let likert = interaction("likert", "a", lists: ["scale"])
    static let matching = interaction("matching", "a[.]b", lists: ["source", "target"])
    static let performance = interaction("performance", "a[.]1", lists: ["steps"])
    static let numeric = interaction("numeric", "4[:]")

    /// An interaction of each type.
    static let interactions: [Draft] = [
        choice, sequencing, likert, matching, performance, numeric, interaction("true-false", "true"),
        interaction("fill-in", "{lang=en}yes"), interaction("long-fill-in", "{case_matters=false}yes"),
        interaction("other", "anything"),
    ]
}
