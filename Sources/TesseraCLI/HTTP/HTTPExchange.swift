import Foundation
import NIOConcurrencyHelpers

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Requests and their answers, whatever their status.
///
/// URLSession's own async calls on Linux wait for ever when a 401 challenges them; a delegate that declines the
/// challenge is given the answer. One session serves all requests, so that connections are used again.
final class HTTPExchange: NSObject, URLSessionDataDelegate, Sendable {
    private struct Pending {
        let maximumBytes: Int
        var body = Data()
        let answer: CheckedContinuation<(status: Int, body: Data), any Error>
    }

    private let pending = NIOLockedValueBox<[Int: Pending]>([:])

    /// Sends a request in a session whose delegate this is, and gives the answer.
    /// - Throws: `URLError`, `.dataLengthExceedsMaximum` for an answer of more bytes than these.
    func send(
        _ request: URLRequest, in session: URLSession, maximumBytes: Int = .max
    ) async throws -> (status: Int, body: Data) {
        try await withCheckedThrowingContinuation { continuation in
            let task = session.dataTask(with: request)
            pending.withLockedValue {
                $0[task.taskIdentifier] = Pending(maximumBytes: maximumBytes, answer: continuation)
            }
            task.resume()
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let tooLong = pending.withLockedValue { pending -> Pending? in
            guard let entry = pending[dataTask.taskIdentifier] else { return nil }
            if entry.body.count + data.count > entry.maximumBytes {
                return pending.removeValue(forKey: dataTask.taskIdentifier)
            }
            pending[dataTask.taskIdentifier]?.body.append(data)
            return nil
        }
        guard let tooLong else { return }
        dataTask.cancel()
        tooLong.answer.resume(throwing: URLError(.dataLengthExceedsMaximum))
    }

    /// Redirects are not followed: whoever is asked answers, and no other place of a redirect's choice.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        completionHandler(.rejectProtectionSpace, nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let done = pending.withLockedValue({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        // A declined challenge counts as an error; the answer is there all the same.
        if let status = (task.response as? HTTPURLResponse)?.statusCode {
            done.answer.resume(returning: (status, done.body))
        } else {
            done.answer.resume(throwing: error ?? URLError(.badServerResponse))
        }
    }
}
