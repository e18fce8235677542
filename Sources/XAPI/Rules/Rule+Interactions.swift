/// Rules on interaction activities.
extension Rule {
    static let interactionType = Rule(
        "interaction-type", "XAPI-00049", "2.4.4.1",
        "interactionType is one of the ten types.")
    static let interactionTypeRequired = Rule(
        "interaction-type-required", "XAPI-00064", "2.4.4.1",
        "Interaction properties stand only beside an interactionType.")
    static let correctResponses = Rule(
        "interaction-correct-responses", "XAPI-00050", "2.4.4.1",
        "correctResponsesPattern is an array of strings.")
    static let componentList = Rule(
        "interaction-components", "XAPI-00063", "2.4.4.1",
        "A list of interaction components is an array of objects.")
    static let componentListAllowed = Rule(
        "interaction-components-allowed", nil, "2.4.4.1",
        "A list of interaction components fits the interactionType.")
    static let componentID = Rule(
        "interaction-component-id", "XAPI-00058", "2.4.4.1",
        "An interaction component has an id, which is a string.")
    static let componentUnique = Rule(
        "interaction-component-unique", "XAPI-00058", "2.4.4.1",
        "The ids of a list of interaction components are distinct.")
    static let componentDescription = Rule(
        "interaction-component-description", "XAPI-00062", "2.4.4.1",
        "An interaction component's description is a language map.")

    static let interactionsGroup: [Rule] = [
        interactionType, interactionTypeRequired, correctResponses, componentList, componentListAllowed,
        componentID, componentUnique, componentDescription,
    ]
}
