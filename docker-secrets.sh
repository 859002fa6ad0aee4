#!/usr/bin/env bash
# Makes the secrets of docker-compose.yml that are not there yet, each in a file of its own below secrets/.
# The folder is its owner's alone; the files in it are readable, since each service reads its own as another user.
set -euo pipefail
cd "$(dirname "$0")"
umask 022
mkdir -p secrets
chmod 700 secrets
cd secrets

random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
# whole or not at all; what was left empty is made again
make() { [ -s "$1" ] || { printf '%s' "$2" > "$1.part" && mv "$1.part" "$1"; }; }
# two files that must agree: one of them may have been made anew
quotes() {
  grep -qF -- "$(cat "$2")" "$1" || {
    echo "secrets/$1 does not have what is in secrets/$2; put it there, or remove $1 to have it made again." >&2
    exit 1
  }
}
# one that another file quotes
make prometheus-key "$(random)"
make mongodb-password "$(random)"
make axonserver-token "$(random)"

make tenantry.operator-key "operator=$(random),prometheus=$(cat prometheus-key)"
make tenantry.secret "$(random)"
make spring.mongodb.uri "mongodb://tenantry:$(cat mongodb-password)@mongodb:27017/tenantry?authSource=tenantry"
make spring.datasource.password "$(random)"
make axonserver-admin-token "$(random)"
make mongodb-root-password "$(random)"
make grafana-password "$(random)"
make grafana-secret-key "$(random)"
quotes tenantry.operator-key prometheus-key
quotes spring.mongodb.uri mongodb-password

echo "The operator's key, for the header X-API-Key, is the first one in secrets/tenantry.operator-key."
