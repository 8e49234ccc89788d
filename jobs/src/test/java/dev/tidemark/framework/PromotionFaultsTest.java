package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sections {@code promotion} and {@code catalogue}. */
class PromotionFaultsTest {
  @TempDir private Path folder;

  /** A section, and the only fault it makes. */
  static Stream<Arguments> sections() {
    return Stream.of(
        with(
            "promotion: [mail]",
            "promotion, line 3: must be a mapping with the keys level, attributes, demand-from,"
                + " pain-from, claims, technologies, weights; is a list"),
        with(
            "promotion: {weight: {}}",
            "promotion.weight, line 3: unknown key; did you mean weights?"),
        with(
            "promotion: {level: town}",
            "promotion.level, line 3: must be one of province, city, county, township; is the text"
                + " \"town\""),
        with(
            "promotion: {demand-from: [items, items]}",
            "promotion.demand-from[1], line 3: the text \"items\" is listed twice; remove one"),
        with(
            "promotion: {demand-from: items}",
            "promotion.demand-from, line 3: must be a list; is the text \"items\""),
        with(
            "promotion: {pain-from: none}",
            "promotion.pain-from, line 3: must be one of visits, messages; is the text \"none\""),
        with(
            "promotion: {attributes: {demand: department}}",
            "promotion.attributes.department, line 3: \"department\" is both demand and department;"
                + " name two attributes"),
        with(
            "promotion: {claims: {full: [online], apply: [online]}}",
            "promotion.claims.full[0], line 3: \"online\" is listed a second time; first"
                + " promotion.claims.apply[0], line 3"),
        with(
            "promotion: {claims: {full: [Apply]}}",
            "promotion.claims.full, line 3: \"Apply\" is the name of another depth; remove it"),
        with(
            "promotion: {technologies: [{id: mail, steps: [a]}, {id: mail, steps: [b]}]}",
            "promotion.technologies[1].id, line 3: \"mail\" is a second time the id of a technology;"
                + " first promotion.technologies[0].id, line 3"),
        with(
            "promotion: {technologies: [{id: mail}]}",
            "promotion.technologies[0], line 3: has neither reasons nor steps, so nothing tells of"
                + " its lack; give one of them"),
        with(
            "promotion: {weights: {pain: -1}}",
            "promotion.weights.pain, line 3: must be a number from 0 to 100; 0 leaves the part out;"
                + " is -1"),
        with(
            "promotion: {weights: {demand: 0, visits: 0, pain: 0, readiness: 0}}",
            "promotion.weights, line 3: are all 0; give one part a weight above 0"),
        with(
            "catalogue: 2020-01-01",
            "catalogue, line 3: must be a mapping with the keys except, updated-on, single-entry,"
                + " policies; is the text \"2020-01-01\""),
        with(
            "catalogue: {except: [fee, fee]}",
            "catalogue.except[1], line 3: \"fee\" is listed a second time; first"
                + " catalogue.except[0], line 3"),
        with(
            "catalogue: {updated-on: entry, single-entry: entry}",
            "catalogue.single-entry, line 3: \"entry\" is both updated-on and single-entry; name two"
                + " attributes"),
        with(
            "catalogue: {policies: [{title: new}]}",
            "catalogue.policies[0].date, line 3: is missing; it is required here"),
        with(
            "catalogue: {policies: [{date: 2020-02-30}]}",
            "catalogue.policies[0].date, line 3: \"2020-02-30\" is no day; write it as 2020-03-28"));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aFaultIsToldWithItsPathItsLineItsValueAndWhatToDo(String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  @Test
  void everySettingOfBothSectionsIsRead() {
    var yaml =
        Written.SMALLEST
            + """
            promotion:
              level: county
              attributes: {demand: cases, fields: "ask:"}
              demand-from: [messages]
              pain-from: messages
              claims: {full: [Online]}
              technologies:
                - {id: mail, title: {zh: 邮寄}, reasons: ["*collect*"], steps: [collect], shown-by: [post]}
              weights: {demand: 2, pain: 0}
            catalogue:
              except: ["note*"]
              updated-on: revised
              single-entry: portal
              policies: [{date: 2020-01-01, title: New, items: [seal]}, {date: 2019-01-01}]
            """;

    var read = Written.in(folder, yaml).read();

    var promotion = read.promotion();
    assertThat(promotion.level()).isEqualTo(ItemLevel.COUNTY);
    assertThat(promotion.attributes())
        .isEqualTo(
            new PromotionRules.Attributes(
                "cases", "claimed-depth", "department", "ask:", "technology:"));
    assertThat(promotion.demand()).containsExactly(PromotionRules.DemandSource.MESSAGES);
    assertThat(promotion.pain()).isEqualTo(PromotionRules.PainSource.MESSAGES);
    assertThat(promotion.claims().get(OnlineDepth.FULL)).containsOnly("full", "online");
    assertThat(promotion.claims().get(OnlineDepth.APPLY)).containsOnly("apply");
    assertThat(promotion.technologies())
        .containsExactly(
            new PromotionRules.Technology(
                "mail",
                new Title("邮寄", "邮寄"),
                Set.of("*collect*"),
                Set.of("collect"),
                Set.of("post")));
    assertThat(promotion.weights()).isEqualTo(new PromotionRules.Weights(2, 1, 0, 1));
    assertThat(read.catalogue())
        .isEqualTo(
            new CatalogueRules(
                Set.of("note*"),
                "revised",
                "portal",
                List.of(
                    new CatalogueRules.Policy(
                        LocalDate.of(2020, 1, 1), Title.of("New"), Set.of("seal")),
                    new CatalogueRules.Policy(
                        LocalDate.of(2019, 1, 1), Title.of("2019-01-01"), Set.of()))));
  }

  @Test
  void withoutTheSectionsTheDefaultsHold() {
    var read = Written.in(folder, Written.SMALLEST).read();

    assertThat(read.promotion()).isEqualTo(PromotionRules.DEFAULT);
    assertThat(read.catalogue()).isEqualTo(CatalogueRules.DEFAULT);
  }

  private static Arguments with(String section, String fault) {
    return Written.change("version: 1", "version: 1\n" + section, fault);
  }
}
