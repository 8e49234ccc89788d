#!/usr/bin/env bash
# deploy/cron/tidemark under Debian's cron, for real, each minute, on a small assessment: the first run loads, scores and
# publishes, the second finds nothing new and commits nothing. Installs a file in /etc/cron.d and takes it away again; needs root and cron (apt-get install cron), and 4 minutes.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
[ "$(id -u)" = 0 ] || { echo "cron.sh: cron is root's" >&2; exit 2; }
command -v cron >/dev/null || { echo "cron.sh: there is no cron: apt-get install cron" >&2; exit 2; }
work="$(mktemp -d)"
job=/etc/cron.d/tidemark-test
daemon=""
finish() {
  rm -f "$job"
  [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
"$root/bin/tidemark" --version >/dev/null # builds if needed

"$root/jobs/src/test/sh/support/assessment" "$work"
: >"$work/codes"
# The line of the file that is shipped, each minute, as root, in this clone, with its output kept.
grep -E '^(SHELL|PATH|TIDEMARK_BUILD)=' "$root/deploy/cron/tidemark" >"$job"
grep -E '^[0-9*]' "$root/deploy/cron/tidemark" |
  sed -e "s|^30 2 \* \* \* tidemark|* * * * * root|" -e "s|/opt/tidemark|$root|g" \
    -e "s|/srv/assessment/framework.yaml|$work/framework.yaml|" -e "s|/srv/assessment/input|$work/in|" \
    -e "s|/srv/assessment/warehouse|$work/warehouse|" -e "s|\$| >>$work/log 2>\&1; echo \"exit \$?\" >>$work/codes|" >>"$job"
[ -z "${JAVA_HOME:-}" ] || sed -i "1i JAVA_HOME=$JAVA_HOME" "$job"
chmod 644 "$job"
pgrep -x cron >/dev/null || {
  cron -f &
  daemon=$!
}
for _ in $(seq 480); do
  [ "$(wc -l <"$work/codes")" -lt 2 ] || break
  sleep 0.5
done
rm -f "$job"
cat "$work/log" >&2
grep -qx 'exit 0' "$work/codes" || { echo "cron.sh: no run succeeded: $(cat "$work/codes")" >&2; exit 1; }
[ -d "$work/warehouse/index_scores/_delta_log" ] || { echo "cron.sh: nothing was scored" >&2; exit 1; }
grep -q '^Published as 1' "$work/log" || { echo "cron.sh: nothing was published" >&2; exit 1; }
[ "$(find "$work/warehouse/publications/_delta_log" -name '*.json' | wc -l)" = 2 ] ||
  { echo "cron.sh: the second run published again" >&2; exit 1; }
echo "ok cron ran it: $(paste -sd' ' "$work/codes")"
