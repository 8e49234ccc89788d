package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Scoring;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.support.Frameworks;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
  @Test
  void everyTableOfResultsIsWrittenByOneJobOfTheRefresh() {
    var written = Pipeline.jobs().stream().flatMap(job -> job.writes().stream()).toList();

    assertThat(written).doesNotHaveDuplicates();
    assertThat(written)
        .containsAll(
            Tables.all().stream().filter(table -> table.role() == TableSpec.Role.OUTPUT).toList());
  }

  @Test
  void whatAJobReadsIsAnInputOrWrittenByAnotherJob() {
    var framework =
        Frameworks.framework(
            List.of("P1"),
            List.of("a"),
            Frameworks.root(Frameworks.leaf("any", 1, new Scoring.Direct())));

    for (TableJob job : Pipeline.jobs()) {
      assertThat(job.reads(framework).stream().map(Reads::table))
          .as(job.name())
          .doesNotContainAnyElementsOf(job.writes())
          .allMatch(
              table ->
                  table.role() == TableSpec.Role.INPUT || table.role() == TableSpec.Role.OUTPUT);
    }
  }
}
