#!/usr/bin/env bash
# bin/tidemark and the jar as users meet them: processes, exit codes, signals, spark-submit. Runs after the build.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
unset SPARK_HOME SPARK_SUBMIT_OPTS TIDEMARK_JAVA_OPTS

# run EXPECTED-EXIT-CODE COMMAND…: leaves $work/out and $work/err
run() {
  local expected="$1" code=0
  shift
  "$@" >"$work/out" 2>"$work/err" || code=$?
  [ "$code" = "$expected" ] || wrong "exit code $code instead of $expected: $*"
}
wrong() {
  echo "launcher.sh: $1" >&2
  for stream in out err; do sed "s/^/  $stream: /" "$work/$stream" >&2; done
  exit 1
}
prints() { grep -qe "$1" "$work/out" || wrong "stdout lacks: $1"; }
says() { grep -qe "$1" "$work/err" || wrong "stderr lacks: $1"; }
is_quiet() { [ ! -s "$work/err" ] || wrong "stderr is not empty"; }
holds() { echo "ok $1"; }

# Builds if needed; what follows starts without Maven.
"$root/bin/tidemark" --version >/dev/null
jar="$root/jobs/target/tidemark-jobs.jar"
cd "$work"

run 0 "${JAVA_HOME:+$JAVA_HOME/bin/}jar" tf "$jar"
! grep -qE '^(org/apache/(spark|hadoop)|scala|io/delta|picocli|org/yaml|META-INF/services)/' "$work/out" ||
  wrong "the jar holds what a cluster brings, or a library under its own name"
prints '^dev/tidemark/Main.class$'
prints '^dev/tidemark/shaded/picocli/CommandLine.class$'
prints '^META-INF/NOTICE$'
holds "the jar is thin and has its small libraries inside, renamed"

run 0 "$root/bin/tidemark" --version
prints '^tidemark [0-9]'
is_quiet
run 0 "$root/bin/tidemark" tables index_scores
prints 'one row is'
is_quiet
holds "commands without a session print nothing but their result"

mkdir "a folder"
ln -s "$root/bin/tidemark" "a folder/linked"
ln -s linked "a folder/tide mark"
run 0 "a folder/tide mark" tables
prints '^index_scores '
holds "the launcher works through links, from folders with spaces"

run 2 "$root/bin/tidemark" tabels
says 'tidemark tables'
run 2 "$root/bin/tidemark" --master spark://localhost:7077 tables
says 'SPARK_HOME'
run 2 "$root/bin/tidemark" --executor-memory 2g tables
says 'SPARK_HOME'
run 2 "$root/bin/tidemark" --master
says 'needs a value'
run 2 env SPARK_HOME="$work" "$root/bin/tidemark" tables
says 'no bin/spark-submit'
holds "wrong usage of the launcher exits 2 and says what to do"

mkdir big
head -c 9000000 /dev/zero >big/observations.csv
# flags [command]: how Java would be started, by what it says itself
flags() { run 2 env TIDEMARK_JAVA_OPTS="-XX:+PrintCommandLineFlags ${gc:-}" "$root/bin/tidemark" "$@"; }
sample="$root/data-samples/assessment-36-cities"
flags refresh -f nowhere -i "$sample"
prints 'TieredStopAtLevel=1.*UseSerialGC'
flags refresh -f nowhere --input="$sample" -i big
! grep -q TieredStopAtLevel "$work/out" || wrong "nine megabytes are not small"
for place in --warehouse=s3a://bucket/warehouse -whdfs:/warehouse "--conf spark.hadoop.fs.defaultFS=hdfs://host"; do
  # shellcheck disable=SC2086 # two words in one
  flags refresh "--framework=$sample/nowhere" $place
  ! grep -q TieredStopAtLevel "$work/out" || wrong "nobody knows how much there is in $place"
done
gc=-XX:+UseParallelGC flags refresh -f "$sample/nowhere"
prints 'TieredStopAtLevel=1.*UseParallelGC'
holds "what is small runs with the first compiler alone, what is large with both"

