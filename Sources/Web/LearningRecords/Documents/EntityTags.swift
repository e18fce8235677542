internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords

/// The entity tags of a precondition (RFC 9110 §13.1).
enum EntityTags {
    /// What `If-Match` names; weak tags match nothing.
    static func ifMatch(_ request: Request) throws -> DocumentCondition.Versions? {
        try versions(request, .ifMatch, takesWeak: false)
    }

    /// What `If-None-Match` names; weak tags stand for strong ones.
    static func ifNoneMatch(_ request: Request) throws -> DocumentCondition.Versions? {
        try versions(request, .ifNoneMatch, takesWeak: true)
    }

    /// A tag as a header's value.
    static func quoted(_ tag: String) -> String { "\"\(tag)\"" }

    private static func versions(
        _ request: Request, _ name: HTTPField.Name, takesWeak: Bool
    ) throws -> DocumentCondition.Versions? {
        guard let value = request.headers[name] else { return nil }
        let text = value.trimming(while: \.isWhitespace)
        if text == "*" { return .any }
        var tags: [String] = []
        for item in text.split(separator: ",") {
            var tag = item.trimming(while: \.isWhitespace)
            let isWeak = tag.hasPrefix("W/")
            if isWeak { tag = tag.dropFirst(2) }
            // Libraries of 1.0.3 send the digest without its quotes.
            if tag.count > 1, tag.first == "\"", tag.last == "\"" { tag = tag.dropFirst().dropLast() }
            guard !tag.isEmpty, !tag.contains("\"") else {
                throw Problem(
                    .badRequest, "precondition", "\(name): \"\(value.prefix(200))\" is neither * nor entity tags.")
            }
            if takesWeak || !isWeak { tags.append(String(tag)) }
        }
        return .tagged(tags)
    }
}

extension StringProtocol {
    /// The text without what its ends have of some characters.
    fileprivate func trimming(while isUnwanted: (Character) -> Bool) -> SubSequence {
        var text = self[...]
        while let last = text.last, isUnwanted(last) { text = text.dropLast() }
        return text.drop(while: isUnwanted)
    }
}
