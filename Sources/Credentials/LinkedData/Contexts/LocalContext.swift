package import JSON

/// A context as it is written, before it is processed.
///
/// A class, because what came out of processing it is remembered by which context it was.
package final class LocalContext: Sendable {
    /// The value of `@context`.
    let value: LinkedDataValue
    /// The URL of the document it stands in, against which URLs in it are resolved.
    let base: RDFText?
    /// Whether it is one of a fixed number of contexts, so that it is worth remembering what came out.
    let isFixed: Bool

    /// A context from its value.
    package init(_ value: LinkedDataValue, base: RDFText?, isFixed: Bool) {
        self.value = value
        self.base = base
        self.isFixed = isFixed
    }

    /// The context in a document that stands at a URL.
    package convenience init(document: JSONValue, url: RDFText, isFixed: Bool) throws(LinkedDataError) {
        guard let context = document["@context"] else {
            throw LinkedDataError(.invalidRemoteContext, "The document at \(url) has no @context.")
        }
        self.init(LinkedDataValue(context), base: url, isFixed: isFixed)
    }
}

extension LocalContext: Equatable {
    /// Whether two contexts are written alike and stand in the same document.
    package static func == (left: LocalContext, right: LocalContext) -> Bool {
        left === right || left.base == right.base && left.value == right.value
    }
}
