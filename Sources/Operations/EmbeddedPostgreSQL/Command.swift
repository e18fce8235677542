import Glibc
import Subprocess
import SystemPackage

/// A program of the operating system, run as a given user.
struct Command: Sendable {
    let path: String
    let arguments: [String]
    /// The user to run as; `nil` is the user who asks.
    let user: OperatingSystemUser?

    init(_ path: String, _ arguments: [String], as user: OperatingSystemUser? = nil) {
        self.path = path
        self.arguments = arguments
        self.user = user
    }

    /// What came of it.
    struct Outcome: Sendable {
        let status: TerminationStatus
        /// Both output streams.
        let output: String

        var succeeded: Bool { status.isSuccess }
    }

    /// What the program is told of the world: nothing of the caller's, so that no PG… variable reaches the server.
    static let environment = Environment.custom(["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"])

    /// Runs it to its end, whatever that is.
    func run(input: String = "") async throws -> Outcome {
        let words = user?.words(running: path, arguments) ?? (path: path, arguments: arguments)
        let result = try await Subprocess.run(
            .path(FilePath(words.path)),
            arguments: Arguments(words.arguments),
            environment: Self.environment,
            workingDirectory: "/",
            input: .string(input),
            output: .string(limit: 1 << 20),
            error: .combinedWithOutput
        )
        return Outcome(status: result.terminationStatus, output: result.standardOutput)
    }

    /// Runs it and throws what it wrote unless it succeeds.
    @discardableResult
    func check(
        input: String = "",
        failure code: EmbeddedClusterError.Code = .commandFailed,
        doing what: String
    ) async throws -> String {
        let outcome = try await run(input: input)
        guard outcome.succeeded else {
            throw EmbeddedClusterError(
                code,
                "\(what) failed: \(path) \(outcome.status) and wrote:\n\(outcome.output)"
            )
        }
        return outcome.output
    }
}
