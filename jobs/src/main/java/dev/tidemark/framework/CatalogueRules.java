package dev.tidemark.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How catalogues of items are held against their standard: the section {@code catalogue} of the
 * framework file.
 *
 * @param except patterns of attributes that are not compared, {@code *} for any text
 * @param updatedOn the attribute that says when an item was last brought up to date
 * @param singleEntry the attribute that says whether it can be reached from the single entry
 * @param policies what items must have been brought up to date for
 */
public record CatalogueRules(
    Set<String> except, String updatedOn, String singleEntry, List<Policy> policies) {
  /** What applies where the file says nothing. */
  public static final CatalogueRules DEFAULT =
      new CatalogueRules(Set.of(), "updated-on", "single-entry", List.of());

  public CatalogueRules {
    except = Set.copyOf(except);
    policies = List.copyOf(policies);
  }

  /**
   * A policy that makes what was written before it stale.
   *
   * @param date from which it applies
   * @param title what reports call it
   * @param items it is about; empty for all
   */
  public record Policy(LocalDate date, Title title, Set<String> items) {
    public Policy {
      items = Set.copyOf(items);
    }
  }
}
