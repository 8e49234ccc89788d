#!/usr/bin/env bash
# The jar on a standalone cluster of separate processes, a master and two workers on the loopback interface: `ingest` in
# client mode, with an executor killed at work (R13), and `index` in cluster mode, where the driver runs on a worker. Every
# row of every table must be that of a run in one process.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)"
work="$(mktemp -d)"
own=() # processes to end
finish() {
  kill "${own[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
unset SPARK_HOME SPARK_SUBMIT_OPTS TIDEMARK_JAVA_OPTS

fail() {
  tail -n 15 "$work"/*.log | cut -c 1-400 >&2 || true
  echo "cluster.sh: $1" >&2
  exit 1
}
# until_in FILE PATTERN: waits for a line, for a minute at most
until_in() {
  for _ in $(seq 1200); do
    if grep -qsE "$2" "$1"; then return; fi
    sleep 0.05
  done
  fail "$(basename "$1") never said: $2"
}

"$root/bin/tidemark" --version >/dev/null # builds if needed
"$root/jobs/src/test/sh/support/spark-home" "$root" "$work/spark"

cat >"$work/framework.yaml" <<'YAML'
id: small
version: "1"
title: A small assessment
periods:
  - {id: W1, start: 2019-12-28, end: 2020-01-10}
  - {id: W2, start: 2020-03-28, end: 2020-04-10}
units: units.csv
groups: [region]
weights: relative
index:
  id: overall
  aggregate: arithmetic
  children:
    - {id: points, weight: 1, score: {kind: direct}}
    - {id: days, weight: 2, score: {kind: linear, worst: 30, best: 0}}
YAML
mkdir "$work/in"
awk 'BEGIN {
  print "unit,name,region" >"'"$work"'/units.csv"
  print "period,unit,indicator,value" >"'"$work"'/in/observations.csv"
  for (unit = 1; unit <= 60; unit++) {
    printf "u%d,Unit %d,r%d\n", unit, unit, unit % 7 >"'"$work"'/units.csv"
    for (period = 1; period <= 2; period++) {
      printf "W%d,u%d,points,%d\n", period, unit, (unit * 37 + period * 11) % 101 >"'"$work"'/in/observations.csv"
      printf "W%d,u%d,days,%d\n", period, unit, (unit * 13 + period * 5) % 40 >"'"$work"'/in/observations.csv"
    }
  }
}'

# tidemark WAREHOUSE COMMAND [options]: with the Spark options in $spark. Over a few hundred rows, compiling is most of the time.
plain=(--conf spark.sql.codegen.factoryMode=NO_CODEGEN --conf spark.sql.adaptive.enabled=false
  --conf spark.sql.shuffle.partitions=2 --conf spark.databricks.delta.snapshotPartitions=1)
spark=("${plain[@]}")
tidemark() {
  local warehouse="$1" command="$2"
  shift 2
  "$root/bin/tidemark" "${spark[@]}" "$command" --framework "$work/framework.yaml" \
    --warehouse "$work/$warehouse" "$@"
}
# dump WAREHOUSE: every row of every table, as JSON, sorted; without what names the run and its time
dump() {
  local query="" table
  for table in observations ingested_files quarantine index_scores group_scores; do
    [ -d "$work/$1/$table" ] || continue
    query+="${query:+ UNION ALL }SELECT '$table' AS name, regexp_replace(to_json(struct(*)),"
    query+=" '\"(load_id|loaded_at)\":\"[^\"]*\",?', '') AS row FROM $table"
  done
  "$root/bin/tidemark" "${plain[@]}" sql --warehouse "$work/$1" --format json "$query" | sort
}

TIDEMARK_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC"
export TIDEMARK_JAVA_OPTS
(tidemark local ingest --input "$work/in" && tidemark local index && dump local >"$work/expected") >"$work/local.log" 2>&1 &
local_run=$!

small="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC"
export SPARK_DAEMON_MEMORY=256m
class=org.apache.spark.deploy
SPARK_DAEMON_JAVA_OPTS="$small" "$work/spark/bin/spark-class" $class.master.Master --host 127.0.0.1 --port 0 \
  --webui-port 0 >"$work/master.log" 2>&1 &
own+=($!)
until_in "$work/master.log" 'Starting Spark master at spark://'
master="$(sed -n 's|.*Starting Spark master at \(spark://[^ ]*\).*|\1|p' "$work/master.log")"
workers=()
for n in 1 2; do
  SPARK_DAEMON_JAVA_OPTS="$small" SPARK_WORKER_DIR="$work/worker$n" "$work/spark/bin/spark-class" \
    $class.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 2 --memory 2g "$master" >"$work/worker$n.log" 2>&1 &
  workers+=($!)
  own+=($!)
done
for n in 1 2; do until_in "$work/worker$n.log" 'Successfully registered with master'; done
wait "$local_run" || fail "the run in one process failed"
echo "ok a run in one process: $(wc -l <"$work/expected") rows; a master and two workers are up ($SECONDS s)"

export SPARK_HOME="$work/spark"
spark=(--master "$master" --total-executor-cores 2 --executor-memory 600m --driver-memory 600m
  --conf spark.executor.cores=1 --conf spark.ui.enabled=false "${plain[@]}"
  --conf "spark.executor.extraJavaOptions=$TIDEMARK_JAVA_OPTS"
  --conf "spark.driver.extraJavaOptions=$TIDEMARK_JAVA_OPTS")

# The process of an executor of the application that runs: a child of one of the workers.
executor() {
  local process
  for process in $(pgrep -P "$(IFS=, && echo "${workers[*]}")"); do
    if tr '\0' ' ' <"/proc/$process/cmdline" | grep -q -- "--executor-id $1 "; then echo "$process"; fi
  done
}
tidemark cluster ingest --input "$work/in" --verbose >"$work/client.log" 2>&1 &
client=$!
started='Starting task .* \(TID [0-9]+\) \([0-9.]+, ?executor [0-9]+'
until_in "$work/client.log" "$started"
victim="$(grep -oE "$started" "$work/client.log" | head -n 1 | sed 's/.*executor //')"
kill -KILL "$(executor "$victim")"
wait "$client" || fail "ingest failed after an executor was killed"
grep -q "Lost executor $victim " "$work/client.log" || fail "the driver did not lose executor $victim"
grep -qE 'Starting task [0-9]+\.1 in stage' "$work/client.log" || fail "the executor was killed without a task"
grep -qE 'finished with state (EXITED|KILLED|FAILED).*137' "$work"/worker?.log || fail "no worker saw exit code 137"
echo "ok R13 client mode: executor $victim was killed at work, and the load went on ($SECONDS s)"

spark+=(--deploy-mode cluster --total-executor-cores 1 --conf spark.standalone.submit.waitAppCompletion=true)
tidemark cluster index >"$work/submit.log" 2>&1 || fail "index failed in cluster mode"
[ -n "$(ls -d "$work"/worker?/driver-* 2>/dev/null)" ] || fail "no worker ran the driver"
echo "ok cluster mode: a worker ran the driver ($SECONDS s)"

unset SPARK_HOME
dump cluster >"$work/actual" 2>"$work/dump.log" || fail "the tables cannot be read"
grep -q index_scores "$work/expected" || fail "there is nothing to compare"
cmp -s "$work/expected" "$work/actual" || {
  diff "$work/expected" "$work/actual" | head -n 20 >&2 || true
  fail "the tables differ from those of a run in one process"
}
echo "ok $(wc -l <"$work/actual") rows equal those of a run in one process ($SECONDS s)"
