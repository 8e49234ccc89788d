package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelFaultsTest {
  @TempDir private Path folder;

  /** What the section holds, and the only fault that makes. */
  static Stream<Arguments> sections() {
    return Stream.of(
        with(
            "",
            "channels, line 3: must be a mapping with the keys compare, normalise, equivalents,"
                + " mobile; is empty"),
        with("{compares: [a, b]}", "channels.compares, line 3: unknown key; did you mean compare?"),
        with("{compare: web}", "channels.compare, line 3: must be a list; is the text \"web\""),
        with(
            "{compare: [web]}",
            "channels.compare, line 3: has one channel only; list two or more, or remove the key"),
        with("{compare: []}", "channels.compare, line 3: is empty; list something, or remove it"),
        with(
            "{compare: [web, app, web]}",
            "channels.compare[2], line 3: \"web\" is listed a second time; first"
                + " channels.compare[0], line 3"),
        with(
            "{normalise: [width, spacing]}",
            "channels.normalise[1], line 3: must be one of width, case, punctuation, numbers,"
                + " units, spaces; is the text \"spacing\""),
        with(
            "{normalise: [case, case]}",
            "channels.normalise[1], line 3: the text \"case\" is listed twice; remove one"),
        with(
            "{equivalents: [free, gratis]}",
            List.of(
                "channels.equivalents[0], line 3: must be a list; is the text \"free\"",
                "channels.equivalents[1], line 3: must be a list; is the text \"gratis\"")),
        with(
            "{equivalents: [[free]]}",
            "channels.equivalents[0], line 3: has one text only; list two or more that mean the"
                + " same"),
        with(
            "{equivalents: [[free, gratis], [none, free]]}",
            "channels.equivalents[1][1], line 3: \"free\" is listed a second time; first"
                + " channels.equivalents[0][0], line 3"),
        with(
            "{mobile: [app]}",
            "channels.mobile, line 3: must be a mapping with the keys kinds, unlisted-units; is a"
                + " list"),
        with(
            "{mobile: {kinds: [app]}}",
            "channels.mobile.kinds, line 3: must be a mapping of kinds to lists of channels; is a"
                + " list"),
        with(
            "{mobile: {kinds: {wechat: [a], app: [b, a]}}}",
            "channels.mobile.kinds.app[1], line 3: \"a\" is listed a second time; first"
                + " channels.mobile.kinds.wechat[0], line 3"),
        with(
            "{mobile: {kinds: {none: [a], app+web: [b]}}}",
            List.of(
                "channels.mobile.kinds.none, line 3: \"none\" names a mix of kinds; call the kind"
                    + " something else, without +",
                "channels.mobile.kinds[\"app+web\"], line 3: \"app+web\" names a mix of kinds; call"
                    + " the kind something else, without +")),
        with(
            "{mobile: {unlisted-units: nothing}}",
            "channels.mobile.unlisted-units, line 3: must be one of none, unknown; is the text"
                + " \"nothing\""));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aFaultOfTheChannelsIsToldWithItsPathItsLineItsValueAndWhatToDo(
      String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  @Test
  void everySettingOfTheChannelsIsRead() {
    var yaml =
        Written.SMALLEST
            + """
            channels:
              compare: [web, hall]
              normalise: [spaces, case]
              equivalents: [[free, gratis], [none, 无]]
              mobile: {kinds: {wechat: [account, mini]}, unlisted-units: unknown}
            """;

    assertThat(Written.in(folder, yaml).read().channels())
        .isEqualTo(
            new ChannelRules(
                Set.of("web", "hall"),
                Set.of(ChannelRules.Normalisation.SPACES, ChannelRules.Normalisation.CASE),
                List.of(List.of("free", "gratis"), List.of("none", "无")),
                new ChannelRules.Mobile(
                    Map.of("wechat", Set.of("account", "mini")),
                    ChannelRules.UnlistedUnits.UNKNOWN)));
  }

  @Test
  void withoutTheSectionEverythingIsNormalisedAndUnlistedUnitsHaveNone() {
    var channels = Written.in(folder, Written.SMALLEST).read().channels();

    assertThat(channels.normalisation()).containsOnly(ChannelRules.Normalisation.values());
    assertThat(channels.compared()).isEmpty();
    assertThat(channels.equivalents()).isEmpty();
    assertThat(channels.mobile())
        .isEqualTo(new ChannelRules.Mobile(Map.of(), ChannelRules.UnlistedUnits.NONE));
  }

  private static Arguments with(String section, String fault) {
    return with(section, List.of(fault));
  }

  private static Arguments with(String section, List<String> faults) {
    return Written.change("version: 1", "version: 1\nchannels: " + section, faults);
  }
}
