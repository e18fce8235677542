/// The store's definitions of activities, found by the bytes of their IRIs.
///
/// `String` calls IRIs equal that differ in how an accented letter is put together; they name different activities.
public struct ActivityDefinitions: Sendable {
    private var byIRI: [[UInt8]: [UInt8]] = [:]

    /// Knows none.
    public init() {}

    /// The definition of the activity with an IRI, as JSON.
    public subscript(iri: String) -> [UInt8]? {
        get { byIRI[Array(iri.utf8)] }
        set { byIRI[Array(iri.utf8)] = newValue }
    }
}
