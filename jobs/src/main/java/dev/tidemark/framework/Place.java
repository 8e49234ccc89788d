package dev.tidemark.framework;

import java.util.Optional;

/**
 * Where something stands in the framework file.
 *
 * @param within the place around it; empty for the whole file
 * @param step how it is reached from there: {@code .key} or {@code [index]}
 * @param line from 1
 */
record Place(Optional<Place> within, String step, int line) {
  private static final String PLAIN_KEY = "[\\p{L}\\p{Nd}_<][\\p{L}\\p{M}\\p{Nd}_<-]{0,63}";

  static Place wholeFile() {
    return new Place(Optional.empty(), "", 1);
  }

  Place key(String key, int keyLine) {
    var step = key.matches(PLAIN_KEY) ? "." + key : "[" + Quote.of(key) + "]";
    return new Place(Optional.of(this), step, keyLine);
  }

  Place item(int index, int itemLine) {
    return new Place(Optional.of(this), "[" + index + "]", itemLine);
  }

  /** Such as {@code index.children[1].score.worst}; blank for the whole file. */
  String path() {
    var path = new StringBuilder(step);
    for (var outer = within; outer.isPresent(); outer = outer.get().within()) {
      path.insert(0, outer.get().step());
    }
    return path.indexOf(".") == 0 ? path.substring(1) : path.toString();
  }

  @Override
  public String toString() {
    return within.isEmpty() ? "line " + line : path() + ", line " + line;
  }
}
