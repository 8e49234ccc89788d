package dev.tidemark.bench.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code messages.csv} and what is true of it.
 *
 * <p>Of every 1,500 messages some 980 are about issues (the same problem at the same place, in two
 * periods), some fifty of these are sent again by the same person, and the rest are of no issue:
 * single complaints of the same kinds about other places, questions, anything else.
 */
public final class SampleMessages {
  private static final long SEED = 20_200_401;
  private static final int SAMPLE = 1_500;

  private SampleMessages() {}

  /**
   * Writes the files.
   *
   * @param args number of messages, at least 1,500; the file {@code units.csv}; the folder for
   *     {@code messages.csv}; the folder for {@code message-issues.csv}, {@code issues.csv}, {@code
   *     personal.csv} and {@code bottleneck.csv}
   */
  public static void main(String[] args) throws IOException {
    int total = Integer.parseInt(args[0]);
    if (total < SAMPLE) {
      throw new IllegalArgumentException("There are 1,500 messages at least, not " + total);
    }
    var cities = City.all(Path.of(args[1]));
    var dice = new Dice(SEED);
    var phrases = new Phrases();
    var plan = Plan.of(cities, Problem.all(), phrases, total / SAMPLE, dice);
    var correspondence = new Correspondence(cities, phrases, dice);
    correspondence.addIssues(plan.issues());
    correspondence.addOthers(total, plan);
    write(correspondence.messages(), Path.of(args[2]), Path.of(args[3]));
    writeIssues(plan.issues(), Path.of(args[3]));
  }

  private static void write(List<Message> messages, Path folder, Path truth) throws IOException {
    var rows = new ArrayList<>(List.of(Message.HEADER));
    var members = new ArrayList<>(List.of("message,issue"));
    var personal = new ArrayList<>(List.of("message,kind,datum"));
    for (var message : messages) {
      var id = String.format(Locale.ROOT, "msg-%05d", rows.size());
      rows.add(message.row(id));
      if (!message.issue().isEmpty()) {
        members.add(id + "," + message.issue());
      }
      message
          .planted()
          .forEach(
              planted ->
                  personal.add(
                      "%s,%s,%s".formatted(id, planted.kind(), Message.cell(planted.datum()))));
    }
    Files.write(folder.resolve("messages.csv"), rows);
    Files.write(truth.resolve("message-issues.csv"), members);
    Files.write(truth.resolve("personal.csv"), personal);
    Files.write(
        truth.resolve("bottleneck.csv"),
        List.of("stage,department", Replies.WORST_STAGE + "," + Replies.WORST_DEPARTMENT));
  }

  private static void writeIssues(List<PlantedIssue> issues, Path truth) throws IOException {
    var rows = new ArrayList<>(List.of("issue,problem,units,name,trend,voices_W1,voices_W2"));
    for (var issue : issues) {
      rows.add(
          "%s,%s,%s,%s,%s,%d,%d"
              .formatted(
                  issue.id(),
                  issue.problem().id(),
                  String.join(" ", issue.cities().stream().map(City::unit).sorted().toList()),
                  issue.name(),
                  issue.trend(),
                  issue.voices().get(0),
                  issue.voices().get(1)));
    }
    Files.write(truth.resolve("issues.csv"), rows);
  }
}
