package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.List;
import java.util.Map;

/**
 * A picture.
 *
 * @param draw which function of charts.js draws it
 * @param settings what that function is told beside the data: numbers, texts, lists and maps
 */
public record Chart(
    String id,
    String draw,
    Title title,
    List<Title> sentences,
    Title note,
    Grid data,
    Map<String, Object> settings)
    implements Block {
  public Chart {
    sentences = List.copyOf(sentences);
    settings = Map.copyOf(settings);
  }
}
