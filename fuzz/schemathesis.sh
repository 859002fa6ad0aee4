#!/usr/bin/env bash
# Fuzzes a running service by its own document: fuzz/schemathesis.sh [url] [key] [examples] [seed ...]
# Without a key it asks anonymously. It writes into the store: use one that may be thrown away.
set -euo pipefail
cd "$(dirname "$0")"
url=${1:-http://127.0.0.1:8080}
key=${2:-}
examples=${3:-50}
seeds=("${@:4}")
venv=${VENV:-/tmp/tenantry-schemathesis}

[ -x "$venv/bin/schemathesis" ] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q 'schemathesis==4.32.5'
}
credential=()
[ -z "$key" ] || credential=(-H "X-API-Key: $key")

# the tenant that most calls are about
curl -s -o /dev/null "${credential[@]}" -H 'Content-Type: application/json' \
  -d '{"name":"Acme","slug":"acme"}' "$url/api/v1/tenants"

failed=0
for seed in "${seeds[@]:-1}"; do
  "$venv/bin/schemathesis" --config-file schemathesis.toml run "$url/openapi.json" \
    "${credential[@]}" --max-examples "$examples" --seed "$seed" --continue-on-failure || failed=1
done
exit $failed
