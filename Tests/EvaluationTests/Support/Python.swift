import Foundation
import TestSupport

/// The programs beside the system tests, run by the Python that ./deploy/test sets up.
enum Python {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program, and gives what it prints, whatever its exit code: the answer says what is wrong.
    static func run(_ script: String, _ arguments: [String]) async throws -> String {
        guard let python = ProcessInfo.processInfo.environment["TESSERA_TEST_PYTHON"], !python.isEmpty else {
            throw Failed(description: "TESSERA_TEST_PYTHON is not set; ./deploy/test sets it")
        }
        let tests = SQLFolder.path.deletingLastPathComponent().deletingLastPathComponent()
        let path = tests.appending(path: "System/python/\(script)").path(percentEncoded: false)
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [path] + arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        // The answers are shorter than a pipe's buffer, so the program has ended without anybody reading.
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        guard answer.hasPrefix("{") else {
            let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            throw Failed(description: "\(script) ended with \(process.terminationStatus): \(answer)\(words)")
        }
        return answer
    }
}
