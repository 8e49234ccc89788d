package dev.tidemark.framework;

import java.util.Locale;

/** A level of government that keeps a catalogue of items, the highest first. */
public enum ItemLevel {
  /** Provinces, and what has their rank. */
  PROVINCE,
  /** Cities and prefectures. */
  CITY,
  /** Counties and districts. */
  COUNTY,
  /** Townships and subdistricts. */
  TOWNSHIP;

  /** Its name in files and tables, such as {@code city}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
