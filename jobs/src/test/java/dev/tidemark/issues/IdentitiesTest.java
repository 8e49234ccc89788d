package dev.tidemark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.framework.IssueIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final float[] NORTH = {0, 1};
  private static final float[] EAST = {1, 0};
  private static final IssueIdentity RULES = new IssueIdentity(183, 0.3, 0.9, 0.05);

  @Test
  void aClusterWithMessagesOfAnIssueIsThatIssue() {
    var found =
        Identities.of(List.of(cluster(NORTH, "a", "b", "x")), known("I", NORTH, "a", "b"), RULES);

    assertThat(found.issues()).containsExactly(Map.entry(0, "I"));
    assertThat(found.parents(0, "I")).isEmpty();
  }

  /** Of five messages that were I's the first cluster has three, the second two. */
  @Test
  void ofTwoClustersTheOneWithMoreInCommonIsTheIssueAndTheOtherSplitFromIt() {
    var found =
        Identities.of(
            List.of(cluster(NORTH, "d", "e"), cluster(NORTH, "a", "b", "c")),
            known("I", NORTH, "a", "b", "c", "d", "e"),
            RULES);

    assertThat(found.issues()).containsExactly(Map.entry(1, "I"));
    assertThat(found.parents(0, "new"))
        .containsExactly(new Lineage("new", "I", Lineage.Kind.SPLIT, 2));
    assertThat(found.parents(1, "I")).isEmpty();
  }

  @Test
  void ofTwoIssuesInOneClusterTheOneWithMoreLivesOnAndTheOtherWentIntoIt() {
    var known =
        Map.of(
            "I", new Identities.Known(Set.of("a", "b", "c"), Set.of("u"), NORTH),
            "J", new Identities.Known(Set.of("d", "e"), Set.of("u"), NORTH));

    var found = Identities.of(List.of(cluster(NORTH, "a", "b", "c", "d", "e")), known, RULES);

    assertThat(found.issues()).containsExactly(Map.entry(0, "I"));
    assertThat(found.parents(0, "I")).containsExactly(new Lineage("I", "J", Lineage.Kind.MERGE, 2));
  }

  /** 1 of the 4 messages that are the issue's or were in the cluster: below 0.3. */
  @Test
  void tooFewCommonMessagesMakeNoIdentity() {
    var found =
        Identities.of(
            List.of(cluster(NORTH, "a", "x")), known("I", NORTH, "a", "b", "c", "d"), RULES);

    assertThat(found.issues()).isEmpty();
  }

  @Test
  void withoutCommonMessagesTheNearestCentreOfTheSameUnitDecides() {
    var known = known("I", NORTH, "a", "b");

    assertThat(Identities.of(List.of(cluster(NORTH, "x", "y")), known, RULES).issues())
        .containsExactly(Map.entry(0, "I"));
    assertThat(Identities.of(List.of(cluster(EAST, "x", "y")), known, RULES).issues()).isEmpty();
    assertThat(
            Identities.of(
                    List.of(cluster(NORTH, "x", "y")),
                    Map.of("I", new Identities.Known(Set.of("a"), Set.of("elsewhere"), NORTH)),
                    RULES)
                .issues())
        .isEmpty();
  }

  private static Map<String, Identities.Known> known(String issue, float[] centre, String... ids) {
    return Map.of(issue, new Identities.Known(Set.of(ids), Set.of("u"), centre));
  }

  private static Cluster cluster(float[] vector, String... ids) {
    return Cluster.of(
        Stream.of(ids).map(IdentitiesTest::message).toList(),
        Stream.of(ids)
            .map(id -> new IssueText(id, "u", "", "", "", id, new float[2], vector))
            .toList());
  }

  private static Message message(String id) {
    return new Message(id, 0, "u", "", "", "", id, "", id, id, id, Instant.EPOCH, null, null);
  }
}
