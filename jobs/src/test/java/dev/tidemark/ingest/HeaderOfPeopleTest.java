package dev.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a header should be stands what a person wrote. */
class HeaderOfPeopleTest {
  private static final ReadOptions OPTIONS =
      ReadOptions.of(Columns.ofPeople(List.of("id", "text"), Set.of("id", "text")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,13812345678",
        "1;13812345678",
        "13812345678,13812345678",
        "id,text,13812345678"
      })
  void itsCellsAreToldByNumberOnly(String first) throws IOException {
    var fault = Delivered.csv(first + "\n2,x\n").fault(OPTIONS);

    assertThat(fault.reason()).isEqualTo(Reason.BAD_HEADER);
    assertThat(fault.value()).isNull();
    assertThat(fault.hint()).contains("cell ").doesNotContain("138");
  }
}
