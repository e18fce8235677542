import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and its answer, whatever its status.
///
/// URLSession's own async calls on Linux wait for ever when a 401 challenges them; a delegate that declines the
/// challenge is given the answer.
final class HTTPExchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    // Sendable: the continuation is set before the task starts, and everything after happens on the session's own
    // serial queue.
    private var body = Data()
    private var answer: CheckedContinuation<(status: Int, body: Data), any Error>?

    /// Sends a request and gives the answer.
    static func send(_ request: URLRequest) async throws -> (status: Int, body: Data) {
        let exchange = HTTPExchange()
        let session = URLSession(configuration: .ephemeral, delegate: exchange, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return try await withCheckedThrowingContinuation { continuation in
            exchange.answer = continuation
            session.dataTask(with: request).resume()
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        body += data
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        completionHandler(.rejectProtectionSpace, nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        // A declined challenge counts as an error; the answer is there all the same.
        if let status = (task.response as? HTTPURLResponse)?.statusCode {
            answer?.resume(returning: (status, body))
        } else {
            answer?.resume(throwing: error ?? URLError(.badServerResponse))
        }
        answer = nil
    }
}
