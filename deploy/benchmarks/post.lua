-- wrk: posts the lines of a file, each once; a line is a statement, or a JSON array of statements.
--   wrk ... -s post.lua URL -- FILE POSITION PATH AUTHORIZATION [VERSION]
-- Begins at a position in bytes, so that a measured run goes on where the one that warmed up ended. Lines are read as
-- they are sent: neither time nor memory is spent beforehand.
-- Prints one line of JSON: requests, seconds, errors, latencies in milliseconds, and the position of what comes next.

local file, path, headers
local threads = {}
position = 0

function setup(thread)
    threads[#threads + 1] = thread
end

function init(arguments)
    file = assert(io.open(arguments[1], "rb"))
    file:seek("set", tonumber(arguments[2]))
    path = arguments[3]
    headers = {
        ["Authorization"] = arguments[4],
        ["Content-Type"] = "application/json",
        ["X-Experience-API-Version"] = arguments[5] or "2.0.0",
    }
end

function request()
    local body = file:read("*l")
    -- Behind the last there is nothing that may be sent; the answer 404 is counted as an error, and told.
    if body == nil then return wrk.format("GET", "/exhausted", headers) end
    position = position + #body + 1
    return wrk.format("POST", path, headers, body)
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f,"sent_bytes":%d}\n',
        summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3,
        latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, threads[1]:get("position")))
end
