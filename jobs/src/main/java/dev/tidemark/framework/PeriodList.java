package dev.tidemark.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code periods} of the file: in time order, none twice, none overlapping. */
final class PeriodList {
  private final Faults faults;
  private final List<Period> periods = new ArrayList<>();
  private final Map<String, Place> ids = new HashMap<>();

  private PeriodList(Faults faults) {
    this.faults = faults;
  }

  static List<Period> of(YamlNode node, Faults faults) {
    var items = Value.list(node, faults);
    if (node instanceof YamlNode.Items && items.isEmpty()) {
      faults.add(node.place(), "is empty; list at least one period");
    }
    var list = new PeriodList(faults);
    items.forEach(item -> Fields.of(item, Shape.PERIOD, faults).ifPresent(list::add));
    return list.periods;
  }

  private void add(Fields fields) {
    var id = fields.get(Key.ID).flatMap(node -> Identifier.besideAll(node, faults));
    var start = fields.day(Key.START);
    var end = fields.day(Key.END);
    var title = fields.title();
    id.ifPresent(i -> checkUnique(i, fields.place(Key.ID)));
    if (id.isEmpty() || start.isEmpty() || end.isEmpty()) {
      return;
    }
    if (start.get().isAfter(end.get())) {
      faults.add(
          fields.place(Key.START),
          "%s starts on %s, after its end %s".formatted(id.get(), start.get(), end.get()));
      return;
    }
    var period = new Period(id.get(), start.get(), end.get(), title);
    checkFollows(period, fields.place(Key.START));
    periods.add(period);
  }

  private void checkUnique(String id, Place place) {
    var first = ids.putIfAbsent(Identifier.fold(id), place);
    if (first != null) {
      faults.add(
          place, "%s is a second time the id of a period; first %s".formatted(Quote.of(id), first));
    }
  }

  private void checkFollows(Period period, Place place) {
    if (periods.isEmpty()) {
      return;
    }
    var before = periods.get(periods.size() - 1);
    if (period.start().isBefore(before.start())) {
      faults.add(
          place,
          "%s starts on %s, before %s, which starts on %s; list periods in time order"
              .formatted(period.id(), period.start(), before.id(), before.start()));
    } else if (!period.start().isAfter(before.end())) {
      faults.add(
          place,
          "%s starts on %s and overlaps %s, which ends on %s; let it start later"
              .formatted(period.id(), period.start(), before.id(), before.end()));
    }
  }
}
