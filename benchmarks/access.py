#!/usr/bin/env python3
"""What a key costs, and whether time tells what is wrong with one; see README.md beside this file."""
import http.client, json, os, re, shutil, statistics, subprocess, sys, tempfile, time, zlib

SECONDS, ROUNDS, REFUSED = int(sys.argv[1]) if len(sys.argv) > 1 else 5, 4, 3000
PORT, OPERATOR = 18081, "operator-of-the-benchmark-0123456789"
here = os.path.dirname(os.path.abspath(__file__))
data = tempfile.mkdtemp()
service = subprocess.Popen(
    [os.environ.get("JAVA", "java"), *os.environ.get("JAVA_OPTS", "").split(), "-jar", here + "/../target/tenantry.jar"],
    env={**os.environ, "TENANTRY_DATA_DIR": data, "SERVER_PORT": str(PORT), "TENANTRY_OPERATOR_KEY": OPERATOR,
         "TENANTRY_ANONYMOUS": "operator", "TENANTRY_AUTH_FAILURES_PER_MINUTE": "0"},
    stdout=open(data + "/log", "w"), stderr=subprocess.STDOUT)
connection = http.client.HTTPConnection("127.0.0.1", PORT)


def ask(method, path, body=None, **headers):
    sent = {k.replace("_", "-"): v for k, v in headers.items()}
    if body is not None:
        sent.update({"Content-Type": "application/json", "Idempotency-Key": "benchmark"})
    connection.request(method, path, None if body is None else json.dumps(body), sent)
    answer = connection.getresponse()
    text = answer.read()
    return answer.status, json.loads(text) if text else None


def wrk(clients, path, *headers):
    more = [part for header in headers for part in ("-H", header)]
    out = subprocess.run(
        ["wrk", f"-t{min(2, clients)}", f"-c{clients}", f"-d{SECONDS}s", *more, f"http://127.0.0.1:{PORT}{path}"],
        capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in out, out
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def nobodys():
    """A key that is well formed, and whose id is nobody's."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    def base62(number, width):
        return "".join(digits[number // 62 ** place % 62] for place in reversed(range(width)))

    checked = "sk-tn_" + base62(12345678901, 9) + base62(int.from_bytes(os.urandom(32), "big"), 43)
    return checked + base62(zlib.crc32(checked.encode()), 6)


try:
    while True:
        try:
            if ask("GET", "/actuator/health/readiness")[0] == 200:
                break
        except OSError:
            connection.close()
        time.sleep(0.1)
    keys = "/api/v1/tenants/default/api-keys"
    key = lambda: ask("POST", keys, {"name": "benchmark", "role": "viewer"}, X_API_Key=OPERATOR)[1]["data"]
    model = ask("POST", "/v1/tenant/models", {"name": "m", "configuration": {"a": 1}})[1]["data"]["id"]
    path, mine = "/v1/tenant/models/" + model, key()
    wrk(8, path), wrk(8, path, "X-API-Key: " + mine["token"])
    for clients in (1, 8, 32):
        ratios, rates = [], []
        for _ in range(ROUNDS):
            anonymous, authenticated = wrk(clients, path), wrk(clients, path, "X-API-Key: " + mine["token"])
            ratios.append(authenticated / anonymous)
            rates.append(authenticated)
        print(f"{clients:3d} clients: with a key {statistics.median(rates):7.0f}/s, "
              f"of what it is without {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})")

    connection.close()  # the service has closed it meanwhile
    revoked, rotated = key(), key()
    ask("DELETE", f"{keys}/{revoked['id']}", X_API_Key=OPERATOR)
    ask("POST", f"{keys}/{rotated['id']}/rotate", {}, X_API_Key=OPERATOR)
    wrong = {"unknown id": nobodys(), "wrong secret": rotated["token"], "revoked": revoked["token"]}
    times = {name: [] for name in wrong}
    for i in range(REFUSED + 500):
        for name, token in wrong.items():
            began = time.perf_counter()
            status, _ = ask("GET", path, X_API_Key=token)
            took = time.perf_counter() - began
            assert status == 401, (name, status)
            if i >= 500:
                times[name].append(took * 1e6)
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, median in medians.items():
        print(f"401 for {name:13s} median {median:6.1f} µs of {REFUSED}, {100 * (median / min(medians.values()) - 1):.1f} % above the least")
finally:
    service.terminate()
    service.wait()
    shutil.rmtree(data)
