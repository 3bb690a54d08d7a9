# Writes settings that tell which token was used, by its digest, without telling the token.
set -eu
token=$(cat /run/secrets/token)
test "$token" = "$(printf %s "$TOKEN_IN_VARIABLE")"
echo "token-digest = $(printf %s "$token" | sha256sum | cut -c 1-16)" >"$1"
