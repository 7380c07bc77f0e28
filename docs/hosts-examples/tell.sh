#!/bin/sh
# Tells that somebody begins later, and until when.
set -eu
here=$(dirname "$0")

curl --silent --show-error --fail-with-body \
  --request POST "$ANKOMST/api/hosts/v1/notices" \
  --header "Authorization: Bearer $(node "$here/token.mjs")" \
  --header "Idempotency-Key: deferred-2027-000123" \
  --header "Content-Type: application/json" \
  --data '[{ "subjectRef": "2027-000123", "kind": "deferred", "date": "2027-08-23", "until": "2028-01-16" }]'
