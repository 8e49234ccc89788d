#!/usr/bin/env bash
# R10: on a full disk `ingest` exits with 4, names the folder and leaves the table as it was; once there is room, the
# same command loads all.
#
# The full disk is played by the largest size that a file may have (ulimit -f): a write beyond it fails. Each delivered
# file and each library that the JVM unpacks is smaller, so that reading and sorting succeed; all of the rows do not
# fit into one file of the table.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)"
tidemark="${TIDEMARK:-$root/bin/tidemark}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Runs this short end before the second compiler pays; the JVM's own counters are a file, too.
export TIDEMARK_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseParallelGC -XX:-UsePerfData"

fail() {
  echo "disk-full.sh: $1" >&2
  sed 's/^/  /' "$work/log" >&2
  exit 1
}

# ingest FOLDER EXPECTED-EXIT-CODE [KILOBYTES]
ingest() {
  local code=0
  (
    [ -z "${3:-}" ] || ulimit -f "$3"
    "$tidemark" ingest --framework "$work/framework.yaml" --input "$1" --warehouse "$work/warehouse"
  ) >"$work/log" 2>&1 || code=$?
  [ "$code" = "$2" ] || fail "exit code $code instead of $2 for $1"
}
versions() { find "$work/warehouse/observations/_delta_log" -name '*.json' | sort; }

cat >"$work/framework.yaml" <<'YAML'
id: small
version: "1"
title: A small assessment
periods: [{id: W1, start: 2020-01-01, end: 2020-01-31}]
units: units.csv
weights: relative
index: {id: overall, aggregate: arithmetic, children: [{id: points, weight: 1, score: {kind: direct}}]}
YAML
printf 'unit,name\nwuhan,武汉\n' >"$work/units.csv"
mkdir -p "$work/small" "$work/large/observations"
header=period,unit,indicator,value,observer,evidence
printf '%s\nW1,wuhan,points,50,first,\n' "$header" >"$work/small/observations.csv"
# 40 files of 20 rows, each with 8,000 characters that do not compress well: 3 MB in one file of the table.
for ((file = 1; file <= 40; file++)); do
  awk -v header="$header" -v file="$file" 'BEGIN {
    srand(file)
    print header
    for (row = 1; row <= 20; row++) {
      text = ""
      for (i = 0; i < 1000; i++) text = text sprintf("%08x", rand() * 4294967296)
      printf "W1,wuhan,points,50,o%d-%d,%s\n", file, row, text
    }
  }' >"$work/large/observations/$file.csv"
done

ingest "$work/small" 0
before="$(versions)"

ingest "$work/large" 4 1024
grep -qF "$work/warehouse/observations cannot be written: " "$work/log" || fail "the folder is not named"
grep -qF "run the command again" "$work/log" || fail "there is no advice"
! grep -q $'^\tat ' "$work/log" || fail "there is a stack trace"
[ "$(versions)" = "$before" ] || fail "the table was changed"
echo "ok a full disk is exit 4, with the folder named and the table as it was"

ingest "$work/large" 0
grep -qF "800 accepted" "$work/log" || fail "not all rows were loaded"
[ "$(versions | wc -l)" = "$(($(wc -l <<<"$before") + 1))" ] || fail "the load is not one commit"
echo "ok once there is room, the same command loads all in one commit"
