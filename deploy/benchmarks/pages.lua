-- wrk: reads pages, one target of a file after the other and then the first again.
--   wrk ... -s pages.lua URL -- FILE AUTHORIZATION
-- Prints one line of JSON: requests, seconds, errors, and latencies in milliseconds.

local targets, headers, sent = {}, nil, 0

function init(arguments)
    headers = { ["Authorization"] = arguments[2], ["X-Experience-API-Version"] = "2.0.0" }
    for line in io.lines(arguments[1]) do targets[#targets + 1] = line end
end

function request()
    sent = sent + 1
    return wrk.format("GET", targets[(sent - 1) % #targets + 1], headers)
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
        summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3,
        latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
