-- wrk: has one credential verified, again and again.
--   wrk ... -s verify.lua URL -- FILE
-- Prints one line of JSON: requests, seconds, errors, and latencies in milliseconds.

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    wrk.method, wrk.path, wrk.body = "POST", "/api/verify", file:read("*a")
    wrk.headers["Content-Type"] = "application/vc+jwt"
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
        summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3,
        latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
