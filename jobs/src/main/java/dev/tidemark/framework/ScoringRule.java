package dev.tidemark.framework;

import dev.tidemark.error.NearestName;
import dev.tidemark.framework.Scoring.Direction;
import dev.tidemark.framework.Scoring.Pool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The {@code score} of a leaf. */
final class ScoringRule {
  private final Set<String> missingValues;
  private final Faults faults;

  /**
   * Reads the scores of one file.
   *
   * @param missingValues texts that can be no category, since they mean "not observed"
   */
  ScoringRule(Set<String> missingValues, Faults faults) {
    this.missingValues = missingValues;
    this.faults = faults;
  }

  /** Empty, with a fault, if it is no rule that can score. */
  Optional<Scoring> of(YamlNode node) {
    return shape(node)
        .flatMap(shape -> Fields.of(node, shape, faults).flatMap(fields -> scoring(shape, fields)));
  }

  private Optional<Shape> shape(YamlNode node) {
    var kinds = Shape.scorings().stream().map(Shape::name).toList();
    if (!(node instanceof YamlNode.Mapping mapping)) {
      faults.add(
          node.place(),
          "must be a mapping such as {kind: direct}; is %s".formatted(node.description()));
      return Optional.empty();
    }
    var kind = mapping.values().get(Key.KIND);
    if (kind == null) {
      faults.add(
          node.place().key(Key.KIND, node.place().line()),
          "is missing; it is one of " + String.join(", ", kinds));
      return Optional.empty();
    }
    var given = kind instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (!kinds.contains(given)) {
      faults.add(
          kind.place(),
          "must be one of %s; is %s%s"
              .formatted(
                  String.join(", ", kinds), kind.description(), NearestName.hint(given, kinds)));
      return Optional.empty();
    }
    return Optional.of(Shape.scorings().get(kinds.indexOf(given)));
  }

  private Optional<Scoring> scoring(Shape shape, Fields fields) {
    return switch (shape.name()) {
      case "direct" -> Optional.of(new Scoring.Direct());
      case "binary" -> Optional.of(new Scoring.Binary());
      case "linear" -> linear(fields);
      case "min-max" -> pooled(fields, Scoring.MinMax::new);
      case "z-score" -> pooled(fields, Scoring.ZScore::new);
      case "categories" -> fields.get(Key.MAP).flatMap(this::categories);
      default -> throw new IllegalArgumentException(shape.name());
    };
  }

  private Optional<Scoring> linear(Fields fields) {
    var worst = fields.number(Key.WORST, Value.Range.ANY);
    var best = fields.number(Key.BEST, Value.Range.ANY);
    if (worst.isEmpty() || best.isEmpty()) {
      return Optional.empty();
    }
    if (worst.get().doubleValue() == best.get().doubleValue()) {
      faults.add(
          fields.place(Key.BEST),
          "worst and best are both %s; they must differ"
              .formatted(fields.text(Key.BEST).orElseThrow()));
      return Optional.empty();
    }
    return Optional.of(new Scoring.Linear(worst.get(), best.get()));
  }

  private Optional<Scoring> pooled(Fields fields, BiFunction<Direction, Pool, Scoring> kind) {
    var direction = fields.choice(Key.DIRECTION, Direction.class).orElse(Direction.UP);
    var pool = fields.choice(Key.POOL, Pool.class).orElse(Pool.ALL);
    return Optional.of(kind.apply(direction, pool));
  }

  private Optional<Scoring> categories(YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      faults.add(
          node.place(),
          "must be a mapping of categories to points; is %s".formatted(node.description()));
      return Optional.empty();
    }
    if (mapping.values().isEmpty()) {
      faults.add(node.place(), "is empty; give the points of at least one category");
    }
    Map<String, Double> points = new LinkedHashMap<>();
    mapping
        .values()
        .forEach(
            (category, value) -> {
              checkCategory(category, value.place());
              Value.number(value, Value.Range.POINTS, faults)
                  .ifPresent(p -> points.put(category, p));
            });
    return Optional.of(new Scoring.Categories(points));
  }

  private void checkCategory(String category, Place place) {
    if (category.isBlank()) {
      faults.add(place, "a blank category is never observed; remove it");
    } else if (missingValues.contains(category)) {
      faults.add(
          place,
          "%s is one of missing-values, and so never observed; remove one of the two"
              .formatted(Quote.of(category)));
    }
  }
}
