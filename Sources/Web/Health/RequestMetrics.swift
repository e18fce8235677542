internal import Hummingbird
internal import Logging
internal import NIOConcurrencyHelpers

/// Counts requests and their durations, by route, and writes a line to the log for each.
final class RequestMetrics: Sendable {
    /// Upper bounds of the histogram's buckets, in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    struct Key: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    struct Series {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    private let series = NIOLockedValueBox<[Key: Series]>([:])

    func record(_ key: Key, seconds: Double) {
        series.withLockedValue { series in
            var entry = series[key] ?? Series()
            entry.count += 1
            entry.seconds += seconds
            if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { entry.buckets[bucket] += 1 }
            series[key] = entry
        }
    }

    /// Writes a request's line to the log.
    ///
    /// - Parameter caller: Who made it, where the logger does not know yet.
    func log(_ key: Key, path: String, seconds: Double, to logger: Logger, caller: String? = nil) {
        guard logger.logLevel <= .debug else { return }
        var metadata: Logger.Metadata = [
            "method": "\(key.method)", "path": "\(path)", "status": "\(key.status)",
            "milliseconds": "\((seconds * 1e5).rounded() / 100)",
        ]
        if let caller { metadata["caller"] = "\(caller)" }
        logger.debug("request", metadata: metadata)
    }

    var all: [(key: Key, series: Series)] {
        series.withLockedValue { $0.sorted { $0.key < $1.key }.map { (key: $0.key, series: $0.value) } }
    }
}

/// Measures every request.
struct MetricsMiddleware: RouterMiddleware {
    typealias Context = TesseraRequestContext

    let metrics: RequestMetrics

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let key = RequestMetrics.Key(
            method: request.method.rawValue, route: context.endpointPath ?? "unknown", status: response.status.code)
        metrics.record(key, seconds: seconds)
        // The path without its query: queries of xAPI name people.
        metrics.log(key, path: Self.logged(request.uri.path), seconds: seconds, to: context.logger)
        return response
    }

    /// A path as the log may have it: not with the secret of a link.
    static func logged(_ path: String) -> String {
        for family in ["/claim/", "/v/"] where path.hasPrefix(family) { return family + "…" }
        return path
    }
}
