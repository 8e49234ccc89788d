package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTablesTest {
  @Test
  void eachTopicHoldsRowsOfOneTableAndATableMayComeFromSeveral() {
    assertThat(TopicTables.of(List.of("messages=letters", "messages=hotline=2", "visits=v")))
        .containsOnlyKeys("letters", "hotline=2", "v")
        .containsEntry("hotline=2", Tables.MESSAGES);
    assertThatThrownBy(() -> TopicTables.of(List.of("messages=letters", "items=letters")))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("the topic letters twice");
  }

  @Test
  void anUnknownTableIsWrongUsageAndTheNearestIsNamed() {
    assertThatThrownBy(() -> TopicTables.of(List.of("mesages=letters")))
        .isInstanceOf(UsageWrong.class)
        .hasMessageStartingWith(
            "--topic: mesages is not an input table; did you mean messages? There are: ");
  }

  @Test
  void aTopicWithoutATableIsWrongUsage() {
    assertThatThrownBy(() -> TopicTables.of(List.of("letters")))
        .isInstanceOf(UsageWrong.class)
        .hasMessageContaining("Write TABLE=TOPIC");
    assertThatThrownBy(() -> TopicTables.of(List.of("messages=")))
        .hasMessageContaining("Write TABLE=TOPIC");
  }
}
