package dev.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deploy/ ships for Kubernetes has the fields that the cluster's API has, and no others. */
class ManifestsTest {
  private static final Path DEPLOY = Path.of("../deploy/kubernetes");
  private static final Path SCHEMAS = Path.of("src/test/resources/kubernetes");

  @ParameterizedTest
  @CsvSource({
    "cronjob.yaml, cron-job.schema.json",
    "scheduled-spark-application.yaml, scheduled-spark-application.schema.json"
  })
  void aManifestFollowsItsSchema(String manifest, String schema) throws IOException {
    var yaml = Files.readString(DEPLOY.resolve(manifest));

    assertThat(schema(schema).validate(yaml, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cronjob.yaml, cron-job.schema.json, restartPolicy: Never, restartPolicy: OnFailure",
    "cronjob.yaml, cron-job.schema.json, onExitCodes:, exitCodes:",
    "scheduled-spark-application.yaml, scheduled-spark-application.schema.json, instances: 2,"
        + " instances: two",
    "scheduled-spark-application.yaml, scheduled-spark-application.schema.json, '\"true\"', true",
    "scheduled-spark-application.yaml, scheduled-spark-application.schema.json, mainClass:,"
        + " main-class:"
  })
  void whatTheClusterWouldRefuseDoesNot(String manifest, String schema, String right, String wrong)
      throws IOException {
    var yaml = Files.readString(DEPLOY.resolve(manifest));
    assertThat(yaml).contains(right);

    assertThat(schema(schema).validate(yaml.replace(right, wrong), InputFormat.YAML)).isNotEmpty();
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(name)));
  }
}
