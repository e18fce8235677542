/// A place where a credential departs from the Open Badges 3.0 data model.
public struct SchemaFault: Hashable, Sendable {
    /// The place as a JSON Pointer (RFC 6901); empty for the whole credential.
    public let pointer: String
    /// What is wrong there.
    public let message: String
}
