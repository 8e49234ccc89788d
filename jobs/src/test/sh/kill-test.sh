#!/usr/bin/env bash
# R1, R2:
# R2: kills `ingest` and `index`, or the whole `refresh`, with SIGKILL at random moments, runs them again, and compares
# every row of every table with those of a run that was left alone.
#
#   jobs/src/test/sh/kill-test.sh [ROUNDS] [SEED] [refresh]      default: 3 rounds, seed 20200328, ingest and index
#
# TIDEMARK names the launcher (default: bin/tidemark of this clone). The moments are drawn from the seed over the
# measured duration of the undisturbed run, so that the same seed kills at the same shares of it.
set -euo pipefail

rounds=${1:-3}
seed=${2:-20200328}
export what=${3:-}
root=$(cd "$(dirname "$0")/../../../.." && pwd)
tidemark=${TIDEMARK:-$root/bin/tidemark}
sample=$root/data-samples/assessment-36-cities
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RANDOM=$seed

now() { date +%s%3N; }

# What index reads of the sample; a refresh reads all of it.
input=$sample
if [ "$what" != refresh ]; then
  input=$work/input
  mkdir "$input"
  cp "$sample"/{observations,visits,enquiries}.csv "$input"
fi

# Loads and scores the sample in the warehouse named, or makes all of it.
refresh() {
  if [ "$what" = refresh ]; then
    "$tidemark" refresh --framework "$sample/framework.yaml" --input "$input" --warehouse "$1"
    return
  fi
  "$tidemark" ingest --framework "$sample/framework.yaml" --input "$input" --warehouse "$1" &&
    "$tidemark" index --framework "$sample/framework.yaml" --warehouse "$1"
}
export -f refresh
export tidemark sample input
# Runs this short end before compiling pays.
export TIDEMARK_JAVA_OPTS=${TIDEMARK_JAVA_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseParallelGC \
  -Dspark.sql.codegen.factoryMode=NO_CODEGEN -Dspark.sql.shuffle.partitions=2}

# Every row of every table that is there, as JSON, sorted; without what names runs and times. After a refresh these are
# the published rows: had it not been published, the tables would not be there.
dump() {
  local query="" table
  for table in $(cd "$1" && ls -d -- */ | tr -d / | grep -vxE 'refresh_runs|publications'); do
    query+="${query:+ UNION ALL }SELECT '$table' AS name, regexp_replace(to_json(struct(*)),"
    query+=" '\"(load_id|loaded_at)\":\"[^\"]*\",?', '') AS row FROM $table"
  done
  "$tidemark" sql --warehouse "$1" --format json "$query" 2>"$work/sql.log" | sort
}

fail() {
  echo "kill-test: $1" >&2
  tail -n 20 "$work"/*.log >&2 || true
  exit 1
}

start=$(now)
refresh "$work/undisturbed" >"$work/undisturbed.log" 2>&1 || fail "the undisturbed run failed"
duration=$(($(now) - start))
dump "$work/undisturbed" >"$work/expected" || fail "the undisturbed tables cannot be read"
rows=$(wc -l <"$work/expected")
[ "$rows" -gt 1000 ] || fail "the undisturbed run left $rows rows only"
echo "undisturbed: $rows rows in $((duration / 1000)).$((duration % 1000 / 100)) s; seed $seed"

for ((round = 1; round <= rounds; round++)); do
  warehouse=$work/warehouse
  rm -rf "$warehouse"
  moment=$((duration * (RANDOM * 32768 + RANDOM) / (32768 * 32768)))

  # A group of its own, so that the kill reaches the JVM below the launcher.
  setsid bash -c 'refresh "$1"' refresh "$warehouse" >"$work/killed.log" 2>&1 &
  group=$!
  sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
  kill -KILL -- "-$group" 2>/dev/null || true
  code=0
  wait "$group" 2>/dev/null || code=$?
  # A run killed early has not made the folder.
  left=$({ find "$warehouse" -name '*.json' -path '*_delta_log*' 2>/dev/null || true; } | wc -l)

  refresh "$warehouse" >"$work/again.log" 2>&1 || fail "round $round: the second run failed"
  dump "$warehouse" >"$work/actual" || fail "round $round: the tables cannot be read"
  cmp -s "$work/expected" "$work/actual" || {
    diff "$work/expected" "$work/actual" | head -n 20 >&2 || true
    fail "round $round: killed after $moment ms, the tables differ"
  }
  echo "round $round: killed after $moment ms (exit $code, $left commits made); second run: all $rows rows equal"
done
echo "kill-test: $rounds of $rounds rounds equal the undisturbed run"
