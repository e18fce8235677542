/// Where contexts come from that a document names by URL.
package protocol ContextSource: Sendable {
    /// The context at a URL, which is compared byte by byte; nil when there is none. The same one for every call.
    func context(at url: RDFText) throws(LinkedDataError) -> LocalContext?
}
