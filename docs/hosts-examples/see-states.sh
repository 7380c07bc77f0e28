#!/bin/sh
# Shows what has become of the links: what each person has agreed to share.
set -eu
here=$(dirname "$0")

curl --silent --show-error --fail-with-body \
  "$ANKOMST/api/hosts/v1/links?limit=1000" \
  --header "Authorization: Bearer $(node "$here/token.mjs")"
