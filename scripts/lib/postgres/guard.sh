# Runs Postgres for as long as standard input stays open. Only the program
# that asked for Postgres holds its other end: when that is gone, even by
# kill -9, Postgres stops too.
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
{ read -r _; kill -INT "$postgres"; } <&3 3<&- >/dev/null 2>&1 &
watch=$!
exec 3<&-
trap 'kill -INT "$postgres"' INT TERM HUP
wait "$postgres"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
