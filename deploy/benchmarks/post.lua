-- wrk: posts the statements of a file in batches, each once.
--   wrk ... -s post.lua URL -- FILE SIZE AUTHORIZATION
-- Prints one line of JSON: requests, seconds, errors, and latencies in milliseconds.

local bodies, headers, sent = {}, nil, 0

function init(arguments)
    local size = tonumber(arguments[2])
    headers = {
        ["Authorization"] = arguments[3],
        ["Content-Type"] = "application/json",
        ["X-Experience-API-Version"] = "2.0.0",
    }
    local batch = {}
    for line in io.lines(arguments[1]) do
        batch[#batch + 1] = line
        if #batch == size then
            bodies[#bodies + 1] = size == 1 and line or "[" .. table.concat(batch, ",") .. "]"
            batch = {}
        end
    end
end

function request()
    sent = sent + 1
    -- Behind the last there is nothing that may be sent; the answer 404 is counted as an error, and told.
    if sent > #bodies then return wrk.format("GET", "/exhausted", headers) end
    return wrk.format("POST", "/xapi/statements", headers, bodies[sent])
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
        summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3,
        latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
