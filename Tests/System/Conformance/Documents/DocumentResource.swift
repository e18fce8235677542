import Foundation
import Testing

/// One of the three resources that keep documents, which the specifications describe alike.
struct DocumentResource: Sendable, CustomTestStringConvertible {
    /// A method that works on documents.
    enum Method: String, Sendable, CaseIterable {
        case put = "PUT"
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    /// Where it is below the endpoint.
    let path: String
    /// The parameter that names a document.
    let idParameter: String
    /// The parameters that must name a collection of documents.
    let contextParameters: [String]
    /// The numbers of what is demanded, by rule and method.
    let numbers: [DocumentRule: [Method: [String]]]

    static let all: [DocumentResource] = [.state, .agentProfile, .activityProfile]

    var testDescription: String { path }

    /// A document that no other test names.
    func newDocument() -> DocumentAddress {
        let id = UUID().text
        let values = [
            "activityId": escaped("https://example.org/activities/\(id)"),
            "agent": escaped(#"{"mbox":"mailto:\#(id)@example.org"}"#),
        ]
        var parameters = values.filter { contextParameters.contains($0.key) }
        parameters[idParameter] = id
        return DocumentAddress(resource: self, parameters: parameters)
    }

    /// The requirements that stand behind rules, for some methods.
    func requirements(_ rules: DocumentRule..., by methods: [Method] = Method.allCases) -> [String] {
        rules.flatMap { rule in methods.flatMap { numbers[rule]?[$0] ?? [] } }
    }
}

/// What the specifications demand of each resource that keeps documents.
enum DocumentRule: Sendable, Hashable {
    /// The method is there and answers 200 or 204.
    case accepted
    /// It works on the document that is named.
    case oneDocument
    /// Without the name of a document, it works on all of a collection.
    case allDocuments
    /// It takes a parameter that may be left out.
    case optional(String)
    /// A list has only what was stored since a moment.
    case since
    /// It needs a parameter.
    case missing(String)
    /// A parameter has to be of its type.
    case malformed(String)
    /// It does not know a parameter.
    case unknown(String)
    /// Two JSON objects are merged.
    case merge
    /// What is merged is application/json.
    case mergeType
    /// What is merged is an object.
    case mergeObject
    /// What is posted as application/json is JSON.
    case mergeSyntax
    /// A document that is not there yet is stored.
    case postOfNew
    /// GET says when a document was modified.
    case lastModified
}

/// Where a document is.
struct DocumentAddress: Sendable {
    let resource: DocumentResource
    /// The parameters, escaped.
    var parameters: [String: String]

    var path: String {
        let query = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "/xapi/\(resource.path)?" + query.joined(separator: "&")
    }

    /// The name of the document.
    var id: String { parameters[resource.idParameter] ?? "" }

    /// All documents of the same context.
    var collection: DocumentAddress { with(resource.idParameter, nil) }

    /// The same with a parameter (escaped), or without it.
    func with(_ parameter: String, _ value: String?) -> DocumentAddress {
        var copy = self
        copy.parameters[parameter] = value
        return copy
    }

    /// Another document of the same context.
    func sibling() -> DocumentAddress { with(resource.idParameter, UUID().text) }
}

extension Client {
    /// Sends a request to a document.
    func send(
        _ method: DocumentResource.Method, _ address: DocumentAddress, _ text: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(method.rawValue, address.path, body: text.map { Data($0.utf8) }, headers: headers)
    }

    /// Stores a document that is not there yet.
    func create(_ text: String, at address: DocumentAddress, type: String = "application/json") async throws {
        let headers = ["If-None-Match": "*", "Content-Type": type]
        _ = try await send(.put, address, text, headers).expecting(204)
    }

    /// The ids of a collection.
    func ids(in collection: DocumentAddress) async throws -> [String] {
        try await send(.get, collection).expecting(200).decoded()
    }
}
