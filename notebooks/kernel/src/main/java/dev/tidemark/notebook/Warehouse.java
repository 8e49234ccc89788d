package dev.tidemark.notebook;

import dev.tidemark.cli.Sessions;
import dev.tidemark.error.NearestName;
import dev.tidemark.error.UsageWrong;
import dev.tidemark.table.CommitNote;
import dev.tidemark.table.DeltaLake;
import dev.tidemark.table.SqlGuard;
import dev.tidemark.table.TableSpec;
import dev.tidemark.table.Tables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse, to be asked and not to be written. */
final class Warehouse implements AutoCloseable {
  private final Sessions session;
  private final DeltaLake lake;

  Warehouse(Sessions session, String place) {
    this.session = session;
    lake = new DeltaLake(session.spark(), place, CommitNote.READER).published();
  }

  SparkSession spark() {
    return session.spark();
  }

  /**
   * The rows of a query.
   *
   * @throws UsageWrong if it does anything but ask
   */
  Dataset<Row> sql(String query, Map<String, Object> parameters) {
    SqlGuard.queryFault(query)
        .ifPresent(
            fault -> {
              throw new UsageWrong("The query cannot be run: " + fault);
            });
    lake.publishNames(query);
    return session.spark().sql(query, parameters);
  }

  /**
   * All rows of a table.
   *
   * @throws UsageWrong if there is none of the name
   */
  Dataset<Row> table(String name) {
    return lake.read(spec(name));
  }

  /** Whether a table was written; what is no table at all never was. */
  boolean has(String name) {
    return Tables.named(name).filter(lake::has).isPresent();
  }

  /** The declarations of those that were written. */
  List<TableSpec> tables() {
    return Tables.all().stream().filter(lake::has).toList();
  }

  private TableSpec spec(String name) {
    return Tables.named(name)
        .orElseThrow(
            () ->
                new UsageWrong(
                    "There is no table %s%s."
                        .formatted(
                            name,
                            NearestName.hint(
                                name, Tables.all().stream().map(TableSpec::name).toList()))));
  }

  @Override
  public void close() {
    session.close();
  }
}
