#!/bin/sh
# Writes the demo feed for the article number that you booked:
#   samples/events-for.sh EE100000025IN | curl -H "X-Api-Key: $KEY" -H "Content-Type: application/json" --data-binary @- http://localhost:5080/api/v1/tracking/events
# The key is made by an admin on /admin/api-keys.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 ARTICLE" >&2; exit 2; }
article=$(printf %s "$1" | tr -d ' ' | tr a-z A-Z)
sed "s/EE123456785IN/$article/" "$(dirname "$0")/events-demo.json"
