package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.nio.file.Path;
import java.util.List;

/** The section {@code issues} of the file; each part of it has a class of its own. */
final class IssueSection {
  private IssueSection() {}

  /**
   * What the section says, and the defaults for what it does not; any values with faults.
   *
   * @param folder where the framework file is
   */
  static IssueRules of(YamlNode node, Path folder, Faults faults) {
    return Fields.of(node, Shape.ISSUE_RULES, faults)
        .map(fields -> rules(fields, folder, faults))
        .orElse(IssueRules.DEFAULT);
  }

  private static IssueRules rules(Fields fields, Path folder, Faults faults) {
    var defaults = IssueRules.DEFAULT;
    return new IssueRules(
        fields.choice(VECTORS, IssueRules.TextVectors.class).orElse(defaults.vectors()),
        fields
            .get(DICTIONARY)
            .map(file -> IssueDictionary.read(folder, file, faults))
            .orElse(List.of()),
        fields
            .get(LINKING)
            .map(node -> IssueLinkingPart.of(node, faults))
            .orElse(defaults.linking()),
        fields
            .get(IDENTITY)
            .map(node -> IssueIdentityPart.of(node, faults))
            .orElse(defaults.identity()),
        fields.get(THEMES).map(node -> IssueThemesPart.of(node, faults)).orElse(defaults.themes()),
        fields
            .get(BOTTLENECKS)
            .map(node -> BottleneckPart.of(node, faults))
            .orElse(defaults.bottlenecks()),
        fields.get(SCORES).map(node -> IssueScoresPart.of(node, faults)).orElse(defaults.scores()),
        fields.get(LABELLER).flatMap(node -> LabellerPart.of(node, faults)));
  }
}
