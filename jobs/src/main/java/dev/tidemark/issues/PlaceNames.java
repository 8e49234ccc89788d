package dev.tidemark.issues;

import dev.tidemark.framework.IssueTerm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The places and departments a text names: those of the user's dictionary, and what stands before a
 * word such as 区, 街道, 小区 or 路. Where a name begins is not marked in Chinese, so of these the two
 * characters before the word stand for the name.
 */
final class PlaceNames {
  /** What is read of a text for places: that before this many characters. */
  private static final int READ = 120;

  private static final Pattern DISTRICT =
      Pattern.compile("([A-Za-z]\\d{1,2}|[\\p{IsHan}]{2})(区|县|區|縣)");

  /** Words that end like a district and name none. */
  private static final Pattern NO_DISTRICT =
      Pattern.compile(".*(?:[小社校园地郊辖片库学厂院景灾疫市新本该我全各哪分]|[主老旧新中全]城)$");

  private static final Pattern SITE =
      Pattern.compile(
          "([\\p{IsHan}A-Za-z0-9]{2})(小区|花园|公寓|家园|嘉园|雅苑|新村|新城|名城|社区|街道|大道|路|街|镇|村"
              + "|小学|中学|学校|学院|大学|医院|幼儿园|广场|大厦|公园|市场|工业园|地铁站|号线)");

  private static final Pattern NO_SITE = Pattern.compile(".*[个该此的在本我我们这那各新老某同一两条]$");

  private final List<IssueTerm> terms;

  PlaceNames(List<IssueTerm> terms) {
    this.terms = terms;
  }

  /**
   * What a text names.
   *
   * @param listed places and departments of the dictionary, by what they mean
   * @param districts names of districts and counties
   * @param sites names of streets, estates, schools and the like
   */
  record Named(Map<IssueTerm.Kind, Set<String>> listed, Set<String> districts, Set<String> sites) {
    /** Whether both name something of one kind, and nothing in common. */
    boolean contradicts(Named other) {
      return disagrees(districts, other.districts)
          || disagrees(of(IssueTerm.Kind.PLACE), other.of(IssueTerm.Kind.PLACE))
          || disagrees(of(IssueTerm.Kind.DEPARTMENT), other.of(IssueTerm.Kind.DEPARTMENT));
    }

    /** Whether both name sites, and none in common. */
    boolean differs(Named other) {
      return disagrees(sites, other.sites);
    }

    /** Whether both name one place of the dictionary. */
    boolean sharesListedPlace(Named other) {
      return agrees(of(IssueTerm.Kind.PLACE), other.of(IssueTerm.Kind.PLACE));
    }

    Set<String> of(IssueTerm.Kind kind) {
      return listed.getOrDefault(kind, Set.of());
    }

    private static boolean disagrees(Set<String> one, Set<String> other) {
      return !one.isEmpty() && !other.isEmpty() && !agrees(one, other);
    }

    private static boolean agrees(Set<String> one, Set<String> other) {
      return one.stream().anyMatch(other::contains);
    }
  }

  Named in(IssueText text) {
    var read = text.text().substring(0, Math.min(READ, text.text().length()));
    var listed = new TreeMap<IssueTerm.Kind, Set<String>>();
    for (var term : terms) {
      if (text.text().contains(term.term())) {
        listed.computeIfAbsent(term.kind(), kind -> new TreeSet<>()).add(term.means());
      }
    }
    return new Named(
        listed,
        names(DISTRICT, NO_DISTRICT, read),
        names(SITE, NO_SITE, text.title().isEmpty() ? read : text.title()));
  }

  private static Set<String> names(Pattern pattern, Pattern none, String text) {
    var names = new TreeSet<String>();
    var found = pattern.matcher(text);
    while (found.find()) {
      if (!none.matcher(found.group(1)).matches()) {
        names.add(found.group(1));
      }
    }
    return names;
  }
}
