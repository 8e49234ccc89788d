#!/usr/bin/env bash
# What deploy/ ships does what it says: exit codes become "again" or "no more", and each file is one that its scheduler
# takes. Seconds, no Spark; what a program of the scheduler's would check further is left to it where it is not there.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
fail() {
  echo "deploy.sh: $1" >&2
  exit 1
}

# A command that exits with one code after the other, and counts.
cat >"$work/command" <<'COMMAND'
#!/usr/bin/env bash
echo run >>"$WORK/runs"
exit "$(sed -n "$(wc -l <"$WORK/runs")p" "$WORK/codes")"
COMMAND
chmod +x "$work/command"
# runs CODES EXPECTED-CODE EXPECTED-RUNS
runs() {
  local code=0
  rm -f "$work/runs"
  tr ' ' '\n' <<<"$1" >"$work/codes"
  WORK="$work" TIDEMARK_PAUSE=0 "$root/deploy/refresh" "$work/command" >/dev/null 2>&1 || code=$?
  [ "$code" = "$2" ] || fail "$1 became exit code $code instead of $2"
  [ "$(wc -l <"$work/runs")" = "$3" ] || fail "$1 ran $(wc -l <"$work/runs") times instead of $3"
}
runs "0" 0 1
runs "1" 1 1
runs "2" 2 1
runs "3" 3 1
runs "4 4 0" 0 3
runs "137 0" 0 2
runs "4 3" 3 2
runs "4 4 4 4 4" 4 4
runs "143" 143 1
echo "ok deploy/refresh tries 4 and deaths again, and takes 1, 2 and 3 for final"

cat >"$work/waiting" <<'COMMAND'
#!/usr/bin/env bash
trap 'echo ended >"$WORK/ended"; exit 143' TERM
echo up >"$WORK/up"
sleep 60 &
wait
COMMAND
chmod +x "$work/waiting"
for signal in TERM:143 INT:130; do
  rm -f "$work/up" "$work/ended"
  WORK="$work" env --default-signal=INT "$root/deploy/refresh" "$work/waiting" &
  refresh=$!
  for _ in $(seq 100); do [ -e "$work/up" ] || sleep 0.1; done
  kill -s "${signal%:*}" "$refresh"
  code=0
  wait "$refresh" || code=$?
  [ "$code" = "${signal#*:}" ] || fail "${signal%:*} became exit code $code"
  [ -e "$work/ended" ] || fail "${signal%:*} was not handed on before deploy/refresh ended"
done
echo "ok deploy/refresh hands signals on, waits, and tries no more"

"$root/deploy/jars" "$work/jars of it"
for jar in tidemark-jobs delta-spark delta-storage onnxruntime kafka-clients; do
  [ -n "$(find "$work/jars of it" -name "$jar*.jar" -print -quit)" ] || fail "deploy/jars copies no $jar"
done
! ls "$work/jars of it" | grep -q '^spark-core' || fail "deploy/jars copies Spark"
echo "ok deploy/jars copies what Spark lacks"

python3 - "$root" <<'PYTHON'
import re, runpy, sys, types

root = sys.argv[1]


class Failed(Exception):
    pass


class FailedForGood(Exception):
    pass


# Airflow as far as the DAG knows it: the operator raises what spark-submit's hook raises.
made = []


class Operator:
    def __init__(self, **options):
        self.options = options
        made.append(self)

    def execute(self, context):
        if context:
            raise Failed(f"Cannot execute: spark-submit. Error code is: {context}.")


class Dag:
    def __init__(self, **options):
        assert options["catchup"] is False and options["max_active_runs"] == 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def module(name, **content):
    made_module = types.ModuleType(name)
    made_module.__dict__.update(content)
    sys.modules[name] = made_module


module("airflow", DAG=Dag)
module("airflow.exceptions", AirflowException=Failed, AirflowFailException=FailedForGood)
for name in ("", ".apache", ".apache.spark", ".apache.spark.operators"):
    module("airflow.providers" + name)
module("airflow.providers.apache.spark.operators.spark_submit", SparkSubmitOperator=Operator)
runpy.run_path(f"{root}/deploy/airflow/tidemark_refresh.py")
(task,) = made
outcomes = {}
for code in (0, 1, 2, 3, 4, 137):
    try:
        task.execute(code)
        outcomes[code] = "done"
    except Failed:
        outcomes[code] = "again"
    except FailedForGood:
        outcomes[code] = "final"
assert outcomes == {0: "done", 1: "final", 2: "final", 3: "final", 4: "again", 137: "again"}, outcomes
assert task.options["application_args"][0] == "refresh" and task.options["retries"] > 0
print("ok the Airflow task retries 4 and deaths, and fails for good on 1, 2 and 3")

# The version the images have is the build's.
spark = re.search("<spark.version>(.*?)<", open(f"{root}/pom.xml").read()).group(1)
assert f"sparkVersion: {spark}" in open(f"{root}/deploy/kubernetes/scheduled-spark-application.yaml").read()
assert f"spark:{spark}-" in open(f"{root}/deploy/kubernetes/Dockerfile").read()
print("ok Spark's version in deploy/ is the build's")
PYTHON

if command -v systemd-analyze >/dev/null; then
  # The programs it names lie elsewhere on this machine.
  sed "s|/opt/tidemark|$root|" "$root/deploy/systemd/tidemark-refresh.service" >"$work/tidemark-refresh.service"
  cp "$root/deploy/systemd/tidemark-refresh.timer" "$work"
  systemd-analyze verify "$work/tidemark-refresh.timer" "$work/tidemark-refresh.service" >"$work/verify" 2>&1 ||
    fail "systemd-analyze: $(cat "$work/verify")"
  ! grep "tidemark-refresh" "$work/verify" >&2 || fail "systemd-analyze warns"
  echo "ok systemd takes the service and the timer"
else
  echo "deploy.sh: systemd-analyze is not here, so the units were not checked"
fi
