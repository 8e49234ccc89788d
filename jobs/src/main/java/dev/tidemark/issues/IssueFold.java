package dev.tidemark.issues;

import dev.tidemark.framework.IssueRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Periods in their order, each with what was known before: the issues of its window are found, and
 * recognised. One run over all periods and a run for each do the same steps.
 */
final class IssueFold {
  private static final int LABEL = 40;

  /** Shorter titles say that somebody asks or complains, and not of what. */
  private static final int SHORTEST_TITLE = 6;

  private final IssueRules rules;
  private final List<String> periods;
  private final IssueMemory memory;
  private final TextVectorBook vectors;

  /**
   * Begins.
   *
   * @param periods ids of all periods, in time order
   * @param memory of the periods before the first step; grows with every step
   */
  IssueFold(IssueRules rules, List<String> periods, IssueMemory memory, TextVectorBook vectors) {
    this.rules = rules;
    this.periods = List.copyOf(periods);
    this.memory = memory;
    this.vectors = vectors;
  }

  /**
   * What a period has found.
   *
   * @param states one for each issue with messages in it or in the period before
   * @param lineage of issues that split or merged in it
   */
  record Step(List<IssueState> states, List<Lineage> lineage) {}

  /**
   * Finds the issues of one period.
   *
   * @param window its messages, those of the periods looked at with it, and those that stand for
   *     older issues
   */
  Step step(int period, List<Message> window) {
    var clusters = clusters(window);
    var identities = Identities.of(clusters, known(window), rules.identity());
    var lineage = new ArrayList<Lineage>();
    var current = new TreeMap<String, Cluster>();
    for (int i = 0; i < clusters.size(); i++) {
      var cluster = clusters.get(i);
      var issue = identities.issues().get(i);
      if (issue == null && cluster.hasMessagesOf(period)) {
        issue = IssueName.of(periods.get(period), cluster.members().get(0).id());
      }
      if (issue != null) {
        lineage.addAll(identities.parents(i, issue));
        current.put(issue, cluster);
      }
    }
    current.forEach((issue, cluster) -> remember(period, issue, cluster));
    return new Step(states(period, window), lineage);
  }

  /** Those that are large enough to be issues. */
  private List<Cluster> clusters(List<Message> window) {
    var copies = new LinkedHashMap<List<String>, List<Message>>();
    window.stream()
        .sorted(Cluster.EARLIEST)
        .forEach(
            message ->
                copies
                    .computeIfAbsent(
                        List.of(message.copyOf(), message.unit()), any -> new ArrayList<>())
                    .add(message));
    var groups = List.copyOf(copies.values());
    var texts = groups.stream().map(group -> text(group.get(0))).toList();
    return IssueClusters.of(texts, rules, vectors.floor()).stream()
        .map(
            numbers ->
                Cluster.of(
                    numbers.stream().flatMap(i -> groups.get(i).stream()).toList(),
                    numbers.stream().map(texts::get).toList()))
        .filter(cluster -> cluster.originals().get(0).saysSomething())
        .filter(cluster -> cluster.distinctMessages() >= rules.linking().minMessages())
        .toList();
  }

  private IssueText text(Message message) {
    return new IssueText(
        message.id(),
        message.unit(),
        message.department(),
        message.stage(),
        message.title(),
        message.text(),
        vectors.of(message.titleHash()),
        vectors.of(message.textHash()));
  }

  /** The issues so far that have messages in the window. */
  private Map<String, Identities.Known> known(List<Message> window) {
    var members = new TreeMap<String, List<Message>>();
    for (var message : window) {
      if (memory.has(message.id())) {
        members
            .computeIfAbsent(memory.of(message.id()).issue(), any -> new ArrayList<>())
            .add(message);
      }
    }
    var known = new TreeMap<String, Identities.Known>();
    members.forEach(
        (issue, messages) ->
            known.put(
                issue,
                new Identities.Known(
                    messages.stream().map(Message::id).collect(Collectors.toSet()),
                    messages.stream().map(Message::unit).collect(Collectors.toSet()),
                    Cluster.centre(
                        messages.stream()
                            .sorted(Cluster.EARLIEST)
                            .map(message -> vectors.of(message.textHash()))
                            .toList()))));
    return known;
  }

