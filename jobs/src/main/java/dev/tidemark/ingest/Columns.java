package dev.tidemark.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns a file may have.
 *
 * @param declared their names, in the order cells are wanted in
 * @param required those every file must have; a subset of the declared
 * @param others what an undeclared column is
 */
public record Columns(List<String> declared, Set<String> required, Others others)
    implements Serializable {
  /** What a column that is not declared is. */
  public enum Others {
    /** A mistake. */
    REFUSED,
    /** A mistake that is not shown: without a header, the first row's cells stand there. */
    REFUSED_UNSEEN,
    /** A feature, if its name is lower-case letters, digits and underscores, 64 at most. */
    FEATURES
  }

  private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  public Columns {
    declared = List.copyOf(declared);
    required = Set.copyOf(required);
    if (!declared.containsAll(required)) {
      throw new IllegalArgumentException(
          "required columns " + required + " are not all declared: " + declared);
    }
  }

  /** Columns of a table that takes no others. */
  public static Columns of(List<String> declared, Set<String> required) {
    return new Columns(declared, required, Others.REFUSED);
  }

  /** Columns of a table that takes no others, and whose rows are about people. */
  public static Columns ofPeople(List<String> declared, Set<String> required) {
    return new Columns(declared, required, Others.REFUSED_UNSEEN);
  }

  /** Columns of a table that takes any feature beside them. */
  public static Columns withFeatures(List<String> declared, Set<String> required) {
    return new Columns(declared, required, Others.FEATURES);
  }

  boolean knows(String name) {
    return declared.contains(name) || takesAsFeature(name);
  }

  boolean takesAsFeature(String name) {
    return others == Others.FEATURES && !declared.contains(name) && FEATURE.matcher(name).matches();
  }
}
