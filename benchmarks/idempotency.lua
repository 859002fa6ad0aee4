-- Creates app keys. Arguments after --: plain, keyed or replay; then what makes the names of this run its own.
-- replay sends again what idempotency.py has sent: seed-1 to seed-1000.
local counter, mode, run = 0, "plain", ""
local thread_count = 0
function setup(thread)
  thread:set("id", thread_count)
  thread_count = thread_count + 1
end
function init(args)
  mode, run = args[1], args[2]
  counter = mode == "replay" and id * 500 or 0
end
function request()
  counter = counter + 1
  local name = mode == "replay" and "seed-" .. counter % 1000 + 1 or run .. "-" .. id .. "-" .. counter
  local headers = {["Content-Type"] = "application/json"}
  if mode ~= "plain" then headers["Idempotency-Key"] = name end
  local body = '{"key":"' .. name .. '","data":"some two dozen characters"}'
  return wrk.format("POST", "/api/v1/tenants/default/properties/applications/benchmark", headers, body)
end
