package dev.tidemark.report;

import dev.tidemark.framework.Title;
import java.util.List;

/** What a chapter is made of. */
public sealed interface Block permits Chart, ShownTable, Tiles {
  /** Names it in the page and names its file of data: letters, digits and hyphens. */
  String id();

  /** What it shows. */
  Title title();

  /** What it says, computed from its data. */
  List<Title> sentences();

  /** Its n, its periods, and how it is rounded. */
  Title note();

  /** Its data, unrounded. */
  Grid data();

  /** For the template. */
  default String type() {
    return getClass().getSimpleName();
  }
}
