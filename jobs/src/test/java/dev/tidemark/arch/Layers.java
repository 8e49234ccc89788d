package dev.tidemark.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The packages, and which others each may know. A package that is not here may not be. */
public final class Layers {
  private static final String ROOT = "dev.tidemark";
  private static final String BROKEN_ON_PURPOSE = ROOT + ".arch.violations";

  private static final Set<String> STAGES =
      Set.of(
          "ingest",
          "index",
          "compare",
          "visits",
          "services",
          "channels",
          "promotion",
          "catalogue",
          "problems",
          "findings",
          "issues",
          "report",
          "refresh",
          "stream");

  private static final Map<String, Set<String>> BELOW = below();

  /** Each class knows only its own package and those below it. */
  public static final ArchCondition<JavaClass> KNOW_ONLY_THOSE_BELOW =
      new ArchCondition<>("know only their own package and those below it: " + BELOW) {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          var layer = layer(type);
          if (!BELOW.containsKey(layer)) {
            var where = type.getName() + " is in the package " + layer + ", which is none of ours";
            events.add(SimpleConditionEvent.violated(type, where));
            return;
          }
          type.getDirectDependenciesFromSelf().stream()
              .filter(dependency -> !isAllowed(layer, dependency))
              .forEach(
                  dependency ->
                      events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        }
      };

  private Layers() {}

  private static Map<String, Set<String>> below() {
    var below = new TreeMap<String, Set<String>>();
    var foundations =
        Set.of(
            "job", "days", "wording", "text", "table", "framework", "calendar", "stats", "error");
    below.put("error", Set.of());
    below.put("stats", Set.of());
    below.put("table", Set.of("error"));
    below.put("framework", Set.of("error"));
    below.put("calendar", Set.of("error"));
    below.put("days", Set.of("table", "framework", "calendar", "error"));
    below.put("wording", Set.of("framework", "error"));
    below.put("text", Set.of("table", "error"));
    below.put("job", Set.of("table", "framework", "calendar", "error"));
    below.put("enquiries", foundations);
    var findings = new TreeSet<>(foundations);
    findings.add("enquiries");
    STAGES.forEach(stage -> below.put(stage, findings));
    var everything = new TreeSet<>(findings);
    everything.addAll(STAGES);
    below.put("cli", everything);
    below.put("", Set.of("cli"));
    return below;
  }

  private static boolean isAllowed(String layer, Dependency dependency) {
    var target = dependency.getTargetClass().getBaseComponentType();
    if (!target.getPackageName().startsWith(ROOT)) {
      return true;
    }
    var known = layer(target);
    return known.equals(layer) || BELOW.get(layer).contains(known);
  }

  /** The first part of the package's name below ours; empty for {@code Main}'s. */
  private static String layer(JavaClass type) {
    return type.getPackageName()
        .replace(BROKEN_ON_PURPOSE, ROOT)
        .substring(ROOT.length())
        .replaceFirst("^\\.", "")
        .replaceFirst("\\..*", "");
  }
}
