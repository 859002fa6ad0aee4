-- Each request creates a model of its own. wrk runs one of these per thread.
local counter = 0
local thread_count = 0
function setup(thread)
  thread:set("id", thread_count)
  thread_count = thread_count + 1
end
function request()
  counter = counter + 1
  local headers = {
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = os.time() .. "-" .. id .. "-" .. counter .. "-" .. math.random(1, 2000000000)
  }
  local body = '{"name":"model ' .. counter .. '","description":"a benchmark\'s model","configuration":{"replicas":3,"ratio":0.50,"region":"eu-west-1"}}'
  return wrk.format("POST", "/v1/tenant/models", headers, body)
end
local failed = 0
function response(status)
  if status ~= 201 then failed = failed + 1; if failed == 1 then print("first failure: " .. status) end end
end
