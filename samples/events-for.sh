#!/bin/sh
# Writes the demo feed for the article number that you booked, as if the post had scanned it in the last minutes:
#   samples/events-for.sh EE100000025IN | curl -H "X-Api-Key: $KEY" -H "Content-Type: application/json" --data-binary @- http://localhost:5080/api/v1/tracking/events
# The key is made by an admin on /admin/api-keys. Or keep the feed as a file and upload it on /admin/events:
#   samples/events-for.sh EE100000025IN > events.json
set -eu
[ $# -eq 1 ] || { echo "usage: $0 ARTICLE" >&2; exit 2; }
article=$(printf %s "$1" | tr -d ' ' | tr a-z A-Z)
# The post's times are Indian time with a Z at the end: five and a half hours ahead.
now=$(($(date +%s) + 19800))
# GNU and BSD disagree on how a number of seconds is written as a time.
stamp() { date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$1" +%Y-%m-%dT%H:%M:%SZ; }
times=
for minutes in 1 2 3 4 5 6 7 8; do
  times="$times;s/now-${minutes}m/$(stamp $((now - minutes * 60)))/"
done
sed "s/ARTICLE/$article/$times" "$(dirname "$0")/events-demo.json"