cp -r "$root/bin" "$root/pom.xml" .
mkdir -p jobs/src/main
run 1 env TIDEMARK_BUILD=never bin/tidemark tables
says "TIDEMARK_BUILD is never, and the clone $(pwd -P) is not built"
[ ! -e jobs/target ] || wrong "a build began"
run 0 env TIDEMARK_BUILD=never "$root/bin/tidemark" tables
holds "whoever may not build is told so, and runs what is built"

mkdir -p java25/bin
printf '#!/bin/sh\necho "openjdk version \\"25.0.1\\" 2025-10-21" >&2\n' >java25/bin/java
chmod +x java25/bin/java
run 1 env JAVA_HOME="$work/java25" "$root/bin/tidemark" tables
says 'Java 17 or 21, not 25'
run 1 env JAVA_HOME="$work/nowhere" "$root/bin/tidemark" tables
says 'There is no Java'
holds "another Java, or none, is told before Spark fails on it"

run 2 "$root/bin/tidemark" sql --warehouse nowhere "SELECT * FROM index_scores"
says '^tidemark: The query cannot be run: there is no table .*index_scores.* in the warehouse nowhere'
[ "$(wc -l <"$work/err")" = 1 ] || wrong "more than the message on stderr"
[ ! -e spark-warehouse ] || wrong "Spark left a folder behind"
holds "a missing warehouse is one message, and nothing of Spark's log"

run 0 "$root/bin/tidemark" --master 'local[1]' --conf spark.app.name=named sql --verbose --format csv \
  "SELECT 40 + 2 AS answer"
prints '^42'
says 'Running Spark version'
says 'Submitted application: named'
holds "--master local[N] and --conf reach the session, --verbose shows Spark's log"

# R21. A query that would take days; the signal comes once Spark works on it.
endless="SELECT sum(a.id * b.id) FROM range(100000000) a CROSS JOIN range(100000000) b"
for signal in TERM:143 INT:130; do
  # What a shell starts behind itself is deaf to INT, and so is what a deaf shell starts.
  env --default-signal=INT "$root/bin/tidemark" sql --verbose "$endless" >out 2>err &
  tidemark=$!
  for _ in $(seq 300); do
    if grep -q 'Starting task' err || ! kill -0 "$tidemark" 2>/dev/null; then break; fi
    sleep 0.2
  done
  kill -s "${signal%:*}" "$tidemark"
  code=0
  wait "$tidemark" || code=$?
  [ "$code" = "${signal#*:}" ] || wrong "exit code $code after ${signal%:*}"
  says '^tidemark: Interrupted. No table is half-written'
  ! grep -q '^tidemark: Internal failure' err || wrong "an interruption is reported as a failure"
done
holds "TERM and INT reach Java, which exits 143 and 130 with one line"

# A Spark distribution in small: the jars Maven resolved, without Delta and what reads texts, and a spark-submit.
export SPARK_HOME="$work/spark home"
"$root/jobs/src/test/sh/support/spark-home" "$root" "$SPARK_HOME"

run 0 "$root/bin/tidemark" tables
prints '^index_scores '
run 2 "$root/bin/tidemark" --master 'local[1]' tables index_score
says '^tidemark: There is no table index_score'
holds "spark-submit runs the jar and passes its exit code on"

# Over the sample, compiling is most of the time.
plain=(--conf spark.sql.codegen.factoryMode=NO_CODEGEN --conf spark.sql.adaptive.enabled=false
  --conf spark.sql.shuffle.partitions=1)
run 0 env TIDEMARK_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC" "$root/bin/tidemark" --master 'local[2]' \
  --conf spark.ui.enabled=false --driver-memory 1g "${plain[@]}" demo --out demo
prints '^Overall'
[ -d demo/warehouse/index_scores/_delta_log ] || wrong "the demo left no Delta table"
# Java's warning about an incubator module is spark-submit's own, before any setting of ours is read.
! grep -v 'Using incubator modules' "$work/err" | grep -qE 'WARN|INFO|Exception' || wrong "Spark's log is on stderr"
holds "spark-submit gets Delta and what reads texts, and runs the demo"
