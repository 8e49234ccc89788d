package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import dev.tidemark.error.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code regions} of the calendar: whose days differ, told by unit or by group. */
final class CalendarRegions {
  private final Set<String> groups;
  private final Optional<List<Unit>> units;
  private final Faults faults;
  private final Map<String, Place> ids = new HashMap<>();
  private final Map<String, String> regionOf = new HashMap<>();

  CalendarRegions(Set<String> groups, Optional<List<Unit>> units, Faults faults) {
    this.groups = groups;
    this.units = units;
    this.faults = faults;
  }

  List<CalendarRules.Region> of(List<YamlNode> items) {
    var regions = new ArrayList<CalendarRules.Region>();
    for (var item : items) {
      Fields.of(item, Shape.CALENDAR_REGION, faults).flatMap(this::region).ifPresent(regions::add);
    }
    return regions;
  }

  private Optional<CalendarRules.Region> region(Fields fields) {
    var id = fields.get(ID).flatMap(node -> Identifier.besideAll(node, faults));
    id.ifPresent(i -> checkUnique(i, fields.place(ID)));
    var members = new TreeSet<String>();
    fields.list(UNITS).forEach(item -> unit(item).ifPresent(members::add));
    fields.get(GROUPS).ifPresent(node -> members.addAll(unitsOf(node)));
    if (fields.get(UNITS).isEmpty() && fields.get(GROUPS).isEmpty()) {
      faults.add(fields.place(), "has neither units nor groups; say whose days these are");
    }
    id.ifPresent(i -> members.forEach(unit -> checkAlone(unit, i, fields.place())));
    var days = CalendarSection.days(fields, faults);
    return id.map(i -> new CalendarRules.Region(i, members, days));
  }

  private void checkUnique(String id, Place place) {
    var first = ids.putIfAbsent(Identifier.fold(id), place);
    if (first != null) {
      faults.add(
          place, "%s is a second time the id of a region; first %s".formatted(Quote.of(id), first));
    }
  }

  private void checkAlone(String unit, String region, Place place) {
    var other = regionOf.putIfAbsent(unit, region);
    if (other != null && !other.equals(region)) {
      faults.add(
          place,
          "unit %s is in the regions %s and %s; leave it in one, with all of its days"
              .formatted(Quote.of(unit), other, region));
    }
  }

  private Optional<String> unit(YamlNode item) {
    var id = Value.text(item, faults);
    if (id.isEmpty() || units.isEmpty()) {
      return id;
    }
    var known = units.get().stream().map(Unit::id).toList();
    if (!known.contains(id.get())) {
      faults.add(
          item.place(),
          "%s is no unit%s".formatted(Quote.of(id.get()), NearestName.hint(id.get(), known)));
    }
    return id;
  }

  private Set<String> unitsOf(YamlNode node) {
    var members = new HashSet<String>();
    GroupTitles.entries(node, faults)
        .forEach(
            (column, values) -> {
              if (!groups.contains(column)) {
                faults.add(
                    values.place(),
                    "%s is none of the groups%s"
                        .formatted(Quote.of(column), NearestName.hint(column, groups)));
                return;
              }
              for (var item : Value.list(values, faults)) {
                Value.text(item, faults)
                    .ifPresent(group -> members.addAll(unitsOf(column, group, item.place())));
              }
            });
    return members;
  }

  private List<String> unitsOf(String column, String group, Place place) {
    if (units.isEmpty()) {
      return List.of();
    }
    var members =
        units.get().stream()
            .filter(unit -> group.equals(unit.groups().get(column)))
            .map(Unit::id)
            .toList();
    if (members.isEmpty()) {
      var known = GroupTitles.groupsIn(column, units.get());
      faults.add(
          place,
          "no unit has the %s %s%s"
              .formatted(column, Quote.of(group), NearestName.hint(group, known)));
    }
    return members;
  }
}
