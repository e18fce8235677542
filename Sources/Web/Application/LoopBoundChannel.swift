internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Connections whose requests are answered on the thread that reads and writes their socket.
///
/// A request then waits for no other thread to be woken, unless for the database. As many of these threads run as there
/// are processors, so answers lose nothing by it.
struct LoopBoundChannel<Base: ServerChildChannel>: ServerChildChannel {
    /// How requests are read and answers written.
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
    }
}

/// Runs what tasks have to do on an event loop's thread.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
