package dev.tidemark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files a page is made of beside its words. */
final class Assets {
  private Assets() {}

  /** Apache ECharts, as its npm package has it: docs/adr/0090. */
  static String echarts() {
    return read("echarts/echarts.min.js");
  }

  static String charts() {
    return read("charts.js");
  }

  static String page() {
    return read("page.js");
  }

  static String style() {
    return read("page.css");
  }

  static String read(String name) {
    try (var file = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      if (name.endsWith(".js") && (text.contains("</script") || text.contains("<!--"))) {
        throw new IllegalStateException(name + " cannot stand inside a page.");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
