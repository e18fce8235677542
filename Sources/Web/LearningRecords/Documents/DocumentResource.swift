internal import FoundationEssentials
internal import Hummingbird
internal import LearningRecords
internal import Operations
internal import XAPI

/// The three resources that keep documents (xAPI 2.0 §4.1.5).
enum DocumentResource: CaseIterable {
    /// `activities/state` (xAPI 2.0 §4.1.6.2).
    case state
    /// `agents/profile` (xAPI 2.0 §4.1.6.5).
    case agentProfile
    /// `activities/profile` (xAPI 2.0 §4.1.6.6).
    case activityProfile

    /// Where it is below the endpoint.
    var path: RouterPath {
        switch self {
        case .state: "activities/state"
        case .agentProfile: "agents/profile"
        case .activityProfile: "activities/profile"
        }
    }

    /// The scope that reads and writes it.
    var scope: Scope {
        switch self {
        case .state: .state
        case .agentProfile, .activityProfile: .profile
        }
    }

    /// The parameter that names a document.
    var idParameter: String {
        switch self {
        case .state: "stateId"
        case .agentProfile, .activityProfile: "profileId"
        }
    }

    /// The parameters that name a collection of documents.
    private var collectionParameters: Set<String> {
        switch self {
        case .state: ["activityId", "agent", "registration"]
        case .agentProfile: ["agent"]
        case .activityProfile: ["activityId"]
        }
    }

    /// The parameters of a request.
    func parameters(of request: Request, and others: Set<String> = []) throws -> QueryParameters {
        try QueryParameters(request, known: collectionParameters.union(others).union([idParameter]))
    }

    /// The collection that parameters name.
    func collection(_ parameters: QueryParameters, version: XAPIVersion) throws -> DocumentCollection {
        switch self {
        case .state:
            try .state(
                activity: parameters.activity(), agent: parameters.agent(version: version),
                registration: parameters.value("registration", mustBe: "a UUID", UUID.init(canonical:)))
        case .agentProfile: try .agentProfile(parameters.agent(version: version))
        case .activityProfile: try .activityProfile(parameters.activity())
        }
    }

    /// The id of a document that parameters name; nil when they name none.
    func id(_ parameters: QueryParameters) throws -> String? {
        try parameters.value(
            idParameter, mustBe: "text of 1 to \(DocumentKey.maximumIdentifierBytes) bytes without NUL"
        ) { text in
            let bytes = text.utf8
            return bytes.isEmpty || bytes.count > DocumentKey.maximumIdentifierBytes || bytes.contains(0) ? nil : text
        }
    }

    /// The document that parameters name.
    func key(_ parameters: QueryParameters, version: XAPIVersion) throws -> DocumentKey {
        let collection = try collection(parameters, version: version)
        guard let id = try id(parameters) else { throw Problem.missing(idParameter) }
        return DocumentKey(collection, id: id)
    }
}
