#!/usr/bin/env bash
# R1, R2, R21: ends `refresh` in the middle, runs it again, and compares every row of every table with those of a run that
# was left alone.
#
#   jobs/src/test/sh/kill-test.sh [ROUNDS] [SEED] [sample]      default: 3 rounds, seed 20200328, a small assessment
#
# The first round, and then each sixth, dies within a commit, before the version has its name or right after; the third is
# terminated (SIGTERM) while it scores; all others are killed (SIGKILL) some time after a commit. Which one and how long
# after is drawn from the seed, so that a slow machine kills at the same places. With `sample` it is the refresh of the 36
# cities.
set -euo pipefail

rounds=${1:-3}
seed=${2:-20200328}
root=$(cd "$(dirname "$0")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RANDOM=$seed

now() { date +%s%3N; }

if [ "${3:-}" = sample ]; then
  framework=$root/data-samples/assessment-36-cities/framework.yaml
  input=$root/data-samples/assessment-36-cities
else
  "$root/jobs/src/test/sh/support/assessment" "$work"
  framework=$work/framework.yaml
  input=$work/in
fi

# refresh WAREHOUSE [spark options]
refresh() {
  local warehouse=$1
  shift
  exec "$root/bin/tidemark" "$@" refresh --framework "$framework" --input "$input" --warehouse "$warehouse"
}
export -f refresh
export root framework input

# Every row of every table that is there, as JSON, sorted; without what names runs and times. These are the published
# rows: had it not been published, the tables would not be there. And which runs were cancelled, in $work/cancelled.
dump() {
  local query="SELECT 'cancelled' AS name, job AS row FROM refresh_runs WHERE status = 'cancelled'" table
  for table in $(cd "$1" && ls -d -- */ | tr -d / | grep -vxE 'refresh_runs|publications'); do
    query+=" UNION ALL SELECT '$table' AS name, regexp_replace(to_json(struct(*)),"
    query+=" '\"(load_id|loaded_at)\":\"[^\"]*\",?', '') AS row FROM $table"
  done
  "$root/bin/tidemark" sql --warehouse "$1" --format json "$query" 2>"$work/sql.log" >"$work/rows"
  grep '"name":"cancelled"' "$work/rows" >"$work/cancelled" || true
  grep -v '"name":"cancelled"' "$work/rows" | sort
}

fail() {
  echo "kill-test: $1" >&2
  tail -n 20 "$work"/*.log >&2 || true
  exit 1
}

"$root/bin/tidemark" --version >/dev/null # builds if needed
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -proc:none -d "$work/dying" \
  -cp "$root/jobs/target/tidemark-jobs.jar:$(<"$root/jobs/target/launcher/classpath")" \
  "$root/jobs/src/test/java/dev/tidemark/table/DyingLogStore.java"

start=$(now)
(refresh "$work/undisturbed") >"$work/undisturbed.log" 2>&1 || fail "the undisturbed run failed"
duration=$(($(now) - start))
commits=$(find "$work/undisturbed" -name '*.json' -path '*_delta_log*' | wc -l)
dump "$work/undisturbed" >"$work/expected" || fail "the undisturbed tables cannot be read"
rows=$(wc -l <"$work/expected")
[ "$rows" -gt 500 ] || fail "the undisturbed run left $rows rows only"
echo "undisturbed: $rows rows in $commits commits, $((duration / 1000)).$((duration % 1000 / 100)) s; seed $seed"

warehouse=$work/warehouse
# in_background [spark options]: a group of its own, so that a signal reaches the JVM below the launcher
in_background() {
  setsid bash -c 'refresh "$@"' refresh "$warehouse" "$@" >"$work/killed.log" 2>&1 &
  group=$!
}
# commits_made: how many the tables have
commits_made() {
  { find "$warehouse" -name '*.json' -path '*_delta_log*' 2>/dev/null || true; } | wc -l
}
# ended SIGNAL: sets code
ended() {
  [ "$1" = none ] || kill -"$1" -- "-$group" 2>/dev/null || true
  code=0
  wait "$group" 2>/dev/null || code=$?
}

late=0
for ((round = 1; round <= rounds; round++)); do
  rm -rf "$warehouse"
  if [ "$round" = 1 ] || [ $((round % 6)) = 4 ]; then
    commit=$((1 + RANDOM % commits))
    when=$([ $((round % 4)) = 1 ] && echo before || echo after)
    how="R1 killed at commit $commit, $when it had its name"
    TIDEMARK_JAVA_OPTS="-Dtidemark.dies=$commit-$when" in_background --jars "$work/dying" \
      --conf spark.delta.logStore.file.impl=dev.tidemark.table.DyingLogStore
    ended none
    [ "$code" = 137 ] || fail "round $round: exit code $code, not 137"
    [ "$when" = after ] || [ "$(find "$warehouse" -name '.*.json.*.tmp' | wc -l)" -ge 1 ] || fail "round $round: no draft"
  elif [ "$round" = 3 ]; then
    how="R21 terminated while it scored"
    in_background
    for _ in $(seq 2400); do
      if grep -q '^index: scoring' "$work/killed.log" || ! kill -0 "$group" 2>/dev/null; then break; fi
      sleep 0.05
    done
    ended TERM
    [ "$code" = 143 ] || fail "round $round: exit code $code, not 143"
    [ ! -e "$warehouse/_refresh.lock" ] || fail "round $round: the lock was not released"
  else
    commit=$((RANDOM % (commits - 2)))
    moment=$((RANDOM % (1 + 2 * duration / commits)))
    how="R2 killed $moment ms after commit $commit"
    in_background
    while [ "$(commits_made)" -lt "$commit" ] && kill -0 "$group" 2>/dev/null; do sleep 0.02; done
    sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
    ended KILL
    if [ "$code" = 0 ]; then
      # Near the end the rest may be quicker than that: such a round shows nothing, and another is drawn.
      [ $((late += 1)) -le "$rounds" ] || fail "round $round: $late kills came after the end"
      echo "round $round: $how came after the end; drawn again"
      round=$((round - 1))
      continue
    fi
    [ "$code" = 137 ] || fail "round $round: $how: exit code $code, not 137"
  fi
  left=$(commits_made)

  (refresh "$warehouse") >"$work/again.log" 2>&1 || fail "round $round: $how; the second run failed"
  dump "$warehouse" >"$work/actual" || fail "round $round: $how; the tables cannot be read"
  cmp -s "$work/expected" "$work/actual" || {
    diff "$work/expected" "$work/actual" | head -n 20 >&2 || true
    fail "round $round: $how; the tables differ"
  }
  [ "$code" != 143 ] || [ -s "$work/cancelled" ] || fail "round $round: no job is written down as cancelled"
  echo "ok $how (exit $code, $left commits made); the second run leaves all $rows rows equal"
done
# A master that is none: the second refresh of a warehouse that is up to date opens no session.
(refresh "$work/undisturbed" --master local-none) >"$work/idle.log" 2>&1 || fail "a refresh with nothing new needs Spark"
grep -q '^Nothing is stale; nothing was written.' "$work/idle.log" || fail "the second refresh is not idle"
echo "kill-test: $rounds of $rounds rounds equal the undisturbed run ($SECONDS s)"
