package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.Title;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Title TITLE = Title.of("A");
  private static final Page PAGE = new Page("index.html", TITLE, TITLE, List.of());

  @Test
  void theFirstPageOfALiveReportReloadsItselfAndNoOtherDoes() throws IOException {
    var live = new Pages(TITLE, Language.EN, 60);
    var reload = "<meta http-equiv=\"refresh\" content=\"60\">";

    assertThat(live.first(PAGE)).contains(reload);
    assertThat(live.other(PAGE)).doesNotContain("http-equiv=\"refresh\"");
    assertThat(new Pages(TITLE, Language.EN, 0).first(PAGE))
        .doesNotContain("http-equiv=\"refresh\"");
  }
}
