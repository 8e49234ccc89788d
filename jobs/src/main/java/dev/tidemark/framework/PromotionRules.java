package dev.tidemark.framework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How it is ranked what to put online next: the section {@code promotion} of the framework file.
 *
 * @param level whose rows of {@code items} are read
 * @param attributes which attributes of {@code items} say what
 * @param demand where demand is told, the first choice first; a period takes the first that tells
 *     any; empty if demand is the same for all
 * @param pain what makes a visit painful
 * @param claims the words of each depth, in lower case, the depth's name among them; no word is in
 *     two
 * @param technologies what may be missing, unique by id
 * @param weights exponents of the parts of the score
 */
public record PromotionRules(
    ItemLevel level,
    Attributes attributes,
    List<DemandSource> demand,
    PainSource pain,
    Map<OnlineDepth, Set<String>> claims,
    List<Technology> technologies,
    Weights weights) {
  /** What applies where the file says nothing. */
  public static final PromotionRules DEFAULT =
      new PromotionRules(
          ItemLevel.CITY,
          new Attributes(
              "annual-applications", "claimed-depth", "department", "field:", "technology:"),
          List.of(DemandSource.ITEMS, DemandSource.MESSAGES),
          PainSource.VISITS,
          Map.of(
              OnlineDepth.PUBLISHED, Set.of("published", "published-only", "信息公开"),
              OnlineDepth.PRE_REVIEW, Set.of("pre-review", "网上预审"),
              OnlineDepth.APPLY, Set.of("apply", "网上申请", "网上申报"),
              OnlineDepth.FULL, Set.of("full", "online", "全程网办")),
          DefaultTechnologies.ALL,
          new Weights(1, 1, 1, 1));

  public PromotionRules {
    demand = List.copyOf(demand);
    claims =
        claims.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, words -> Set.copyOf(words.getValue())));
    technologies = List.copyOf(technologies);
  }

  /**
   * Attributes of {@code items}, all different.
   *
   * @param demand how often the item is applied for in a year
   * @param claimedDepth how far it is said to be online
   * @param department who is responsible for it
   * @param fields begins the attributes that say what the form asks, and who holds it already
   * @param technologies begins the attributes that say which technology is there
   */
  public record Attributes(
      String demand, String claimedDepth, String department, String fields, String technologies) {}

  /** Where demand is told. */
  public enum DemandSource {
    /** Applications a year, an attribute of the catalogue. */
    ITEMS,
    /** The messages that name the stage. */
    MESSAGES
  }

  /** What makes a visit painful. */
  public enum PainSource {
    /** That it is one of more than the unit's "at most". */
    VISITS,
    /** That people who wrote of the stage were not helped. */
    MESSAGES
  }

  /**
   * A technology whose lack sends people to an office.
   *
   * @param id names it
   * @param title what reports call it
   * @param reasons patterns of {@code visits.reason} that tell of its lack; {@code *} stands for
   *     any text, capitals do not matter
   * @param steps of {@code visits.step} that tell of it where no technology's reason does
   * @param shownBy ways of handling that show that a unit has it
   */
  public record Technology(
      String id, Title title, Set<String> reasons, Set<String> steps, Set<String> shownBy) {
    public Technology {
      reasons = Set.copyOf(reasons);
      steps = Set.copyOf(steps);
      shownBy = Set.copyOf(shownBy);
    }
  }

  /** Exponents of the parts, not negative, one of them above 0. */
  public record Weights(double demand, double visits, double pain, double readiness) {
    /** Their sum, above 0. */
    public double sum() {
      return demand + visits + pain + readiness;
    }
  }
}
