package dev.tidemark.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2: what {@code tidemark sql} runs, and what it does not. */
class QueryGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT unit, score FROM index_scores WHERE node = 'overall' AND period = 'all' ORDER BY rank LIMIT 5 OFFSET 2",
        "select count(*) from index_scores s join units u using (unit) group by u.groups['region'] having count(*) > 1",
        "WITH a AS (SELECT * FROM visits), b AS (SELECT 1) SELECT * FROM a, b WHERE EXISTS (SELECT 1 FROM units)",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT * FROM r",
        "VALUES (1, 'INSERT INTO x'), (2, 'DROP TABLE y')",
        "FROM units SELECT unit",
        "FROM units |> WHERE unit = 'x' |> AGGREGATE count(*) GROUP BY unit",
        "TABLE units",
        "(SELECT 1) UNION ALL (SELECT 2 EXCEPT SELECT 3 INTERSECT SELECT 4)",
        "SELECT * FROM index_scores PIVOT (max(score) FOR period IN ('p', 'q'))",
        "SELECT * FROM group_scores UNPIVOT (x FOR y IN (score, rank))",
        "SELECT *, rank() OVER w FROM index_scores WINDOW w AS (PARTITION BY unit ORDER BY score)",
        "SELECT unit, g, k FROM units LATERAL VIEW explode(groups) t AS g, k",
        "SELECT fault.hint FROM quarantine, LATERAL inline(faults) AS fault",
        "SELECT * FROM range(5)",
        "SELECT /*+ BROADCAST(u) */ DISTINCT * FROM units u DISTRIBUTE BY unit",
        "SELECT transform(array(1), x -> x + 1), INTERVAL 1 DAY, DATE '2020-01-01', 1::string",
        "SELECT * FROM observations VERSION AS OF 1 LIMIT 5",
        "SELECT * FROM observations TIMESTAMP AS OF '2020-01-01'",
        "SELECT unit FROM units GROUP BY GROUPING SETS ((unit), ());",
        "-- what a comment says is not done: DROP TABLE units\nSELECT 1 /* INSERT */;",
        "SHOW TABLES",
        "SHOW COLUMNS IN units",
        "SHOW FUNCTIONS LIKE 'pct*'",
        "DESCRIBE units",
        "DESC TABLE EXTENDED units",
        "DESCRIBE FUNCTION median",
        "DESCRIBE QUERY SELECT * FROM units",
        "DESCRIBE HISTORY observations",
        "desc history observations limit 3;",
        "DESCRIBE DETAIL observations",
        "EXPLAIN FORMATTED SELECT * FROM units",
      })
  void aQueryOverTheTablesRuns(String query) {
    assertThat(SqlGuard.queryFault(query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO units VALUES (1)",
        "iNsErT/**/INTO units SELECT 1",
        "/* SELECT */ DELETE FROM units",
        "-- SELECT\nUPDATE units SET unit = 'x'",
        "WITH a AS (SELECT 1) INSERT INTO units SELECT * FROM a",
        "FROM units INSERT INTO a SELECT 1 INSERT INTO b SELECT 2",
        "INSERT OVERWRITE DIRECTORY 'x' USING csv SELECT 1",
        "MERGE INTO units u USING visits v ON u.unit = v.unit WHEN MATCHED THEN DELETE",
        "CREATE TABLE x AS SELECT 1",
        "CREATE TEMPORARY VIEW x AS SELECT 1",
        "CREATE TEMPORARY FUNCTION f AS 'x.Y'",
        "DROP TABLE units",
        "ALTER TABLE units ADD COLUMN x INT",
        "TRUNCATE TABLE units",
        "OPTIMIZE units",
        "VACUUM units RETAIN 0 HOURS",
        "RESTORE TABLE units TO VERSION AS OF 0",
        "GENERATE symlink_format_manifest FOR TABLE units",
        "SET spark.sql.ansi.enabled = false",
        "SET",
        "RESET",
        "ADD JAR 'x.jar'",
        "LIST JARS",
        "CACHE TABLE units",
        "REFRESH TABLE units",
        "ANALYZE TABLE units COMPUTE STATISTICS",
        "USE elsewhere",
        "CALL p()",
        "DECLARE VARIABLE x INT",
        "EXECUTE IMMEDIATE 'DROP TABLE units'",
        "BEGIN SELECT 1; DROP TABLE units; END",
        "EXPLAIN DROP TABLE units",
        "SELECT TRANSFORM(unit) USING 'cat' AS x FROM units",
        "SELECT * FROM (FROM units MAP unit USING 'cat' AS x)",
        "",
      })
  void whatDoesMoreThanAskIsRefused(String statement) {
    assertThat(SqlGuard.queryFault(statement)).contains(ReadOnlyQuery.READ_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM delta.`/etc`",
        "SELECT * FROM text.`/etc/passwd`",
        "SELECT * FROM CSV.`x.csv`",
        "SELECT * FROM other_schema.units",
        "SELECT * FROM delta.`/etc` VERSION AS OF 1",
        "SELECT 1 WHERE EXISTS (SELECT * FROM parquet.`x`)",
        "SELECT (SELECT max(x) FROM json.`x`)",
        "WITH a AS (SELECT * FROM text.`x`) SELECT * FROM a",
        "SELECT * FROM units, LATERAL (SELECT * FROM text.`x`)",
        "SELECT * FROM units ORDER BY (SELECT max(x) FROM json.`x`)",
        "EXPLAIN SELECT * FROM text.`x`",
        "DESCRIBE QUERY SELECT * FROM text.`x`",
        "DESCRIBE delta.`/etc`",
        "SHOW COLUMNS IN delta.`/etc`",
        "SHOW CREATE TABLE delta.`/etc`",
        "SHOW PARTITIONS delta.`/etc`",
      })
  void whatIsNamedByPathOrSchemaIsOutsideTheWarehouse(String query) {
    assertThat(SqlGuard.queryFault(query).orElseThrow()).contains("is outside the warehouse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT reflect('java.lang.Runtime', 'getRuntime')",
        "SELECT JAVA_METHOD('java.lang.System', 'exit', 3)",
        "SELECT `try_reflect`('java.lang.System', 'getenv', 'HOME')",
        "SELECT system.builtin.reflect('java.lang.System', 'lineSeparator')",
        "VALUES (reflect('java.lang.System', 'lineSeparator'))",
        "SELECT unit FROM units GROUP BY unit HAVING reflect('a', 'b') = 1",
        "SELECT rank() OVER w FROM units WINDOW w AS (ORDER BY reflect('a', 'b'))",
        "SELECT 1 WHERE 1 IN (SELECT reflect('a', 'b'))",
        "SELECT transform(array(1), x -> reflect('a', 'b'))",
        "SELECT sum(1) FILTER (WHERE reflect('a', 'b') = '')",
        "SELECT * FROM read_files('/etc')",
        "SELECT * FROM table_changes_by_path('/etc', 0)",
        "SELECT * FROM units LATERAL VIEW other.generator(unit) t AS x",
      })
  void aFunctionThatReachesOutsideIsRefused(String query) {
    assertThat(SqlGuard.queryFault(query).orElseThrow())
        .contains("is not allowed, it may reach outside the warehouse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM IDENTIFIER('delta.`/etc`') | only queries run here",
        "SELECT IDENTIFIER('reflect')('a', 'b') | Write the name itself.",
        "SELECT * FROM units WITH (`path` = '/etc') | Leave WITH (…) out.",
        "DESCRIBE /* x */ HISTORY delta.`/etc` | write it plainly: DESCRIBE HISTORY table",
        "DESC DETAIL delta.`/etc` | write it plainly: DESCRIBE HISTORY table",
        "DESCRIBE HISTORY '/etc' | Syntax error",
        "SELECT 1; DROP TABLE units | Syntax error at or near 'DROP'",
        "SELECT unit FORM units u | Syntax error at or near 'units'",
        "SELECT | Syntax error",
      })
  void whatCannotBeReadOrHidesANameSaysSo(String query, String message) {
    assertThat(SqlGuard.queryFault(query).orElseThrow()).contains(message);
  }

  @Test
  void aQueryNestedWithoutEndIsRefusedAndNotACrash() {
    var query = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);

    assertThat(SqlGuard.queryFault(query)).contains("it is nested too deeply to be read");
  }
}
