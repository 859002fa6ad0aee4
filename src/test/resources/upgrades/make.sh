#!/usr/bin/env bash
# Fills a running service (its URL is $1) with one of most things, and prints what it answers about them:
# path and body, one a line. See README.md.
set -euo pipefail
url=$1
ask() { # method path body key tenant
  curl -sf -X "$1" "$url$2" -H 'Content-Type: application/json' ${4:+-H "Idempotency-Key: $4"} ${5:+-H "X-Tenant-ID: $5"} ${3:+-d "$3"}
}
ask POST /api/v1/tenants '{"slug":"default","name":"Default"}' >/dev/null || true # where the store does not come with it
ask POST /api/v1/tenants '{"slug":"acme","name":"Acmé","description":"first","storage_quota":1000000}' tenant-1 >/dev/null
ask PUT /api/v1/tenants/acme '{"description":"second","status":"active"}' >/dev/null
ask POST /api/v1/tenants '{"slug":"gone","name":"Gone"}' >/dev/null
ask DELETE /api/v1/tenants/gone '' >/dev/null
model=$(ask POST /v1/tenant/models '{"name":"Model","configuration":{"a":[1,2.50,{"b":null}],"big":12345678901234567890.10}}' model-1 acme | sed 's/.*"id":"\([^"]*\)".*/\1/')
ask PATCH "/v1/tenant/models/$model" '{"description":"patched"}' '' acme >/dev/null
dead=$(ask POST /v1/tenant/models '{"name":"Dead"}' model-2 acme | sed 's/.*"id":"\([^"]*\)".*/\1/')
ask DELETE "/v1/tenant/models/$dead" '' '' acme >/dev/null
apps=/api/v1/tenants/acme/properties/applications
ask POST $apps/app '{"key":"one","data":"1"}' >/dev/null
ask PUT $apps/app/one '{"data":"2"}' >/dev/null
ask POST $apps/app '{"key":"two","data":"x"}' >/dev/null
ask DELETE $apps/app/two '' >/dev/null
ask POST $apps/app '{"key":"two","data":"again"}' >/dev/null
key=$(ask POST /api/v1/tenants/acme/api-keys '{"name":"viewer","role":"viewer"}' | sed 's/.*"id":"\{0,1\}\([0-9]*\).*/\1/')
ask POST "/api/v1/tenants/acme/api-keys/$key/rotate" '{}' >/dev/null
for path in /api/v1/tenants /api/v1/tenants/acme /v1/tenant/models/$model '/v1/tenant/models?limit=10' $apps $apps/app $apps/app/one $apps/app/two /api/v1/tenants/acme/api-keys; do
  printf '%s %s\n' "$path" "$(ask GET "$path" '' '' acme)"
done
