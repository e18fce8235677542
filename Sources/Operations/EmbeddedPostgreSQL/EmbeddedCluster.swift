import FoundationEssentials
public import Logging
public import ServiceLifecycle
import Subprocess
import SystemPackage

/// A PostgreSQL server of our own, in a data folder, reached only through a socket.
///
/// ```swift
/// let cluster = try EmbeddedCluster(dataDirectory: ".tessera", logger: logger)
/// // In a ServiceGroup, before everything that uses it:
/// let services: [any Service] = [cluster, application]
/// // In the application:
/// try await cluster.waitUntilReady()
/// let uri = cluster.address.connectionURI(role: "tessera_service")
/// ```
///
/// ``run()`` makes the cluster when there is none, ends a server that an earlier run left behind, starts the server,
/// starts it again whenever it dies, and stops it on graceful shutdown. It is an actor because the state of the server
/// is watched by one task and waited for by others.
public actor EmbeddedCluster: Service {
    /// Where the server listens, known before it runs.
    public nonisolated let address: ClusterAddress

    private enum State {
        case starting
        case ready
        case ended(any Error)
    }

    private let layout: ClusterLayout
    private let logger: Logger
    private var state = State.starting
    private var wasEverReady = false

    /// Makes the data folder if it is missing; nothing runs yet.
    public init(dataDirectory: String, logger: Logger) throws(EmbeddedClusterError) {
        let layout = try ClusterLayout(dataDirectory: dataDirectory)
        self.layout = layout
        self.logger = logger
        address = ClusterAddress(socketFolder: layout.socketFolder)
    }

    /// Runs the server until graceful shutdown or cancellation, then stops it and returns.
    ///
    /// Throws ``EmbeddedClusterError`` when the folder is in use, can't be used, or the server won't start for the
    /// first time. A server that ran and died is started again for as long as it takes.
    public func run() async throws {
        do {
            let lock = try ClusterLock(layout)
            defer { lock.release() }
            try await cancelWhenGracefulShutdown { try await self.supervise() }
        } catch is CancellationError {
        } catch {
            state = .ended(error)
            throw error
        }
        state = .ended(EmbeddedClusterError(.startFailed, "The server was stopped."))
    }

    /// Waits until the server takes connections; throws what kept it from starting.
    public func waitUntilReady() async throws {
        while true {
            switch state {
            case .ready: return
            case .ended(let error): throw error
            case .starting: try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Whether the server takes connections now.
    public var isReady: Bool {
        if case .ready = state { true } else { false }
    }

    /// What the server of this folder says of itself, whoever runs it.
    var servedPostmasterFile: PostmasterFile? {
        PostmasterFile(data: layout.data)
    }

    // MARK: - Supervision

    private func supervise() async throws {
        let prepared = try await ClusterPreparation(layout: layout, logger: logger).run()
        var pause = RestartPause()
        while true {
            let started = ContinuousClock.now
            let status = try await runServer(prepared)
            try Task.checkCancellation()
            state = .starting
            guard wasEverReady || mayBeReleasedSoon() else {
                throw EmbeddedClusterError(.startFailed, "PostgreSQL didn't start (\(status)):\n\(lastWords())")
            }
            let delay = pause.next(afterRunning: started.duration(to: .now))
            logger.error(
                "PostgreSQL ended by itself and is started again",
                metadata: ["status": "\(status)", "pause": "\(delay)"]
            )
            try await Task.sleep(for: delay)
            try await ClusterProcesses(layout: layout).endAll(logger: logger)
        }
    }

    private func runServer(_ prepared: ClusterPreparation.Prepared) async throws -> TerminationStatus {
        var options = PlatformOptions()
        // Apart from the terminal, so that Ctrl-C ends the requests first and the server last.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .interrupt, allowedDurationToNextStep: .seconds(60)),
            .send(signal: .quit, allowedDurationToNextStep: .seconds(5)),
        ]
        let log = try FileDescriptor.open(
            FilePath(layout.startLog),
            .writeOnly,
            options: [.create, .truncate, .append, .closeOnExec],
            permissions: [.ownerReadWrite]
        )
        defer { try? log.close() }
        let words = prepared.user.words(
            running: "\(prepared.installation.programs)/postgres", prepared.settings.serverArguments)
        let outcome = try await Subprocess.run(
            .path(FilePath(words.path)),
            arguments: Arguments(words.arguments),
            environment: Command.environment,
            workingDirectory: "/",
            platformOptions: options,
            input: .none,
            output: .fileDescriptor(log, closeAfterSpawningProcess: false),
            error: .fileDescriptor(log, closeAfterSpawningProcess: false)
        ) { execution in
            await self.watchStart(of: execution.processIdentifier.value)
        }
        if Task.isCancelled { await ClusterProcesses(layout: layout).finishLogging() }
        return outcome.terminationStatus
    }

    /// Follows the server's own word in `postmaster.pid` until it takes connections, ends, or is to be stopped.
    private func watchStart(of processID: Int32) async {
        while !Task.isCancelled, !ProcessStatus.hasEnded(processID) {
            if let file = PostmasterFile(data: layout.data), file.processID == processID, file.isReady {
                state = .ready
                wasEverReady = true
                logger.info("PostgreSQL takes connections", metadata: ["socket": "\(layout.socketFolder)"])
                return
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Shared memory of a server that was killed is held by its last children, for a moment.
    private func mayBeReleasedSoon() -> Bool {
        lastWords().contains("pre-existing shared memory block")
    }

    private func lastWords() -> String {
        let bytes = FileManager.default.contents(atPath: layout.startLog) ?? Data()
        return String(decoding: bytes.suffix(8192), as: UTF8.self)
    }
}
