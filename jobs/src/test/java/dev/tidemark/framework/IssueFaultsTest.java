package dev.tidemark.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IssueFaultsTest {
  @TempDir private Path folder;

  /** What the section holds, and the only fault that makes. */
  static Stream<Arguments> sections() {
    return Stream.of(
        with(
            "{vectors: bert}",
            "issues.vectors, line 3: must be one of model, static, words; is the text \"bert\""),
        with("{vector: model}", "issues.vector, line 3: unknown key; did you mean vectors?"),
        with(
            "{linking: strict}",
            "issues.linking, line 3: must be a mapping with the keys neighbours, link-from, cut,"
                + " merge-from, min-messages; is the text \"strict\""),
        with(
            "{linking: {min-messages: 1}}",
            "issues.linking.min-messages, line 3: must be a whole number from 2 to 1000; is 1"),
        with(
            "{linking: {cut: 1.5}}",
            "issues.linking.cut, line 3: must be a number from 0 to 1; is 1.5"),
        with(
            "{identity: {overlap: 0}}",
            "issues.identity.overlap, line 3: must be a share from 0.01 to 1; is 0"),
        with(
            "{themes: {method: lda}}",
            "issues.themes.method, line 3: must be one of graph, k-means; is the text \"lda\""),
        with(
            "{themes: {neighbours: 1}}",
            "issues.themes.neighbours, line 3: must be a whole number from 2 to 200; is 1"),
        with(
            "{themes: {k: 10}}",
            "issues.themes.k, line 3: is for the method k-means; the method is graph"),
        with(
            "{themes: {method: k-means, resolution: 2}}",
            "issues.themes.resolution, line 3: is for the method graph; the method is k-means"),
        with(
            "{themes: {method: k-means, k: 10, most-k: 12}}",
            "issues.themes.most-k, line 3: is for where no k is given; remove it, or k"),
        with(
            "{themes: {min-texts: 2.5}}",
            "issues.themes.min-texts, line 3: must be a whole number from 2 to 1000; is 2.5"),
        with(
            "{bottlenecks: {min-messages: 3}}",
            "issues.bottlenecks.min-messages, line 3: must be a whole number from 5 to 10000; is 3"),
        with(
            "{bottlenecks: {unresolved: 0, late: 0}}",
            "issues.bottlenecks, line 3: the weights of unresolved and late are all 0; give one"
                + " above 0"),
        with(
            "{scores: {core: {persistence: 0, spread: 0, centrality: 0}}}",
            "issues.scores.core, line 3: the weights of persistence, spread and centrality are all"
                + " 0; give one above 0"),
        with(
            "{labeller: {url: 'http://me:secret@localhost/v1', model: m}}",
            "issues.labeller.url, line 3: must be an address such as http://127.0.0.1:11434/v1,"
                + " without a name, a query or a fragment; is the text"
                + " \"http://me:secret@localhost/v1\""),
        with(
            "{dictionary: none.csv}",
            "issues.dictionary, line 3: \"none.csv\" cannot be read: it does not exist; name a CSV"
                + " file of terms, seen from this file"));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aFaultOfTheIssuesIsToldWithItsPathItsLineItsValueAndWhatToDo(
      String yaml, List<String> faults) {
    assertThat(Written.in(folder, yaml).faults()).containsExactlyElementsOf(faults);
  }

  @Test
  void faultsOfTheDictionaryAreToldWithTheirLines() throws IOException {
    Files.writeString(
        folder.resolve("terms.csv"), "term,kind\n老城,place\n城,place\n老城,word\n新城,town\n");

    var faults =
        Written.in(folder, Written.SMALLEST + "issues: {dictionary: terms.csv}\n").faults();

    assertThat(faults)
        .containsExactly(
            "issues.dictionary, line 13: terms.csv, line 3: a term has 2 to 40 characters, and so"
                + " has what it means; is \"城\"",
            "issues.dictionary, line 13: terms.csv, line 4: \"老城\" is already in line 2",
            "issues.dictionary, line 13: terms.csv, line 5: the kind of \"新城\" must be one of"
                + " place, department, word; is \"town\"");
  }

  @Test
  void aDictionaryNeedsItsHeader() throws IOException {
    Files.writeString(folder.resolve("terms.csv"), "term,kinds\n老城,place\n");

    var faults =
        Written.in(folder, Written.SMALLEST + "issues: {dictionary: terms.csv}\n").faults();

    assertThat(faults)
        .containsExactly(
            "issues.dictionary, line 13: terms.csv, line 1: the header has no column kind; did you"
                + " mean kinds?; it is term,kind,means");
  }

  private static Arguments with(String section, String fault) {
    return Written.change("version: 1", "version: 1\nissues: " + section, List.of(fault));
  }
}
