import Foundation

/// A program that was started, with what it writes kept in files.
struct Program: Sendable {
    /// How a program ended, and what it wrote.
    struct Outcome: Sendable, CustomStringConvertible {
        let status: Int32
        let output: String
        let error: String

        var description: String { "status \(status)\n\(output.suffix(2000))\n\(error.suffix(4000))" }

        /// The outcome, if it is success.
        func succeeded(_ what: String = #function) throws -> Outcome {
            guard status == 0 else { throw Failed(what: what, outcome: self) }
            return self
        }
    }

    /// A program that should have succeeded.
    struct Failed: Error, CustomStringConvertible {
        let what: String
        let outcome: Outcome

        var description: String { "\(what): \(outcome)" }
    }

    /// A program that took too long, and was killed.
    struct Overdue: Error, CustomStringConvertible {
        let words: [String]
        let outcome: Outcome

        var description: String { "\(words.joined(separator: " ")) did not end in time: \(outcome)" }
    }

    private let process: Process
    private let outputFile: URL
    private let errorFile: URL

    /// Starts a program; of our environment it gets all but what would configure it.
    init(_ path: String, _ arguments: [String], environment: [String: String] = [:], folder: String) throws {
        let name = UUID().uuidString
        outputFile = URL(filePath: folder).appending(path: "\(name).out")
        errorFile = URL(filePath: folder).appending(path: "\(name).err")
        try Data().write(to: outputFile)
        try Data().write(to: errorFile)
        process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { variable in
            !["TESSERA_", "RALPH_", "PG"].contains { variable.key.hasPrefix($0) }
        }.merging(environment) { $1 }
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = FileHandle.nullDevice
        let files = [try FileHandle(forWritingTo: outputFile), try FileHandle(forWritingTo: errorFile)]
        process.standardOutput = files[0]
        process.standardError = files[1]
        // One at a time: Foundation's start of programs has crashed in runs that start hundreds.
        try Self.starting.withLock { [process] in try process.run() }
        // The program has its own.
        for file in files { try? file.close() }
    }

    private static let starting = NSLock()

    /// Runs a program to its end.
    static func run(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        atMost limit: Duration = .seconds(60)
    ) async throws -> Outcome {
        try await TemporaryFolder.with { folder in
            let program = try Program(path, arguments, environment: environment, folder: folder)
            return try await program.end(within: limit)
        }
    }

    /// Its number.
    var id: Int32 { process.processIdentifier }

    /// Whether it has not ended yet.
    var isRunning: Bool { process.isRunning }

    /// What it has written to standard output so far.
    var output: String { Self.text(outputFile) }

    /// What it has written to standard error so far.
    var log: String { Self.text(errorFile) }

    /// Sends it a signal.
    func signal(_ signal: Int32) {
        guard isRunning else { return }
        kill(id, signal)
    }

    /// Waits for its end; when that does not come, or nobody waits any more, kills it.
    ///
    /// Foundation sees the end of a program only when its children that hold its files have ended too: not for programs
    /// that leave a daemon behind, such as `pg_ctl start`.
    func end(within limit: Duration) async throws -> Outcome {
        let deadline = ContinuousClock.now + limit
        do {
            while process.isRunning {
                guard ContinuousClock.now < deadline else { throw overdue }
                try await Task.sleep(for: .milliseconds(10))
            }
        } catch {
            signal(SIGKILL)
            throw error
        }
        let status = process.terminationStatus
        return outcome(status: process.terminationReason == .exit ? status : -status)
    }

    private var overdue: Overdue {
        let words = [process.executableURL?.lastPathComponent ?? ""] + (process.arguments ?? [])
        return Overdue(words: words, outcome: outcome(status: -1))
    }

    private func outcome(status: Int32) -> Outcome {
        Outcome(status: status, output: Self.text(outputFile), error: Self.text(errorFile))
    }

    private static func text(_ file: URL) -> String {
        guard let data = try? Data(contentsOf: file) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
