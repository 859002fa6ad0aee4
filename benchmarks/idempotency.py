#!/usr/bin/env python3
"""What an Idempotency-Key costs, in time and on disk; see README.md beside this file."""
import http.client, json, os, re, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

SECONDS, ROUNDS, STORED = int(sys.argv[1]) if len(sys.argv) > 1 else 5, 5, 5000
PORT = 18082
APPLICATION = "/api/v1/tenants/default/properties/applications/benchmark"
here = os.path.dirname(os.path.abspath(__file__))
data = tempfile.mkdtemp()
service = subprocess.Popen(
    [os.environ.get("JAVA", "java"), *os.environ.get("JAVA_OPTS", "").split(), "-jar", here + "/../target/tenantry.jar"],
    env={**os.environ, "TENANTRY_DATA_DIR": data, "SERVER_PORT": str(PORT), "TENANTRY_ANONYMOUS": "operator"},
    stdout=open(data + "/log", "w"), stderr=subprocess.STDOUT)
connection = http.client.HTTPConnection("127.0.0.1", PORT)


def create(name, keyed):
    """Answers whether that was a replay."""
    headers = {"Content-Type": "application/json", **({"Idempotency-Key": name} if keyed else {})}
    connection.request("POST", APPLICATION, json.dumps({"key": name, "data": "some two dozen characters"}, separators=(",", ":")), headers)
    answer = connection.getresponse()
    text = answer.read()
    assert answer.status == 200, text
    return answer.getheader("Idempotent-Replayed") == "true"


def ready():
    try:
        connection.request("GET", "/actuator/health/readiness")
        answer = connection.getresponse()
        answer.read()
        return answer.status == 200
    except OSError:
        connection.close()
        return False


def wrk(clients, mode, run):
    """Requests in a second, and the median of their times in milliseconds."""
    out = subprocess.run(
        ["wrk", f"-t{min(2, clients)}", f"-c{clients}", f"-d{SECONDS}s", "--latency", "-s", here + "/idempotency.lua",
         f"http://127.0.0.1:{PORT}", "--", mode, run], capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in out, out
    median, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)", out).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), float(median) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]


def record():
    """The bytes of a record's payload, and of its metadata."""
    db = sqlite3.connect(f"file:{data}/events.db?mode=ro", uri=True)
    try:
        return db.execute(
            "SELECT avg(length(payload)), avg(length(metaData)) FROM DomainEventEntry"
            " WHERE payloadType = 'idempotency.recorded'").fetchone()
    finally:
        db.close()


def stored():
    """How many events there are, and how many bytes of events.db they take."""
    db = sqlite3.connect(f"file:{data}/events.db?mode=ro", uri=True)
    try:
        events, = db.execute("SELECT count(*) FROM DomainEventEntry").fetchone()
        pages, = db.execute("PRAGMA page_count").fetchone()
        size, = db.execute("PRAGMA page_size").fetchone()
        return events, pages * size
    finally:
        db.close()


try:
    while not ready():
        time.sleep(0.1)
    figures = [stored()]
    for mode in ("plain", "keyed"):
        for i in range(STORED):
            assert not create(f"stored-{mode}-{i:05d}", mode == "keyed")
        figures.append(stored())
    (plain, plain_bytes), (keyed, keyed_bytes) = [
        ((after[0] - before[0]) / STORED, (after[1] - before[1]) / STORED) for before, after in zip(figures, figures[1:])]
    print(f"of {STORED} writes each: without a key {plain:.2f} events and {plain_bytes:.0f} bytes, "
          f"with one {keyed:.2f} and {keyed_bytes:.0f}; a key adds {keyed - plain:.2f} and {keyed_bytes - plain_bytes:.0f}; "
          "of a record %d are its payload, %d its metadata" % record())

    for i in range(1, 1001):
        assert not create(f"seed-{i}", True)
    assert create("seed-1", True), "it is to be a replay"
    connection.close()
    for mode in ("plain", "keyed", "replay"):
        wrk(8, mode, "warm-" + mode)
    for clients in (1, 8, 32):
        rates, times = {}, {}
        for turn in range(ROUNDS):
            for mode in ("plain", "keyed", "replay"):
                rate, took = wrk(clients, mode, f"{mode}-{clients}-{turn}")
                rates.setdefault(mode, []).append(rate)
                times.setdefault(mode, []).append(took)
        rate = {mode: statistics.median(each) for mode, each in rates.items()}
        took = {mode: statistics.median(each) for mode, each in times.items()}
        ratios = [keyed / plain for keyed, plain in zip(rates["keyed"], rates["plain"])]
        print(f"{clients:3d} clients: without a key {rate['plain']:6.0f}/s p50 {took['plain']:.2f} ms, "
              f"with a fresh one {rate['keyed']:6.0f}/s p50 {took['keyed']:.2f} ms, "
              f"that is {rate['keyed'] / rate['plain']:.2f} ({min(ratios):.2f}–{max(ratios):.2f}); "
              f"replays {rate['replay']:6.0f}/s p50 {took['replay']:.2f} ms")
finally:
    service.terminate()
    service.wait()
    shutil.rmtree(data)
