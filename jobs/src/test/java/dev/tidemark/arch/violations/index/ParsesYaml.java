package dev.tidemark.arch.violations.index;

import org.yaml.snakeyaml.LoaderOptions;

/** Breaks a rule on purpose. */
public final class ParsesYaml {
  int nesting() {
    return new LoaderOptions().getNestingDepthLimit();
  }
}
