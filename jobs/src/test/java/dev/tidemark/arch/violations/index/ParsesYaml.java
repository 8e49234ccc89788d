package dev.tidemark.arch.violations.index;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Breaks a rule on purpose. */
public final class ParsesYaml {
  String format() {
    return new YAMLFactory().getFormatName();
  }
}
