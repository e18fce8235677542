internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import LibPQ
internal import NIOCore

/// `/metrics`, in the text format of Prometheus.
struct MetricsController {
    let requests: RequestMetrics
    let store: StatementStore
    let pool: ConnectionPool
    let rate: RateLimiter

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("metrics") { _, _ in
            var headers: HTTPFields = [:]
            headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            let text = await exposition()
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }

    private func exposition() async -> String {
        var text = MetricsText()
        text.requests(requests.all)
        text.counter(
            "tessera_http_rate_limited_total", "Requests turned away for their caller's rate.", rate.turnedAway)
        let ingest = store.ingestStatistics
        text.counter("tessera_ingest_requests_total", "Requests whose statements were stored.", ingest.requests)
        text.counter("tessera_ingest_statements_total", "Statements of those requests.", ingest.statements)
        text.counter("tessera_ingest_batches_total", "Transactions that stored them.", ingest.batches)
        text.counter("tessera_ingest_conflicts_total", "Requests refused for an id stored otherwise.", ingest.conflicts)
        text.counter(
            "tessera_ingest_turned_away_total", "Requests turned away for too much waiting.", ingest.turnedAway)
        text.counter("tessera_ingest_failed_total", "Requests that failed for want of a database.", ingest.failed)
        text.gauge("tessera_ingest_waiting_requests", "Requests waiting to be stored.", ingest.waitingRequests)
        text.gauge("tessera_ingest_waiting_bytes", "Bytes of payload waiting to be stored.", ingest.waitingBytes)
        text.pool(pool.statistics)
        return text.text
    }
}

extension MetricsText {
    fileprivate mutating func pool(_ pool: PoolStatistics) {
        gauge("tessera_database_connections_idle", "Connections that nobody uses.", pool.idle)
        gauge("tessera_database_connections_leased", "Connections in use.", pool.leased)
        gauge("tessera_database_connections_opening", "Connections being opened.", pool.opening)
        gauge("tessera_database_waiting", "Tasks that wait for a connection.", pool.waiting)
        counter("tessera_database_acquired_total", "Connections lent.", pool.acquired)
        counter("tessera_database_opened_total", "Connections opened.", pool.opened)
        counter("tessera_database_closed_total", "Connections closed.", pool.closed)
        counter("tessera_database_failed_connects_total", "Connections that could not be opened.", pool.failedConnects)
        counter("tessera_database_acquire_timeouts_total", "Tasks that waited in vain.", pool.timeouts)
    }
}

/// Metrics as text.
struct MetricsText {
    private(set) var text = ""

    mutating func counter(_ name: String, _ help: String, _ value: some BinaryInteger) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) counter\n\(name) \(value)\n"
    }

    mutating func gauge(_ name: String, _ help: String, _ value: some BinaryInteger) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name) \(value)\n"
    }

    mutating func requests(_ all: [(key: RequestMetrics.Key, series: RequestMetrics.Series)]) {
        let name = "tessera_http_request_duration_seconds"
        text += "# HELP \(name) Requests by route and how long they took.\n# TYPE \(name) histogram\n"
        for (key, series) in all {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            var sum = 0
            for (bound, count) in zip(RequestMetrics.bounds, series.buckets) {
                sum += count
                text += "\(name)_bucket{\(labels),le=\"\(bound)\"} \(sum)\n"
            }
            text += "\(name)_bucket{\(labels),le=\"+Inf\"} \(series.count)\n"
            text += "\(name)_sum{\(labels)} \(series.seconds)\n\(name)_count{\(labels)} \(series.count)\n"
        }
    }
}
