internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTPTypes

/// Connections whose requests are answered on the thread that reads and writes their socket.
///
/// A request then waits for no other thread to be woken, unless for the database. As many of these threads run as there
/// are processors, so answers lose nothing by it. What is asked most is answered even before the router.
struct LoopBoundChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    /// How requests are read and answers written.
    let base: HTTP1Channel
    /// What is answered before the router.
    let statements: DirectStatements

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        base.setup(channel: channel, logger: logger).flatMapThrowing { value in
            // Behind the handler that knows whether a connection is idle, and before the one that hands on to the router.
            let pipeline = channel.pipeline.syncOperations
            let state = try pipeline.handler(type: HTTPConnectionStateHandler.self)
            let executor = LoopExecutor(loop: channel.eventLoop)
            let handler = DirectStatementsHandler(statements: statements, executor: executor)
            try pipeline.addHandler(handler, position: .after(state))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
    }
}

/// Runs what tasks have to do on an event loop's thread.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
