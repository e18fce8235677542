/// What `NOTIFY` sent, or that it may have been missed.
public struct Notification: Hashable, Sendable {
    /// Why a notification is here.
    public enum Origin: Hashable, Sendable {
        /// A session sent it.
        case notify
        /// The connection was lost and made anew: whatever was sent in between is missed, so look for yourself.
        case reconnection
    }

    /// The channel.
    public let channel: String
    /// The text that was sent along; empty if none was.
    public let payload: String
    /// The backend that sent it; 0 after a reconnection.
    public let processID: Int32
    /// Why it is here.
    public let origin: Origin
}
