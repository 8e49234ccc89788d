package dev.tidemark.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Service levels in DuckDB's SQL: the same files in, the same rows of {@code service_levels} and
 * {@code service_shortfalls} out, with Wilson's intervals and those of Kaplan and Meier's
 * quantiles; of {@code service_changes} the shares alone, for SQL has no sign-flip test.
 */
final class DuckDbServices {
  /** Asia/Shanghai is eight hours ahead of UTC in all these years: an addition, no look-up. */
  private static final String LOCAL_DAY =
      "(DATE '1970-01-01' + ((epoch_us(%s) + 28800000000) // 86400000000)::INTEGER)";

  /** The 0.975 quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** As R's survfit has it. */
  private static final double TOLERANCE = Math.scalb(1.0, -26);

  private static final List<String> COUNTS =
      List.of(
          "n",
          "answered",
          "within_floor",
          "within_due",
          "late",
          "unanswered",
          "undetermined",
          "resolved",
          "resolved_told");

  private DuckDbServices() {}

  /**
   * Writes the tables as Parquet, partitioned by period.
   *
   * @param args the folder of {@link Enquiries}, and the folder to write to
   */
  public static void main(String[] args) throws SQLException {
    var folder = Path.of(args[0]);
    var out = args[1];
    var enquiries = folder.resolve("warehouse/enquiries/*/*.parquet").toString();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var sql = connection.createStatement()) {
      sql.execute("SET threads = 2");
      sql.execute("SET preserve_insertion_order = false");
      sql.execute("SET temp_directory = '%s/spill'".formatted(out));
      sql.execute(
          "CREATE VIEW enquiries AS SELECT * FROM read_parquet('%s', hive_partitioning = true, hive_types_autocast = false)"
              .formatted(enquiries));
      sql.execute("CREATE TABLE days AS FROM read_csv('%s')".formatted(folder.resolve("days.csv")));
      sql.execute(
          "CREATE TABLE units AS FROM read_csv('%s')".formatted(folder.resolve("units.csv")));
      sql.execute("CREATE TABLE periods AS " + periods());
      sql.execute("CREATE TABLE floors AS " + floors());
      sql.execute("CREATE TABLE counts AS " + counts());
      sql.execute("CREATE TABLE cells AS " + cells());
      sql.execute("CREATE TABLE levels AS " + levels());
      sql.execute(copy(withIntervals(), out + "/service_levels", "period"));
      sql.execute(copy(shortfalls(), out + "/service_shortfalls", "period"));
      sql.execute(copy(changes(), out + "/service_changes", "period_to"));
    }
  }

  /** Until when each period was observed. */
  private static String periods() {
    var ends =
        IntStream.range(0, Enquiries.PERIODS)
            .mapToObj(
                q ->
                    "('Q%d', %d, DATE '%s')"
                        .formatted(q, q, Enquiries.STARTS.get(q + 1).minusDays(1)))
            .collect(joining(", "));
    return """
    SELECT period, place, greatest(period_end, %s - 1) AS last_day
    FROM (SELECT period, greatest(max(submitted_at), max(answered_at)) AS last_sign
          FROM enquiries GROUP BY period)
    JOIN (VALUES %s) AS known(period, place, period_end) USING (period)"""
        .formatted(LOCAL_DAY.formatted("last_sign"), ends);
  }

  private static String floors() {
    return Enquiries.FLOORS.entrySet().stream()
        .map(floor -> "('%s', %d)".formatted(floor.getKey(), floor.getValue()))
        .collect(joining(", ", "FROM (VALUES ", ") AS floors(kind, floor_working_days)"));
  }

  /** Each enquiry judged; those of one length to one unit counted. */
  private static String counts() {
    return """
    WITH sent AS (
      SELECT id, submitted_at, e.period, e.unit, e.kind, resolved, floor_working_days, last_day,
        %s AS sent_day, %s AS answer_day, %s - 1 AS told_day,
        CASE WHEN e.unit < 'unit-010' THEN 'hubei' ELSE 'all' END AS calendar
      FROM enquiries e JOIN periods p ON p.period = e.period JOIN floors f ON f.kind = e.kind),
    seen AS (
      SELECT *, CASE WHEN answer_day IS NOT NULL THEN greatest(told_day, last_day, answer_day - 1)
        ELSE coalesce(told_day, last_day) END AS observed_until
      FROM sent),
    waited AS (
      SELECT *, coalesce(answer_day, greatest(observed_until, sent_day)) AS waited_until FROM seen),
    numbered AS (
      SELECT w.*, t.working_day_number - f.working_day_number AS waited_working_days,
        due.day AS due_date
      FROM waited w
      JOIN days f ON f.calendar = w.calendar AND f.day = w.sent_day
      JOIN days t ON t.calendar = w.calendar AND t.day = w.waited_until
      LEFT JOIN (FROM days WHERE is_working_day) due ON due.calendar = w.calendar
        AND due.working_day_number = f.working_day_number + w.floor_working_days),
    judged AS (
      SELECT *, answer_day IS NOT NULL AS is_answered,
        due_date IS NULL OR answer_day <= due_date AS is_in_time,
        coalesce(due_date <= observed_until, false) AS is_over
      FROM numbered)
    SELECT period, kind, unit, waited_working_days, count(*) AS n,
      count_if(is_answered) AS answered,
      count_if(is_answered AND is_in_time) AS within_floor,
      count_if(is_answered AND is_in_time AND is_over) AS within_due,
      count_if(is_answered AND NOT is_in_time) AS late,
      count_if(NOT is_answered AND is_over) AS unanswered,
      count_if(NOT is_answered AND NOT is_over) AS undetermined,
      count(*) FILTER (resolved AND is_answered) AS resolved, count(resolved) AS resolved_told,
      min({sent: submitted_at, id: id})
        FILTER (CASE WHEN is_answered THEN NOT is_in_time ELSE is_over END) AS example
    FROM judged GROUP BY ALL"""
        .formatted(
            LOCAL_DAY.formatted("submitted_at"),
            LOCAL_DAY.formatted("answered_at"),
            LOCAL_DAY.formatted("observed_at"));
  }

  /** The same of all units, groups and each unit. */
  private static String cells() {
    return """
    WITH members AS (
      SELECT unit, 'all' AS group_by, 'all' AS group_id FROM units
      UNION ALL SELECT unit, 'unit', unit FROM units
      UNION ALL SELECT unit, 'region', region FROM units
      UNION ALL SELECT unit, 'type', type FROM units)
    SELECT period, kind, group_by, group_id, waited_working_days, %s, min(example) AS example
    FROM counts JOIN members USING (unit) GROUP BY ALL"""
        .formatted(
            COUNTS.stream()
                .map(c -> "sum(%1$s)::BIGINT AS %1$s".formatted(c))
                .collect(joining(", ")));
  }

  private static String levels() {
    var subject = "PARTITION BY period, kind, group_by, group_id ORDER BY waited_working_days";
    return """
    WITH waiting AS (
      SELECT *, sum(n) OVER (%1$s ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)::DOUBLE AS r
      FROM cells),
    curves AS (
      SELECT *, product((r - answered) / r) OVER (%1$s ROWS UNBOUNDED PRECEDING) AS s,
        sqrt(sum(answered / (r * nullif(r - answered, 0))) OVER (%1$s ROWS UNBOUNDED PRECEDING)) AS error,
        max(waited_working_days) OVER (PARTITION BY period, kind, group_by, group_id) AS last
      FROM waiting),
    steps AS (
      SELECT period, kind, group_by, group_id, waited_working_days AS t, s,
        coalesce(lead(waited_working_days) OVER (%1$s), last) AS next,
        CASE WHEN s = 0 THEN 0 ELSE least(1, s * exp(-%2$s * error)) END AS low,
        CASE WHEN s = 0 THEN 1 ELSE least(1, s * exp(%2$s * error)) END AS high
      FROM curves WHERE answered > 0),
    times AS (
      SELECT period, kind, group_by, group_id, %3$s FROM steps GROUP BY ALL),
    sums AS (
      SELECT period, kind, group_by, group_id, %4$s,
        max(CASE WHEN late + unanswered > 0 THEN waited_working_days END) AS longest_working_days,
        min(example) AS example
      FROM cells GROUP BY ALL)
    SELECT *, within_due + late + unanswered AS n_due
    FROM sums LEFT JOIN times USING (period, kind, group_by, group_id)"""
        .formatted(
            subject,
            Z,
            String.join(
                ", ",
                crossing("s", 0.5, "median_working_days"),
                crossing("low", 0.5, "median_low"),
                crossing("high", 0.5, "median_high"),
                crossing("s", 0.1, "p90_working_days"),
                crossing("low", 0.1, "p90_low"),
                crossing("high", 0.1, "p90_high")),
            COUNTS.stream()
                .map(c -> "sum(%1$s)::BIGINT AS %1$s".formatted(c))
                .collect(joining(", ")));
  }

  /** Where a curve first falls to a level; if it runs along it, the middle of that stretch. */
  private static String crossing(String curve, double level, String as) {
    return """
    arg_min(CASE WHEN abs(%1$s - %2$s) < %3$s THEN (t + next) / 2 ELSE t END, t)
      FILTER (%1$s < %2$s + %3$s)::DOUBLE AS %4$s"""
        .formatted(curve, level, TOLERANCE, as);
  }

  private static String withIntervals() {
    return """
    SELECT 'bench' AS framework_id, '1' AS framework_version, period, last_day AS observed_until,
      floor_working_days, levels.* EXCLUDE (period, example, longest_working_days), %s, %s
    FROM levels JOIN periods USING (period) JOIN floors USING (kind)"""
        .formatted(
            wilson("within_due", "n_due", "within"),
            wilson("resolved", "resolved_told", "resolved"));
  }

  private static String wilson(String yes, String n, String prefix) {
    var share = "(%s / nullif(%s, 0))".formatted(yes, n);
    var centre = "%s + %s / (2 * %s)".formatted(share, Z * Z, n);
    var margin =
        "%1$s * sqrt(%2$s * (1 - %2$s) / %3$s + %4$s / (4.0 * %3$s * %3$s))"
            .formatted(Z, share, n, Z * Z);
    var scale = "(1 + %s / %s)".formatted(Z * Z, n);
    return """
    %1$s AS %2$s_share,
    CASE WHEN %3$s = 0 AND %4$s > 0 THEN 0 ELSE (%5$s - %6$s) / %7$s END AS %2$s_low,
    CASE WHEN %3$s = %4$s AND %4$s > 0 THEN 1 ELSE (%5$s + %6$s) / %7$s END AS %2$s_high"""
        .formatted(share, prefix, yes, n, centre, margin, scale);
  }

  private static String shortfalls() {
    return """
    SELECT * FROM (
      SELECT 'bench' AS framework_id, '1' AS framework_version, period, kind, group_id AS unit,
        floor_working_days, %1$s::DOUBLE AS min_share, n_due, within_due, late, unanswered, %2$s,
        ceil(%1$s * n_due - 1e-9)::BIGINT - within_due AS lacking, longest_working_days,
        example.id AS example
      FROM levels JOIN floors USING (kind) WHERE group_by = 'unit')
    WHERE lacking > 0"""
        .formatted(Enquiries.MIN_SHARE, wilson("within_due", "n_due", "within"));
  }

  /** Both measures of each period and the one before it. */
  private static String changes() {
    return """
    WITH measures AS (
      SELECT place, kind, group_by, group_id, 'within_floor' AS measure,
        within_due / nullif(n_due, 0) AS share FROM levels JOIN periods USING (period)
      UNION ALL
      SELECT place, kind, group_by, group_id, 'resolved', resolved / nullif(resolved_told, 0)
      FROM levels JOIN periods USING (period)),
    pairs AS (
      SELECT f.period AS period_from, t.period AS period_to, kind, group_by, group_id, measure,
        max(share) FILTER (measures.place = f.place) AS level_from,
        max(share) FILTER (measures.place = t.place) AS level_to
      FROM periods f JOIN periods t ON t.place = f.place + 1
      JOIN measures ON measures.place IN (f.place, t.place)
      GROUP BY ALL),
    members AS (
      SELECT unit, 'all' AS group_by, 'all' AS group_id FROM units
      UNION ALL SELECT unit, 'unit', unit FROM units
      UNION ALL SELECT unit, 'region', region FROM units
      UNION ALL SELECT unit, 'type', type FROM units),
    means AS (
      SELECT u.period_to, u.kind, m.group_by, m.group_id, u.measure, count(*) AS n,
        avg(u.level_from) AS share_from, avg(u.level_to) AS share_to
      FROM pairs u JOIN members m ON m.unit = u.group_id
      WHERE u.group_by = 'unit' AND u.level_from IS NOT NULL AND u.level_to IS NOT NULL
      GROUP BY ALL)
    SELECT 'bench' AS framework_id, '1' AS framework_version, pairs.*, coalesce(n, 0) AS n,
      share_from, share_to, share_to - share_from AS change
    FROM pairs LEFT JOIN means USING (period_to, kind, group_by, group_id, measure)
    WHERE level_from IS NOT NULL OR level_to IS NOT NULL""";
  }

  private static String copy(String query, String folder, String by) {
    return "COPY (%s) TO '%s' (FORMAT parquet, PARTITION_BY (%s))".formatted(query, folder, by);
  }
}
