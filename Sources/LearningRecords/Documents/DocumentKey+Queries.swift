internal import FoundationEssentials
internal import LibPQ
internal import Schema
internal import XAPI

extension DocumentCollection {
    /// The query for ids.
    func ids(since: LibPQ.Timestamp?) -> Query {
        switch self {
        case .state(let activity, let agent, let registration):
            Queries.learningRecordsStateDocumentIds(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", activity, registration, since)
        case .agentProfile(let agent):
            Queries.learningRecordsAgentProfileDocumentIds(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", since)
        case .activityProfile(let activity):
            Queries.learningRecordsActivityProfileDocumentIds(activity, since)
        }
    }
}

extension DocumentKey {
    /// The query that reads the document.
    var find: Query {
        switch collection {
        case .state(let activity, let agent, let registration):
            Queries.learningRecordsStateDocument(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", activity, registration, id)
        case .agentProfile(let agent):
            Queries.learningRecordsAgentProfileDocument(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", id)
        case .activityProfile(let activity):
            Queries.learningRecordsActivityProfileDocument(activity, id)
        }
    }

    /// The query that deletes the document.
    func delete(if condition: DocumentCondition) -> Query {
        let (required, isExcluded, excluded) = (
            condition.required?.tags, condition.excluded == .any, condition.excludedTags
        )
        return switch collection {
        case .state(let activity, let agent, let registration):
            Queries.learningRecordsDeleteStateDocument(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", activity, registration, id,
                required, isExcluded, excluded)
        case .agentProfile(let agent):
            Queries.learningRecordsDeleteAgentProfileDocument(
                agent.kind.rawValue, agent.identifier, agent.homePage ?? "", id, required, isExcluded, excluded)
        case .activityProfile(let activity):
            Queries.learningRecordsDeleteActivityProfileDocument(activity, id, required, isExcluded, excluded)
        }
    }

    /// The query that stores the document.
    func put(
        _ content: DocumentContent, tag: String, keys: DocumentStore.DictionaryKeys, if condition: DocumentCondition,
        mediaType: String?
    ) -> Query {
        let (isRequired, required) = (condition.required != nil, condition.required?.tags)
        let (isExcluded, excluded) = (condition.excluded == .any, condition.excludedTags)
        return switch collection {
        case .state(_, _, let registration):
            Queries.learningRecordsPutStateDocument(
                keys.agent, keys.activity, registration, id, content.bytes, content.mediaType, tag,
                isRequired, required, mediaType, isExcluded, excluded)
        case .agentProfile:
            Queries.learningRecordsPutAgentProfileDocument(
                keys.agent, id, content.bytes, content.mediaType, tag,
                isRequired, required, mediaType, isExcluded, excluded)
        case .activityProfile:
            Queries.learningRecordsPutActivityProfileDocument(
                keys.activity, id, content.bytes, content.mediaType, tag,
                isRequired, required, mediaType, isExcluded, excluded)
        }
    }
}

extension DocumentCondition {
    fileprivate var excludedTags: [String] { excluded?.tags ?? [] }
}
