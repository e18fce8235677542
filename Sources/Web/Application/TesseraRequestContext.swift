public import Hummingbird
internal import NIOCore
public import Operations
public import XAPI

/// What a request carries on its way through the application.
public struct TesseraRequestContext: RequestContext {
    /// What Hummingbird keeps of a request.
    public var coreContext: CoreRequestContextStorage
    /// Who makes the request, once that is known.
    public var caller: Caller?
    /// The xAPI version of a request to `/xapi`.
    public var xapiVersion: XAPIVersion?
    /// The address at the other end of the connection: a person's, or that of a proxy in between.
    var peer: String?
    /// Why a request in the alternate syntax cannot be what it stands for.
    var refusal: Problem?

    /// The context of a request that has just come in.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