  private void remember(int period, String issue, Cluster cluster) {
    var similarities = cluster.similarities();
    var originalOf = new HashMap<List<String>, String>();
    var byId = cluster.members().stream().collect(Collectors.toMap(Message::id, m -> m));
    cluster
        .originals()
        .forEach(
            text -> {
              var message = byId.get(text.id());
              originalOf.put(List.of(message.copyOf(), message.unit()), text.id());
            });
    for (var message : cluster.members()) {
      if (!memory.has(message.id())) {
        var original = originalOf.get(List.of(message.copyOf(), message.unit()));
        memory.put(message.id(), new Membership(issue, period, similarities.get(original)));
      }
    }
    if (cluster.hasMessagesOf(period)) {
      memory.represent(issue, cluster.representatives());
    }
  }

  private List<IssueState> states(int period, List<Message> window) {
    var now = membersOf(period, window);
    var before = membersOf(period - 1, window);
    var issues = new TreeSet<>(now.keySet());
    issues.addAll(before.keySet());
    var counts = new ArrayList<Trends.Counts>();
    for (var issue : issues) {
      counts.add(
          new Trends.Counts(
              new IssueFacts(before.getOrDefault(issue, List.of())).voices(),
              new IssueFacts(now.getOrDefault(issue, List.of())).voices(),
              memory.born(issue) == period));
    }
    var trends =
        Trends.of(
            counts, voices(period - 1, window), voices(period, window), rules.identity().alpha());
    var byId = window.stream().collect(Collectors.toMap(Message::id, m -> m));
    var centres = new TreeMap<String, float[]>();
    now.forEach(
        (issue, messages) ->
            centres.put(
                issue,
                Cluster.centre(
                    messages.stream()
                        .sorted(Cluster.EARLIEST)
                        .map(message -> vectors.of(message.textHash()))
                        .toList())));
    var centrality = Neighbourhood.centrality(centres, vectors.floor());
    var states = new ArrayList<IssueState>();
    for (var issue : issues) {
      var representatives = new LinkedHashMap<String, String>();
      memory.representatives(issue).forEach(id -> representatives.put(id, byId.get(id).text()));
      states.add(
          new IssueState(
              period,
              issue,
              memory.born(issue),
              now.getOrDefault(issue, List.of()),
              before.getOrDefault(issue, List.of()),
              trends.get(states.size()),
              label(memory.representatives(issue).stream().map(byId::get).toList()),
              representatives,
              centres.get(issue),
              centrality.get(issue)));
    }
    return states;
  }

  private Map<String, List<Message>> membersOf(int period, List<Message> window) {
    var members = new TreeMap<String, List<Message>>();
    for (var message : window) {
      if (message.period() == period && memory.has(message.id())) {
        members
            .computeIfAbsent(memory.of(message.id()).issue(), any -> new ArrayList<>())
            .add(message);
      }
    }
    return members;
  }

  private static int voices(int period, List<Message> window) {
    return (int)
        window.stream()
            .filter(message -> message.period() == period)
            .map(Message::voice)
            .distinct()
            .count();
  }

  /** The first title among them that says something; without one the beginning of a text. */
  private static String label(List<Message> representatives) {
    var title =
        representatives.stream()
            .map(Message::title)
            .filter(text -> CharacterRuns.letters(text).length >= SHORTEST_TITLE)
            .findFirst();
    var label = title.orElseGet(() -> representatives.get(0).text());
    return label.substring(
        0, label.offsetByCodePoints(0, Math.min(LABEL, label.codePointCount(0, label.length()))));
  }
}
