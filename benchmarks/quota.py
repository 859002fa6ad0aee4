#!/usr/bin/env python3
"""What a quota costs: app keys created in one tenant by this version, and by one that asks no quota; see README.md beside this file."""
import http.client, os, re, shutil, statistics, subprocess, sys, tempfile, time

BEFORE, SECONDS, ROUNDS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5, 5
here = os.path.dirname(os.path.abspath(__file__))
jars = {"without": (BEFORE, 18083), "with": (here + "/../target/tenantry.jar", 18084)}
running, folders = [], []


def start(jar, port):
    folders.append(tempfile.mkdtemp())
    running.append(subprocess.Popen(
        [os.environ.get("JAVA", "java"), *os.environ.get("JAVA_OPTS", "").split(), "-jar", jar],
        env={**os.environ, "TENANTRY_DATA_DIR": folders[-1], "SERVER_PORT": str(port), "TENANTRY_ANONYMOUS": "operator"},
        stdout=open(folders[-1] + "/log", "w"), stderr=subprocess.STDOUT))
    while not ready(port):
        time.sleep(0.1)


def ready(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", "/actuator/health/readiness")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def wrk(port, clients, run):
    """Requests in a second, and the median of their times in milliseconds."""
    out = subprocess.run(
        ["wrk", f"-t{min(2, clients)}", f"-c{clients}", f"-d{SECONDS}s", "--latency", "-s", here + "/idempotency.lua",
         f"http://127.0.0.1:{port}", "--", "plain", run], capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in out, out
    median, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)", out).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), float(median) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]


try:
    for jar, port in jars.values():
        start(jar, port)
    for which, (_, port) in jars.items():
        wrk(port, 8, "warm-" + which)
    for clients in (1, 8, 32):
        figures = {which: [] for which in jars}
        for turn in range(ROUNDS):
            for which, (_, port) in jars.items():
                figures[which].append(wrk(port, clients, f"{which}-{clients}-{turn}"))
        ratios = [w[0] / o[0] for w, o in zip(figures["with"], figures["without"])]
        told = {which: "%6.0f/s p50 %.2f ms" % tuple(statistics.median(column) for column in zip(*each)) for which, each in figures.items()}
        print(f"{clients:3d} clients: without {told['without']}, with {told['with']}, "
              f"of each round {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})", flush=True)
finally:
    for each in running:
        each.terminate()
        each.wait()
    for folder in folders:
        shutil.rmtree(folder)
