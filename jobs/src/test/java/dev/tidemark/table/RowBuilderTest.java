package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RowBuilderTest {
  @Test
  void cellsStandInTheOrderOfTheTableAndNullWhereNoneWasGiven() {
    var row = new RowBuilder(Tables.RANK_SENSITIVITY).with(Col.FACTOR, "a").row();

    assertThat(row.size()).isEqualTo(Tables.RANK_SENSITIVITY.schema().size());
    assertThat(row.get(3)).isEqualTo("a");
    assertThat(row.isNullAt(0)).isTrue();
  }

  @Test
  void noNumberIsNull() {
    var row =
        new RowBuilder(Tables.RANK_SENSITIVITY)
            .withNumber(Col.FIRST_ORDER, Double.NaN)
            .withNumber(Col.TOTAL_ORDER, 0.5)
            .row();

    assertThat(row.isNullAt(4)).isTrue();
    assertThat(row.get(6)).isEqualTo(0.5);
  }

  @Test
  void aColumnTheTableDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> new RowBuilder(Tables.RANK_SENSITIVITY).with(Col.SCORE, 1.0))
        .isInstanceOf(NoSuchElementException.class);
  }
}
