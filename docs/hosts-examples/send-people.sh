#!/bin/sh
# Sends in everybody in people.csv: a link for each, line by line. The same key again does it only once.
set -eu
here=$(dirname "$0")

curl --silent --show-error --fail-with-body \
  --request POST "$ANKOMST/api/hosts/v1/links?expiresInDays=90" \
  --header "Authorization: Bearer $(node "$here/token.mjs")" \
  --header "Idempotency-Key: autumn-2027-first-round" \
  --header "Content-Type: text/csv" \
  --data-binary "@$here/people.csv"
