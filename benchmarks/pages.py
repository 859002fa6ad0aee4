#!/usr/bin/env python3
"""Fills one tenant with models and times pages of 20: the first, a middle one, the last."""
import concurrent.futures, http.client, json, statistics, sys, time, urllib.parse

url = urllib.parse.urlparse(sys.argv[1])
models = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
workers = 32


def connect():
    return http.client.HTTPConnection(url.hostname, url.port)


def ask(connection, method, path, body=None, headers=None):
    connection.request(method, path, json.dumps(body) if body else None, headers or {})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status >= 300:
        raise SystemExit(f"{method} {path}: {answer.status} {content[:300]}")
    return json.loads(content)


slug = f"pages-{int(time.time())}"
json_type = {"Content-Type": "application/json"}
ask(connect(), "POST", "/api/v1/tenants", {"name": slug, "slug": slug}, json_type)
tenant = {"X-Tenant-ID": slug}


def fill(worker):
    connection = connect()
    for i in range(worker, models, workers):
        ask(connection, "POST", "/v1/tenant/models",
            {"name": f"model {i}", "configuration": {"number": i, "ratio": 0.5}},
            {**tenant, **json_type, "Idempotency-Key": f"{slug}-{i}"})


began = time.time()
with concurrent.futures.ThreadPoolExecutor(workers) as pool:
    list(pool.map(fill, range(workers)))
print(f"{models} models in {time.time() - began:.1f} s")

connection, cursors, cursor = connect(), [], ""
while True:
    cursors.append(cursor)
    page = ask(connection, "GET", "/v1/tenant/models?limit=100&cursor=" + cursor, headers=tenant)
    if not page["meta"]["has_more"]:
        break
    cursor = page["meta"]["next_cursor"]
for name, cursor in (("first", ""), ("middle", cursors[len(cursors) // 2]), ("last", cursors[-1])):
    times = []
    for _ in range(200):
        began = time.perf_counter()
        ask(connection, "GET", "/v1/tenant/models?limit=20&cursor=" + cursor, headers=tenant)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"{name} page: p50 {statistics.median(times):.2f} ms, p99 {times[197]:.2f} ms")
