/// Where status lists are got from.
///
/// Whoever fetches from the network bounds size and time and keeps away from private addresses; this module doesn't.
public protocol StatusListSource: Sendable {
    /// What is published at a URL.
    ///
    /// An error means that the status can't be told; the message of a ``StatusListError`` is shown to the reader.
    func statusList(at url: String) async throws -> [UInt8]
}
