package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what {@code docs/framework.md} shows. */
class FrameworkGuideTest {
  private static String guide;

  @TempDir private Path folder;

  @BeforeAll
  static void readTheGuide() throws IOException {
    guide = Files.readString(Path.of("../docs/framework.md"));
  }

  @Test
  void itsExampleIsGood() {
    var read = Written.in(folder, blocks("yaml").get(0), blocks("csv").get(0)).read();

    assertThat(read.version()).isEqualTo("1.10");
    assertThat(read.leaves())
        .extracting(Leaf::id)
        .containsExactly("published", "elements", "visits", "days", "reply");
    assertThat(read.units().get(1).title()).isEqualTo(new Title("合肥", "Hefei"));
    assertThat(read.missingValues()).containsExactlyInAnyOrder("n/a", "-");
  }

  @Test
  void itsSectionOnComparingIsGood() {
    var comparison =
        Written.in(folder, Written.SMALLEST + blocks("yaml").get(3)).read().comparison();

    assertThat(comparison)
        .isEqualTo(
            new Comparison(
                2,
                0.05,
                Comparison.Test.PERMUTATION,
                Comparison.Adjustment.BENJAMINI_HOCHBERG,
                Comparison.Family.DEPTH,
                10_000,
                new Comparison.Ranks(10_000, Comparison.Weights.UNIFORM, 0.1, 50)));
  }

  @Test
  void itsSectionOnVisitsIsGood() {
    var visits = Written.in(folder, Written.SMALLEST + blocks("yaml").get(4)).read().visits();

    assertThat(visits)
        .isEqualTo(
            new VisitRules(
                List.of(
                    new VisitRules.Stage("registration", new Title("设立登记", "Registration")),
                    new VisitRules.Stage("seal", new Title("印章刻制", "Seal"))),
                1,
                Set.of("apply", "sign"),
                Set.of("pay", "collect", "return")));
  }

  @Test
  void itsFaultyFileGetsTheMessageItShows() {
    var faults =
        Written.in(folder, blocks("yaml").get(5), "unit,name,region\na,A,north\n").faults();

    assertThat("framework.yaml cannot be used, 5 faults:\n  " + String.join("\n  ", faults) + "\n")
        .isEqualTo(blocks("text").get(0));
  }

  @Test
  void itNamesEveryKey() {
    assertThat(Shape.all())
        .allSatisfy(
            shape ->
                assertThat(shape.keys())
                    .allSatisfy(key -> assertThat(guide).containsPattern("[`{ ]" + key + "[`:]")));
  }

  /** The text between {@code ```language} and {@code ```}, in the order of the guide. */
  private static List<String> blocks(String language) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
