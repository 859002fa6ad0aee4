#!/usr/bin/env bash
# Measures the service over HTTP; see README.md beside this file.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-30}
port=18080
url=http://127.0.0.1:$port
data=$(mktemp -d)
TENANTRY_DATA_DIR=$data SERVER_PORT=$port "${JAVA:-java}" ${JAVA_OPTS:-} -jar ../target/tenantry.jar >"$data/log" 2>&1 &
pid=$!
trap 'kill $pid; wait $pid || true; rm -rf "$data"' EXIT
began=$(date +%s%N)
until curl -sf $url/actuator/health/readiness >/dev/null; do sleep 0.05; done
echo "first answer after $((($(date +%s%N) - began) / 1000000)) ms"

# where the store does not come with it
curl -s -o /dev/null $url/api/v1/tenants -H 'Content-Type: application/json' -d '{"slug":"default","name":"Default"}'
model=$(curl -s $url/v1/tenant/models -H 'Idempotency-Key: first' -H 'Content-Type: application/json' \
  -d '{"name":"model","description":"a benchmark'"'"'s model","configuration":{"replicas":3,"ratio":0.50,"region":"eu-west-1"}}' |
  python3 -c 'import json,sys; print(json.load(sys.stdin)["data"]["id"])')

measure() { # name clients wrk-arguments…
  local name=$1 clients=$2
  shift 2
  local threads=$((clients < 2 ? 1 : 2))
  wrk -t$threads -c"$clients" -d"${seconds}s" --latency "$@" | awk -v name="$name" -v clients="$clients" '
    /50%/ {p50=$2} /99%/ {p99=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$0} /first failure/ {bad=$0}
    END {printf "%-6s %3d clients %9.0f/s  p50 %9s  p99 %9s %s\n", name, clients, rate, p50, p99, bad}'
}
waits() { curl -s $url/actuator/prometheus | grep -E '^tenantry_consistency_wait_seconds' || true; }

if [ -n "${PGBENCH:-}" ]; then
  psql $PGBENCH -qc 'DROP TABLE IF EXISTS bench; CREATE TABLE bench (id uuid, sequence bigint, payload bytea, UNIQUE (id, sequence))'
fi
wrk -t2 -c8 -d10s -s post.lua $url >/dev/null # warm up
wrk -t2 -c8 -d5s $url/v1/tenant/models/$model >/dev/null
for clients in ${CLIENTS:-1 8 32}; do
  measure empty $clients $url/actuator/health/liveness
  measure get $clients $url/v1/tenant/models/$model
  measure 304 $clients -H 'If-None-Match: "1"' $url/v1/tenant/models/$model
  measure post $clients -s post.lua $url
  waits
  if [ -n "${PGBENCH:-}" ]; then # arguments of psql and pgbench that name a database, such as -h /tmp bench
    pgbench $PGBENCH -n -c "$clients" -j $((clients < 2 ? 1 : 2)) -T "$seconds" -f insert.sql 2>/dev/null |
      awk -v clients="$clients" '/tps/ {rate=$3} /latency average/ {mean=$4} END {printf "insert %3d clients %9.0f/s  mean %s ms\n", clients, rate, mean}'
  fi
done
events=$(curl -s -D - -o /dev/null -X DELETE $url/v1/tenant/models/$model | tr -d '\r' | awk '/Consistency-Token/ {print $2}')
kill -TERM $pid
wait $pid || true
trap 'rm -rf "$data"' EXIT
for file in events read; do
  [ -f "$data/$file.db" ] || continue
  bytes=$(stat -c %s "$data/$file.db")
  echo "$file.db: $bytes bytes, $((bytes / events)) per event, $events events"
done
