#!/usr/bin/env bash
# R3: two refreshes start together, again and again, while a third process reads what is published: one does the work, the
# other leaves (exit 4) or waits and finds nothing to do; no row is lost or twice there, and no reader sees scores of other
# observations than those beside them.
#
#   jobs/src/test/sh/double-start.sh [ROUNDS]      default: 2 rounds, one with --wait and one without
set -euo pipefail
rounds=${1:-2}
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)"
work="$(mktemp -d)"
reader=""
finish() {
  [ -z "$reader" ] || kill "$reader" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
fail() {
  tail -n 20 "$work"/*.log >&2 || true
  echo "double-start.sh: $1" >&2
  exit 1
}
"$root/bin/tidemark" --version >/dev/null # builds if needed
classpath="$root/jobs/target/tidemark-jobs.jar:$(<"$root/jobs/target/launcher/classpath")"
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -proc:none -d "$work/reader" -cp "$classpath" \
  "$root/jobs/src/test/java/dev/tidemark/refresh/PollingReader.java"

cat >"$work/framework.yaml" <<'YAML'
id: small
version: "1"
periods:
  - {id: P1, start: 2020-01-01, end: 2020-01-31}
  - {id: P2, start: 2020-02-01, end: 2020-02-29}
units: units.csv
index: {id: overall, children: [{id: points, weight: 1, score: {kind: direct}}]}
YAML
{ echo unit,name && for unit in $(seq 20); do echo "u$unit,Unit $unit"; done; } >"$work/units.csv"
mkdir -p "$work/in/observations"
# deliver ROUND: other points of both periods; a later file corrects an earlier one
deliver() {
  {
    echo period,unit,indicator,value
    for period in 1 2; do
      for unit in $(seq 20); do echo "P$period,u$unit,points,$(((unit * 7 + period * 13 + $1 * 29) % 101))"; done
    done
  } >"$work/in/observations/$(printf %03d "$1").csv"
}
refresh() {
  "$root/bin/tidemark" --master 'local[1]' refresh --framework "$work/framework.yaml" --input "$work/in" \
    --warehouse "$work/warehouse" "$@"
}

deliver 0
refresh >"$work/first.log" 2>&1 || fail "the first refresh failed"
SPARK_LOCAL_IP=127.0.0.1 "${JAVA_HOME:+$JAVA_HOME/bin/}java" @"$root/jobs/target/launcher/java.options" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  -cp "$work/reader:$classpath" dev.tidemark.refresh.PollingReader "$work/warehouse" "$work/stop" >"$work/reads" \
  2>"$work/reader.log" &
reader=$!

for ((round = 1; round <= rounds; round++)); do
  deliver "$round"
  wait=0s
  [ $((round % 2)) = 0 ] || wait=5m
  refresh --wait "$wait" >"$work/a.log" 2>&1 &
  a=$!
  refresh --wait "$wait" >"$work/b.log" 2>&1 &
  b=$!
  code_a=0 code_b=0
  wait "$a" || code_a=$?
  wait "$b" || code_b=$?
  case "$wait $code_a $code_b" in
    "5m 0 0" | "0s 0 4" | "0s 4 0" | "0s 0 0") ;;
    *) fail "round $round, --wait $wait: exit codes $code_a and $code_b" ;;
  esac
  kill -0 "$reader" 2>/dev/null || fail "the reader: $(cat "$work/reads")"
  echo "ok round $round, --wait $wait: exit codes $code_a and $code_b ($SECONDS s)"
done
touch "$work/stop"
wait "$reader" || fail "the reader: $(cat "$work/reads")"
reader=""
echo "ok the reader: $(cat "$work/reads")"

found="$("$root/bin/tidemark" sql --warehouse "$work/warehouse" --format csv "
  SELECT (SELECT count(*) FROM observations), (SELECT count(DISTINCT period, unit) FROM observations),
         (SELECT count(*) FROM index_scores WHERE node = 'points' AND period <> 'all'),
         (SELECT count(DISTINCT period, unit) FROM index_scores WHERE node = 'points' AND period <> 'all'),
         (SELECT max(publication) FROM publications),
         (SELECT count(*) FROM observations WHERE value <>
            (int(substr(unit, 2)) * 7 + int(substr(period, 2)) * 13 + $rounds * 29) % 101)" 2>"$work/sql.log" |
  tail -n 1 | tr -d '\r')"
[ "$found" = "40,40,40,40,$((rounds + 1)),0" ] || fail "rows, keys, publications and old values: $found"
echo "ok after $rounds rounds: each row once, the last delivery's, in $((rounds + 1)) publications ($SECONDS s)"
