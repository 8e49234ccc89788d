package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.List;

/**
 * One file of the report.
 *
 * @param file its place in the report's folder, such as {@code units/110000.html}
 * @param title its heading
 * @param subtitle what is compared, with n and dates
 * @param chapters in order
 */
public record Page(String file, Title title, Title subtitle, List<Chapter> chapters) {
  public Page {
    chapters = List.copyOf(chapters);
  }
}
