#!/bin/sh
# Registers a seller as a partner, or takes the seller of a key; then quotes, books, fetches the label and tracks.
#   PORTAL_KEY=ipk_… samples/api-client.sh label.pdf
#   PORTAL_CLIENT_ID=partner_… PORTAL_CLIENT_SECRET=… samples/api-client.sh label.pdf
# PORTAL_URL is the portal (http://localhost:5080), PORTAL_SELLER a seller that the partner registered before,
# PORTAL_WAIT the seconds to wait for the approval of a new one (600).
set -eu
portal=${PORTAL_URL:-http://localhost:5080}
portal=${portal%/}
label=${1:-label.pdf}
seller=
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

uuid() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen; }

# The first text member of the answer with the name; enough for these answers, a program of your own reads JSON.
member() { grep -o "\"$1\": *\"[^\"]*\"" "$answer" | head -n 1 | cut -d '"' -f 4; }

# call METHOD PATH [BODY]: the answer goes to $answer. curl asks again by itself, with the same key, so that nothing is done twice.
call() {
  method=$1 path=$2 body=${3-}
  set -- -X "$method" -H "$access" -H "Idempotency-Key: $(uuid)"
  [ -z "$seller" ] || set -- "$@" -H "Portal-Seller: $seller"
  [ -z "$body" ] || set -- "$@" -H "Content-Type: application/json" --data "$body"
  status=$(curl -sS --max-time 30 --retry 3 --retry-connrefused -o "$answer" -w '%{http_code}' "$@" "$portal$path") || exit 1
  case $status in
    2*) ;;
    *) echo "$method $path: $status $(cat "$answer")" >&2; exit 1 ;;
  esac
}

if [ -n "${PORTAL_KEY-}" ]; then
  access="X-Api-Key: $PORTAL_KEY"
elif [ -n "${PORTAL_CLIENT_ID-}" ] && [ -n "${PORTAL_CLIENT_SECRET-}" ]; then
  # The secret goes over standard input, where no list of processes shows it.
  printf 'grant_type=client_credentials&client_id=%s&client_secret=%s' "$PORTAL_CLIENT_ID" "$PORTAL_CLIENT_SECRET" |
    curl -sS --max-time 30 --data @- -o "$answer" "$portal/oauth/token" || exit 1
  token=$(member access_token)
  [ -n "$token" ] || { echo "No token: $(cat "$answer")" >&2; exit 1; }
  access="Authorization: Bearer $token"
  partner_seller=${PORTAL_SELLER-}
  if [ -z "$partner_seller" ]; then
    call POST /api/v1/sellers '{"legalName":"Narmada Crafts","gemSellerId":"GEM-'"$(uuid)"'","email":"crafts@example.in","gstin":"27AAPFU0939F1ZV","pickupAddress":{"mobile":"9826012345","line1":"12 Ghat Road","pincode":"482001"}}'
    partner_seller=$(member id)
    echo "Registered seller $partner_seller; the Department approves it."
    waited=0
    until call GET "/api/v1/sellers/$partner_seller" && [ "$(member status)" = Approved ]; do
      [ "$(member status)" = Pending ] || { echo "The Department rejected the seller: $(member statusReason)" >&2; exit 1; }
      [ "$waited" -lt "${PORTAL_WAIT:-600}" ] || { echo "Not approved yet. Go on later with PORTAL_SELLER=$partner_seller." >&2; exit 1; }
      waited=$((waited + 1))
      sleep 1
    done
    echo "Approved with customer id $(member customerId)."
  fi
  seller=$partner_seller
else
  echo "Set PORTAL_KEY, or PORTAL_CLIENT_ID and PORTAL_CLIENT_SECRET." >&2
  exit 2
fi

call POST /api/v1/quotes '{"fromPincode":"482001","toPincode":"560001","weightGrams":1250}'
echo "$(grep -o '"totalPaise":[0-9]*' "$answer" | cut -d : -f 2 | sort -n | head -n 1) paise is the lowest price."

call POST /api/v1/shipments '{"productCode":"SP_PARCEL","weightGrams":1250,"contents":"School globes","order":"ORD-1","consignee":{"name":"The Principal","company":"Kendriya Vidyalaya","line1":"Sector 4, Bhilai Road","pincode":"560001","mobile":"9826054321"}}'
shipment=$(member id)
article=$(member article)
echo "Booked $article."

call GET "/api/v1/shipments/$shipment/label?format=a6"
cp "$answer" "$label"
echo "The label is in $label."

call GET "/api/v1/tracking/$article"
echo "$article is $(member status)."
