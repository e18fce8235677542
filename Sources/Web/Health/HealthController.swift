internal import Hummingbird
internal import LibPQ
internal import Operations

/// `/health/live` and `/health/ready`.
struct HealthController {
    /// Whether the database answers and has the schema that this binary needs.
    let isReady: @Sendable () async throws -> Bool

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("health/live") { _, _ in Response.json(Array(#"{"status":"live"}"#.utf8)) }
        router.get("health/ready") { _, _ in
            do {
                if try await isReady() { return Response.json(Array(#"{"status":"ready"}"#.utf8)) }
                throw Problem(
                    .serviceUnavailable, "not-ready",
                    "Not ready: perhaps the database lacks migrations; run tessera migrate.",
                    headers: [.retryAfter: "5"])
            } catch is PostgresError {
                throw Problem.unavailable()
            }
        }
    }
}
