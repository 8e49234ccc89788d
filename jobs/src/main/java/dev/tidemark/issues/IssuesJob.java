package dev.tidemark.issues;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.framework.EvaluationFramework;
import dev.tidemark.framework.Period;
import dev.tidemark.issues.label.Labeller;
import dev.tidemark.issues.score.NearestIndicators;
import dev.tidemark.issues.theme.Themes;
import dev.tidemark.job.JobContext;
import dev.tidemark.job.Reads;
import dev.tidemark.job.TableJob;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import dev.tidemark.text.embed.BgeSmallZh;
import dev.tidemark.text.embed.Embedder;
import dev.tidemark.text.embed.Embeddings;
import dev.tidemark.text.embed.StaticVectors;
import dev.tidemark.text.words.Words;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes {@code themes}, {@code issues}, {@code issue_messages}, {@code issue_lineage} and {@code
 * issue_periods}; nothing, and says so, where no messages were delivered or none changed.
 */
public final class IssuesJob implements TableJob {
  /** On the language model's scale, what a cosine of 0 is between vectors around their mean. */
  private static final double CENTRED = 0.4;

  @Override
  public String name() {
    return "issues";
  }

  @Override
  public List<Reads> reads(EvaluationFramework framework) {
    return List.of(Reads.fromPeriodOn(Tables.MESSAGES));
  }

  @Override
  public List<TableSpec> writes() {
    return List.of(
        Tables.THEMES,
        Tables.ISSUES,
        Tables.ISSUE_MESSAGES,
        Tables.ISSUE_LINEAGE,
        Tables.ISSUE_PERIODS,
        Tables.EMBEDDINGS,
        Tables.TOKEN_VECTORS);
  }

  /**
   * Every period is searched again; vectors of texts are kept, as they are named by their model.
   */
  @Override
  public void forget(JobContext context) {
    if (context.lake().has(Tables.ISSUE_PERIODS)) {
      context
          .lake()
          .replaceAll(
              Tables.ISSUE_PERIODS,
              context.spark().createDataFrame(List.of(), Tables.ISSUE_PERIODS.schema()));
    }
  }

  /**
   * Searches the periods whose messages changed, and those after them: an issue's identity depends
   * on all that was known before.
   */
  @Override
  public void run(JobContext context) {
    if (!context.lake().has(Tables.MESSAGES)) {
      context.progress().accept("issues: no messages were loaded; left out");
      return;
    }
    var input = new IssueInput(context.lake().read(Tables.MESSAGES), context.framework());
    var history = history(context, input);
    var changed = history.changed(context.periods());
    if (changed.isEmpty()) {
      context.progress().accept("issues: no message changed; nothing to do");
      return;
    }
    int last = changed.get(changed.size() - 1);
    var periods =
        context.framework().periods().stream().map(Period::id).toList().subList(0, last + 1);
    try (var cleaned = input.cleaned(periods)) {
      search(context, input, cleaned, periods, history, changed);
    }
  }

  /** Everything after what the messages of the periods up to the last changed one say is known. */
  private static void search(
      JobContext context,
      IssueInput input,
      CleanMessages cleaned,
      List<String> periods,
      IssueHistory history,
      List<Integer> changed) {
    var rules = context.framework().issues();
    int first = changed.get(0);
    var contents = cleaned.contents();
    var model = embedder(context, contents);
    var leaves = NearestIndicators.texts(context.spark(), context.framework());
    var texts = contents.unionByName(leaves.select(CONTENT_HASH, CLEAN_TEXT));
    var vectors = Embeddings.of(context.lake(), texts, model);
    var book =
        TextVectorBook.of(vectors, model.dimensions(), model instanceof BgeSmallZh ? 0 : CENTRED);
    var memory = history.memoryBefore(first);
    var fold = new IssueFold(rules, periods, memory, book);
    var records = new IssueRecords(context.framework());
    records.keep(history, first);
    var words = Words.with(TownWords.of(rules.dictionary()));
    var labeller = Labeller.of(rules, context.progress());
    for (int period : changed) {
      var rows = cleaned.window(history.window(period), memory.representatives()).collectAsList();
      var window = cleaned.messages(rows);
      var step = fold.step(period, window);
      var keywords = IssueKeywords.of(context.spark(), step, words).collectAsList();
      records.add(period, window, step, IssueKeywords.byIssue(keywords), labeller);
      context
          .progress()
          .accept(
              "issues: %s: %d issues in a window of %d messages"
                  .formatted(periods.get(period), step.states().size(), window.size()));
    }
    var near = cleaned.near().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      writeMessages(context, near, vectors, records, memory, words);
    } finally {
      near.unpersist();
    }
    writeIssues(
        context,
        input,
        records,
        leaves.join(vectors, CONTENT_HASH),
        periods.subList(first, periods.size()));
    // Last: what stands here is done.
    context
        .lake()
        .replaceAll(
            Tables.ISSUE_PERIODS,
            records.periods(context.spark(), memory, history, periods.size() - 1));
  }

  private static void writeMessages(
      JobContext context,
      Dataset<Row> near,
      Dataset<Row> vectors,
      IssueRecords records,
      IssueMemory memory,
      Words words) {
    var framework = context.framework();
    var themes = Themes.of(near, vectors, framework.issues().themes(), framework.seed(), words);
    context
        .lake()
        .replaceAll(
            Tables.THEMES,
            themes
                .themes()
                .withColumn(FRAMEWORK_ID, lit(framework.id()))
                .withColumn(FRAMEWORK_VERSION, lit(framework.version())));
    context
        .lake()
        .replaceAll(
            Tables.ISSUE_MESSAGES,
            records
                .messages(context.spark(), memory)
                .drop(THEME_ID)
                .join(
                    themes.messages(),
                    CollectionConverters.asScala(List.of(ID)).toSeq(),
                    "left_outer"));
  }

  private static void writeIssues(
      JobContext context,
      IssueInput input,
      IssueRecords records,
      Dataset<Row> indicators,
      List<String> searched) {
    var spark = context.spark();
    var lake = context.lake();
    var members =
        IssueScoring.members(input.messages(), lake.read(Tables.ISSUE_MESSAGES))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      var issues =
          IssueScoring.of(
                  records.issues(spark),
                  members,
                  records.centres(spark),
                  indicators,
                  context.framework())
              .where(col(PERIOD).isin(searched.toArray()));
      lake.replacePartitions(Tables.ISSUES, issues, searched);
    } finally {
      members.unpersist();
    }
    lake.replacePartitions(Tables.ISSUE_LINEAGE, records.lineage(spark), searched);
  }

  private static IssueHistory history(JobContext context, IssueInput input) {
    var lake = context.lake();
    var kept =
        lake.has(Tables.ISSUE_PERIODS)
            ? lake.read(Tables.ISSUE_PERIODS).select(PERIOD, INPUT_FINGERPRINT).collectAsList()
            : List.<Row>of();
    return new IssueHistory(lake, context.framework(), input.digests().collectAsList(), kept);
  }

  private static Embedder embedder(JobContext context, Dataset<Row> contents) {
    return switch (context.framework().issues().vectors()) {
      case MODEL -> BgeSmallZh.onClassPath();
      case STATIC -> StaticVectors.of(context.lake(), contents, BgeSmallZh.onClassPath());
      case WORDS -> StaticVectors.ofWords(context.lake(), contents);
    };
  }
}
