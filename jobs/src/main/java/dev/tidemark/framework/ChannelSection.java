package dev.tidemark.framework;

import static dev.tidemark.framework.Key.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The section {@code channels} of the file. */
final class ChannelSection {
  private final Faults faults;

  private ChannelSection(Faults faults) {
    this.faults = faults;
  }

  /** What the section says, and the defaults for what it does not; any values with faults. */
  static ChannelRules of(YamlNode node, Faults faults) {
    return Fields.of(node, Shape.CHANNEL_RULES, faults)
        .map(new ChannelSection(faults)::rules)
        .orElse(ChannelRules.DEFAULT);
  }

  private ChannelRules rules(Fields fields) {
    var defaults = ChannelRules.DEFAULT;
    return new ChannelRules(
        fields.get(COMPARED).map(this::compared).orElse(defaults.compared()),
        fields.get(NORMALISE).map(this::normalisation).orElse(defaults.normalisation()),
        equivalents(fields),
        fields.get(MOBILE).map(this::mobile).orElse(defaults.mobile()));
  }

  private Set<String> compared(YamlNode node) {
    var channels = Value.lines(node, new HashMap<>(), faults);
    if (channels.size() == 1) {
      faults.add(node.place(), "has one channel only; list two or more, or remove the key");
    }
    return channels;
  }

  private Set<ChannelRules.Normalisation> normalisation(YamlNode node) {
    var chosen = EnumSet.noneOf(ChannelRules.Normalisation.class);
    for (var item : Value.list(node, faults)) {
      Value.choice(item, ChannelRules.Normalisation.class, faults)
          .filter(rule -> !chosen.add(rule))
          .ifPresent(
              rule ->
                  faults.add(
                      item.place(),
                      "%s is listed twice; remove one".formatted(item.description())));
    }
    return chosen;
  }

  private List<List<String>> equivalents(Fields fields) {
    var equivalents = new ArrayList<List<String>>();
    var seen = new HashMap<String, Place>();
    for (var item : fields.list(EQUIVALENTS)) {
      var texts = Value.lines(item, seen, faults);
      if (texts.size() == 1) {
        faults.add(item.place(), "has one text only; list two or more that mean the same");
      }
      equivalents.add(List.copyOf(texts));
    }
    return equivalents;
  }

  private ChannelRules.Mobile mobile(YamlNode node) {
    var defaults = ChannelRules.DEFAULT.mobile();
    return Fields.of(node, Shape.MOBILE_RULES, faults)
        .map(
            fields ->
                new ChannelRules.Mobile(
                    fields.get(KINDS).map(this::kinds).orElse(defaults.kinds()),
                    fields
                        .choice(UNLISTED_UNITS, ChannelRules.UnlistedUnits.class)
                        .orElse(defaults.unlisted())))
        .orElse(defaults);
  }

  private Map<String, Set<String>> kinds(YamlNode node) {
    var kinds = new TreeMap<String, Set<String>>();
    if (node instanceof YamlNode.Mapping mapping) {
      var seen = new HashMap<String, Place>();
      mapping
          .values()
          .forEach(
              (kind, channels) -> {
                if (ChannelRules.Mobile.isMix(kind)) {
                  faults.add(
                      channels.place(),
                      "%s names a mix of kinds; call the kind something else, without +"
                          .formatted(Quote.of(kind)));
                }
                kinds.put(kind, Value.lines(channels, seen, faults));
              });
      return kinds;
    }
    faults.add(
        node.place(), "must be a mapping of kinds to lists of channels; is " + node.description());
    return kinds;
  }
}
