package dev.tidemark.issues;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the periods so far have found: all that the next one needs to know. */
final class IssueMemory {
  private final Map<String, Membership> memberships = new HashMap<>();
  private final Map<String, Integer> born = new TreeMap<>();
  private final Map<String, List<String>> representatives = new TreeMap<>();

  /** Remembers the issue of a message. */
  void put(String message, Membership membership) {
    memberships.put(message, membership);
    born.merge(membership.issue(), membership.since(), Math::min);
  }

  /** Remembers which messages stand for an issue, in place of those before. */
  void represent(String issue, List<String> messages) {
    representatives.put(issue, List.copyOf(messages));
  }

  /** The issue of a message; null if it has none so far. */
  Membership of(String message) {
    return memberships.get(message);
  }

  boolean has(String message) {
    return memberships.containsKey(message);
  }

  /** Number of the period in which an issue was first found. */
  int born(String issue) {
    return born.get(issue);
  }

  /** Messages that stand for issues, so that none is forgotten. */
  Set<String> representatives() {
    var all = new TreeSet<String>();
    representatives.values().forEach(all::addAll);
    return all;
  }

  /** Messages that stand for an issue. */
  List<String> representatives(String issue) {
    return representatives.get(issue);
  }

  /** Of messages that have an issue, by id. */
  Map<String, Membership> memberships() {
    return Collections.unmodifiableMap(memberships);
  }
}
