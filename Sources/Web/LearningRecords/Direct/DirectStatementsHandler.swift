internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// A connection's place before the router: takes the requests that ``DirectStatements`` answers.
///
/// Requests are answered in their order: one is taken only when all before it are answered, and what comes meanwhile
/// waits. One that can't be answered here is handed on as it came.
final class DirectStatementsHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum State {
        /// What comes is handed on, unless a request begins that can be taken.
        case passing
        /// The body of a request is not here as a whole.
        case gathering(DirectStatements.Offer)
        /// A request is being answered.
        case answering(DirectStatements.Offer)
        /// The last answer of the connection is written, and what else comes is nobody's business.
        case over
    }

    /// Parts of further requests that may wait; beyond them nothing is read until the answer is written.
    private static let mostWaiting = 16

    private let statements: DirectStatements
    private let executor: LoopExecutor
    private var state = State.passing
    /// The body of the request that was taken, as far as it is here.
    private var body = ByteBuffer()
    /// Requests that were handed on and are not answered.
    private var handedOn = 0
    private var waiting: [HTTPRequestPart] = []
    private var isReadWanted = false
    /// How the client's words ended, while an answer is not written: the router hangs up when it hears of that.
    private var endings: [Ending] = []

    private enum Ending {
        /// Nothing more will come.
        case closed(Any)
        /// What came is no HTTP, or breaks off.
        case failed(any Error)
    }

    init(statements: DirectStatements, executor: LoopExecutor) {
        self.statements = statements
        self.executor = executor
    }

    // MARK: In

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        read(unwrapInboundIn(data), context: context)
    }

    private func read(_ part: HTTPRequestPart, context: ChannelHandlerContext) {
        switch (state, part) {
        case (.answering, _):
            waiting.append(part)
        case (.gathering, .body(var piece)):
            if body.readableBytes == 0 { body = piece } else { body.writeBuffer(&piece) }
        case (.gathering(let offer), .end(nil)):
            begin(offer, context: context)
        case (.gathering(let offer), _):
            handOn(offer, context: context)
            pass(part, context: context)
        case (.passing, .head(let head)):
            if handedOn == 0, let offer = statements.offer(head) {
                state = .gathering(offer)
            } else {
                pass(part, context: context)
            }
        case (.passing, _):
            pass(part, context: context)
        case (.over, _):
            break
        }
    }

    private func pass(_ part: HTTPRequestPart, context: ChannelHandlerContext) {
        if case .head = part { handedOn += 1 }
        context.fireChannelRead(wrapInboundOut(part))
    }

    /// Hands on what is here of a request.
    private func handOn(_ offer: DirectStatements.Offer, context: ChannelHandlerContext) {
        state = .passing
        pass(.head(offer.head), context: context)
        if body.readableBytes > 0 { pass(.body(body), context: context) }
        body = ByteBuffer()
    }

    private func begin(_ offer: DirectStatements.Offer, context: ChannelHandlerContext) {
        state = .answering(offer)
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        let finish: @Sendable (DirectStatements.Answer?) -> Void = { answer in
            let (handler, context) = bound.value
            handler.finish(answer, context: context)
        }
        let isBegun = statements.begin(offer, body: body, on: executor) { answer in
            if loop.inEventLoop { finish(answer) } else { loop.execute { finish(answer) } }
        }
        if isBegun { return }
        handOn(offer, context: context)
        pass(.end(nil), context: context)
    }

    /// Answers the request that was taken, and goes on with what has come meanwhile.
    private func finish(_ answer: DirectStatements.Answer?, context: ChannelHandlerContext) {
        guard case .answering(let offer) = state else { return }
        if let answer {
            state = offer.isLast ? .over : .passing
            body = ByteBuffer()
            write(answer, isLast: offer.isLast, context: context)
        } else {
            handOn(offer, context: context)
            pass(.end(nil), context: context)
        }
        let parts = waiting
        waiting = []
        for part in parts { read(part, context: context) }
        if answer == nil || !parts.isEmpty { context.fireChannelReadComplete() }
        guard !isAnswering else { return }
        for ending in endings { end(ending, context: context) }
        endings = []
        if isReadWanted {
            isReadWanted = false
            context.read()
        }
    }

    private func write(_ answer: DirectStatements.Answer, isLast: Bool, context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        context.write(wrapOutboundOut(.body(answer.body)), promise: nil)
        let written = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
        let channel = context.channel
        written?.futureResult.whenComplete { _ in channel.close(mode: .output, promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }

    private var isAnswering: Bool {
        if case .answering = state { true } else { false }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed = event else { return context.fireUserInboundEventTriggered(event) }
        end(.closed(event), context: context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(.failed(error), context: context)
    }

    private func end(_ ending: Ending, context: ChannelHandlerContext) {
        guard !isAnswering else { return endings.append(ending) }
        // The end of this request will never come.
        if case .gathering(let offer) = state { handOn(offer, context: context) }
        switch ending {
        case .closed(let event): context.fireUserInboundEventTriggered(event)
        case .failed(let error): context.fireErrorCaught(error)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .over
        waiting = []
        endings = []
        context.fireChannelInactive()
    }

    // MARK: Out

    func read(context: ChannelHandlerContext) {
        guard !isAnswering || waiting.count < Self.mostWaiting else { return isReadWanted = true }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // What is written without a request, such as a refusal of what is no HTTP, is the connection's last.
        if case .end = unwrapOutboundIn(data) { handedOn -= 1 }
        context.write(data, promise: promise)
    }
}
