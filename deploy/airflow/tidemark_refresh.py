"""Refreshes Tidemark's tables each night, on the cluster of the Airflow connection spark_default.

Input and warehouse are URIs that the cluster sees; the framework file and the units file beside it are on the machine
that runs spark-submit. Client mode: only there is the exit code Tidemark's own.
"""

import re
from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

TIDEMARK = "/opt/tidemark"
ASSESSMENT = "/srv/assessment"
INPUT = "hdfs:///tidemark/input"
WAREHOUSE = "hdfs:///tidemark/warehouse"

# What another try does not mend: 1 internal failure, 2 wrong usage or framework, 3 input rejected.
FINAL = {1, 2, 3}


class TidemarkOperator(SparkSubmitOperator):
    """Fails for good where Tidemark's exit code is final, so that retries are left for 4, try again."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            code = re.search(r"Error code is: (\d+)", str(failure))
            if code and int(code.group(1)) in FINAL:
                raise AirflowFailException(str(failure)) from failure
            raise


with DAG(
    dag_id="tidemark_refresh",
    schedule="30 2 * * *",
    start_date=datetime(2024, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["tidemark"],
):
    TidemarkOperator(
        task_id="refresh",
        conn_id="spark_default",
        application=f"{TIDEMARK}/spark-jars/tidemark-jobs.jar",
        java_class="dev.tidemark.Main",
        deploy_mode="client",
        jars=f"{TIDEMARK}/spark-jars/*.jar",  # made by: deploy/jars /opt/tidemark/spark-jars
        application_args=[
            "refresh",
            "--framework", f"{ASSESSMENT}/framework.yaml",
            "--input", INPUT,
            "--warehouse", WAREHOUSE,
        ],
        retries=3,
        retry_delay=timedelta(minutes=5),
        retry_exponential_backoff=True,
        execution_timeout=timedelta(hours=6),
    )
