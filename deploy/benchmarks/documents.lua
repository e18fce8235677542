-- wrk: the State of many learners in one activity, a document each.
--   wrk ... -s documents.lua URL -- ACTION LEARNERS AUTHORIZATION
-- ACTION is PUT (a document anew), POST (merge one member into it) or GET.
-- Prints one line of JSON: requests, seconds, errors, and latencies in milliseconds.

local action, learners, headers

local function encoded(text)
    return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

local before = "/xapi/activities/state?stateId=progress&activityId=" .. encoded("https://learn.example.eu/state")
    .. "&agent=" .. encoded('{"account":{"homePage":"https://id.example.eu","name":"learner-')
local behind = encoded('"}}')
local answers = string.rep("abcdefgh", 32)

function init(arguments)
    action, learners = arguments[1], tonumber(arguments[2])
    -- Version 1.0.3 lets a platform overwrite State without a condition, as most do.
    headers = {
        ["Authorization"] = arguments[3],
        ["Content-Type"] = "application/json",
        ["X-Experience-API-Version"] = "1.0.3",
    }
end

function request()
    local target = before .. math.random(learners) .. behind
    if action == "GET" then return wrk.format("GET", target, headers) end
    local member = string.format('"bookmark":"unit-%d"', math.random(1000))
    if action == "POST" then return wrk.format("POST", target, headers, "{" .. member .. "}") end
    return wrk.format("PUT", target, headers, "{" .. member .. ',"answers":"' .. answers .. '"}')
end

function done(summary, latency, _)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
        + summary.errors.timeout
    io.write(string.format(
        '{"requests":%d,"seconds":%.3f,"errors":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
        summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3,
        latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
