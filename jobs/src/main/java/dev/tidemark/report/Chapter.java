package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.List;

/** A part of a page under one heading. */
public record Chapter(String id, Title title, List<Block> blocks) {
  public Chapter {
    blocks = List.copyOf(blocks);
  }
}
