package dev.tidemark.issues;

import dev.tidemark.framework.IssueTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How probably two texts are about one issue: a logistic function of how near their vectors are,
 * how many runs of characters they share, and whether the places they name agree. docs/adr/0074
 * says where the weights are from.
 */
final class Links {
  private static final String UNIT = "unit ";
  private static final String PLACE = "place ";

  private static final double BIAS = -28;
  private static final double TITLE_VECTORS = 7;
  private static final double VECTORS = 26;
  private static final double TITLE_RUNS = 7;
  private static final double RUNS = 5;

  /** For a name of the unit's in both. */
  private static final double SHARED_NAME = 2.5;

  /** For such names in both, and none in common. */
  private static final double OTHER_NAME = -10;

  /** For a rare run of characters in both. */
  private static final double SHARED_RUN = 2;

  /** For sites named in both titles, and none in common. */
  private static final double OTHER_SITE = -2;

  /** For departments, or stages, that are told of both and differ. */
  private static final double OTHER_DEPARTMENT = -3;

  /**
   * The weights are those of this many texts at one place. Of fewer, two taken at random are more
   * often about one issue, in proportion; the logarithm of that is added.
   */
  private static final double TEXTS = 4_000;

  private static final double MOST_FOR_FEW = 5;

  private final List<IssueText> texts;
  private final RunWeights titles;
  private final RunWeights wholes;
  private final RareRuns rare;
  private final List<PlaceNames.Named> named;
  private final LocalNames names;
  private final Closeness closeness;
  private final Map<String, Integer> textsOf = new HashMap<>();
  private final double floor;

  /**
   * Looks at texts.
   *
   * @param floor what a cosine of 0 is on the scale of the language model: see {@link
   *     TextVectorBook}
   */
  Links(List<IssueText> texts, RareRuns rare, List<IssueTerm> dictionary, double floor) {
    this.texts = texts;
    this.rare = rare;
    var words = new Synonyms(dictionary);
    titles = RunWeights.of(texts.stream().map(text -> words.in(text.title())).toList());
    wholes = RunWeights.of(texts.stream().map(text -> words.in(text.text())).toList());
    var places = new PlaceNames(dictionary);
    named = texts.stream().map(places::in).toList();
    names = LocalNames.of(texts);
    closeness = Closeness.of(texts.stream().map(IssueText::vector).toList());
    for (int i = 0; i < texts.size(); i++) {
      textsOf.merge(UNIT + texts.get(i).unit(), 1, Integer::sum);
      listedPlaces(i).forEach(place -> textsOf.merge(PLACE + place, 1, Integer::sum));
    }
    this.floor = floor;
  }

  /** Whether two texts may be about one place at all. */
  boolean arePossible(int one, int other) {
    var a = texts.get(one);
    var b = texts.get(other);
    return (a.unit().equals(b.unit()) || named.get(one).sharesListedPlace(named.get(other)))
        && !named.get(one).contradicts(named.get(other));
  }

  /** The probability, 0 to 1; 0 if they cannot be about one place. */
  double probability(int one, int other) {
    if (!arePossible(one, other)) {
      return 0;
    }
    var a = texts.get(one);
    var b = texts.get(other);
    double vectors = onScale(closeness.of(one, other));
    double runs = wholes.cosine(one, other);
    boolean haveTitles = a.hasTitle() && b.hasTitle();
    double titleVectors = haveTitles ? onScale(product(a.titleVector(), b.titleVector())) : vectors;
    double titleRuns = haveTitles ? titles.cosine(one, other) : runs;
    double sum =
        BIAS
            + TITLE_VECTORS * titleVectors
            + VECTORS * vectors
            + TITLE_RUNS * titleRuns
            + RUNS * runs
            + agreement(one, other)
            + few(one, other);
    return 1 / (1 + Math.exp(-sum));
  }

  /** The places of the dictionary a text names. */
  Iterable<String> listedPlaces(int text) {
    return named.get(text).of(IssueTerm.Kind.PLACE);
  }

  /**
   * How well what two texts tell of place, department and stage agrees: what it adds to the
   * logarithm of the odds, 0 if they tell nothing. Least if they cannot be about one place.
   */
  double agreement(int one, int other) {
    if (!arePossible(one, other)) {
      return OTHER_NAME;
    }
    var a = texts.get(one);
    var b = texts.get(other);
    double sum =
        (differ(a.department(), b.department()) ? OTHER_DEPARTMENT : 0)
            + (differ(a.stage(), b.stage()) ? OTHER_DEPARTMENT : 0);
    if (names.agree(one, other)) {
      return sum + SHARED_NAME;
    }
    if (names.disagree(one, other)) {
      return sum + OTHER_NAME;
    }
    if (rare.shared(one, other) > 0) {
      return sum + SHARED_RUN;
    }
    return named.get(one).differs(named.get(other)) ? sum + OTHER_SITE : sum;
  }

  /** What is added where few texts are about one place: docs/adr/0074. */
  private double few(int one, int other) {
    int fewest = textsOf.get(UNIT + texts.get(one).unit());
    for (var place : listedPlaces(one)) {
      if (named.get(other).of(IssueTerm.Kind.PLACE).contains(place)) {
        fewest = Math.min(fewest, textsOf.get(PLACE + place));
      }
    }
    return Math.max(0, Math.min(MOST_FOR_FEW, Math.log(TEXTS / fewest)));
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private double onScale(double cosine) {
    return floor + (1 - floor) * cosine;
  }

  static double product(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }
}
