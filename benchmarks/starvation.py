#!/usr/bin/env python3
"""What one client's costly requests do to another client's POST, GET and liveness; see README.md beside this file."""
import collections, http.client, itertools, json, multiprocessing, os, shutil, subprocess, sys, tempfile, threading, time

JAR, SECONDS = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10
LOADS = sys.argv[3].split(",") if len(sys.argv) > 3 else ["search", "models", "schemas", "unique", "gzip"]
TENANTS, MODELS, PORT = int(os.environ.get("TENANTS", 20_000)), 500, int(os.environ.get("PORT", 18085))
OPERATOR = "operator-of-the-benchmark-0123456789"
JSON, NAMED = {"Content-Type": "application/json"}, {"X-API-Key": OPERATOR}
MODEL = "/v1/tenant/models"


def call(connection, method, path, body=None, headers={}):
    connection.request(method, path, body, {**NAMED, **JSON, **headers})
    answer = connection.getresponse()
    return answer, answer.read()


def connect():
    return http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)


def post(connection, tenant, body, key):
    return call(connection, "POST", MODEL, body, {"X-Tenant-ID": tenant, "Idempotency-Key": key})


def schema(rule, items):
    return json.dumps({"name": "costly", "schema": {"properties": {"a": rule}}, "configuration": {"a": items}})


# its patterns are refused when the budget of a check is used up
PATTERNS = schema({"items": {"anyOf": [{"pattern": "((a{9}){9}){9}"}, True]}}, ["a" * 21] * 20_000)
# the last of them is there twice, so that nothing is stored
NUMBERS = schema({"uniqueItems": True}, [*range(100_000), 99_999])
LOAD = {
    "search": (4, lambda c, i: call(c, "GET", "/api/v1/tenants/search?keyword=tenant&page=200&page_size=100")),
    "models": (8, lambda c, i: call(c, "GET", MODEL + "?limit=20", headers={"X-Tenant-ID": "busy"})),
    "schemas": (100, lambda c, i: post(c, "busy", PATTERNS, f"patterns-{i}")),
    "unique": (12, lambda c, i: post(c, "busy", NUMBERS, f"numbers-{i}")),
    "gzip": (24, lambda c, i: call(c, "GET", "/api/v1/tenants", headers={"Accept-Encoding": "gzip"})),
}


def repeat(name, number, until, told):
    """Until the end; a client that is told to come later does."""
    connection = connect()
    for i in itertools.count():
        if time.time() > until.value:
            break
        answer, _ = LOAD[name][1](connection, f"{os.getpid()}-{number}-{i}")
        told[answer.status] += 1
        if answer.status == 503:
            time.sleep(int(answer.headers["Retry-After"]))


def load(name, until, counts):
    """In one process, so that the clients take no more than one core."""
    told = collections.Counter()
    clients = [threading.Thread(target=repeat, args=(name, i, until, told)) for i in range(LOAD[name][0])]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    counts.put(dict(told))


def probe(kind, model, until, times):
    connection, mine = connect(), []
    while time.time() < until:
        began = time.perf_counter()
        if kind == "POST":
            answer, text = post(connection, "quiet", '{"name":"m","configuration":{"a":1}}', os.urandom(9).hex())
        else:
            answer, text = call(connection, "GET", model if kind == "GET" else "/actuator/health/liveness", headers={"X-Tenant-ID": "quiet"})
        mine.append((time.perf_counter() - began) * 1000)
        assert answer.status < 300, (kind, answer.status, text)
        time.sleep(0.02)
    times.put((kind, sorted(mine)))


def probed(model, seconds):
    times, until = multiprocessing.Queue(), time.time() + seconds
    probes = [multiprocessing.Process(target=probe, args=(kind, model, until, times)) for kind in ("POST", "GET", "live")]
    for each in probes:
        each.start()
    found = dict(times.get() for _ in probes)
    return {kind: (all[len(all) // 2], all[len(all) * 99 // 100], all[-1]) for kind, all in found.items()}


def seed(part, parts):
    connection = connect()
    for i in range(part, TENANTS, parts):
        answer, text = call(connection, "POST", "/api/v1/tenants", json.dumps({"name": f"Tenant {i}", "description": "one of many tenants"}))
        assert answer.status == 201, text


def measured(model):
    for name in LOADS:
        idle = probed(model, SECONDS)
        until, counts = multiprocessing.Value("d", time.time() + 1000), multiprocessing.Queue()
        clients = multiprocessing.Process(target=load, args=(name, until, counts))
        clients.start()
        time.sleep(1)
        busy = probed(model, SECONDS)
        until.value = 0
        print(f"{name:8s} answers {counts.get()}")
        clients.join()
        for kind, (p50, p99, most) in busy.items():
            was = idle[kind]
            print(f"{name:8s} {kind:4s} idle p50 {was[0]:6.1f} p99 {was[1]:6.1f} | load p50 {p50:7.1f} p99 {p99:7.1f} max {most:7.1f} ms"
                  f" | ratio p50 {p50 / was[0]:5.1f} p99 {p99 / was[1]:5.1f}", flush=True)


data = tempfile.mkdtemp()
seeded = os.environ.get("SEEDED")  # a data folder that an earlier run has filled; kept for the next one
if seeded and os.path.exists(seeded):
    shutil.copytree(seeded, data, dirs_exist_ok=True)
service = subprocess.Popen(
    [os.environ.get("JAVA", "java"), *os.environ.get("JAVA_OPTS", "").split(), "-jar", JAR],
    env={**os.environ, "TENANTRY_DATA_DIR": data, "SERVER_PORT": str(PORT), "TENANTRY_OPERATOR_KEY": OPERATOR, "SERVER_ADDRESS": "127.0.0.1"},
    stdout=open(data + "/log", "w"), stderr=subprocess.STDOUT)
try:
    while service.poll() is None:
        try:
            if call(connect(), "GET", "/actuator/health/readiness")[0].status == 200:
                break
        except OSError:
            time.sleep(0.2)
    if call(connect(), "GET", "/api/v1/tenants/quiet")[0].status == 404:
        for tenant in ("busy", "quiet"):
            call(connect(), "POST", "/api/v1/tenants", json.dumps({"name": tenant, "slug": tenant}))
        for i in range(MODELS):
            post(connect(), "busy", json.dumps({"name": f"m{i}", "configuration": {"text": "x" * 1000}}), f"seed-{i}")
        with multiprocessing.Pool(16) as pool:
            pool.starmap(seed, [(part, 16) for part in range(16)])
        if seeded:
            shutil.copytree(data, seeded)  # SQLite takes it like the files of a crash
    created, text = post(connect(), "quiet", '{"name":"read","configuration":{"a":1}}', os.urandom(9).hex())
    model = MODEL + "/" + json.loads(text)["data"]["id"]
    probed(model, SECONDS)  # warm up
    measured(model)
    for line in open(f"/proc/{service.pid}/status"):
        if line.startswith(("VmHWM", "Threads")):
            print(" ".join(line.split()))
finally:
    service.terminate()
    service.wait()
    shutil.rmtree(data)
