package dev.tidemark.enquiries;

import static dev.tidemark.table.Col.ANSWERED_AT;
import static dev.tidemark.table.Col.ID;
import static dev.tidemark.table.Col.OBSERVED_AT;
import static dev.tidemark.table.Col.SOURCE_FILE;
import static dev.tidemark.table.Col.SOURCE_LINE;
import static dev.tidemark.table.Col.SUBMITTED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import dev.tidemark.days.LocalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An enquiry of a year whose working days are not known; one mistyped year asks for decades. */
final class UncoveredDay {
  private UncoveredDay() {}

  /**
   * The first by its id of those that begin or end on a day.
   *
   * @param enquiries {@code enquiries}
   * @param zone in which days are told
   * @return one row; none if the day is no enquiry's, but in between or a period's end
   */
  static Dataset<Row> enquiryOf(Dataset<Row> enquiries, LocalDate day, ZoneId zone) {
    var first = LocalDay.of(col(SUBMITTED_AT), zone);
    var last = LocalDay.of(greatest(col(SUBMITTED_AT), col(ANSWERED_AT), col(OBSERVED_AT)), zone);
    return enquiries.where(first.equalTo(lit(day)).or(last.equalTo(lit(day)))).orderBy(ID).limit(1);
  }

  /** Its id, its file and its line. */
  static String text(Row row) {
    return "%s (%s, line %d)"
        .formatted(row.getAs(ID), row.getAs(SOURCE_FILE), row.<Long>getAs(SOURCE_LINE));
  }
}
