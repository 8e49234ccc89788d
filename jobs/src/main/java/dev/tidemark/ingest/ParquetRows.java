package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Parquet files as the same rows of text that {@link DeliveredRows} makes of the others. */
final class ParquetRows {
  private ParquetRows() {}

  /** The file's columns as its footer has them. */
  static StructType schema(SparkSession spark, DeliveredSource source) {
    return spark.read().parquet(source.uri()).schema();
  }

  /** The probe with the columns of the footer, and a fault if they are not the table's. */
  static FileProbe withHeader(
      Configuration settings, DeliveredSource source, FileProbe probe, Columns columns) {
    var header = new ArrayList<String>();
    Fault fault;
    try (var reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(source.uri()), settings))) {
      reader
          .getFileMetaData()
          .getSchema()
          .getFields()
          .forEach(field -> header.add(field.getName()));
      fault = HeaderCheck.fault(header, columns);
      if (fault == null && reader.getRecordCount() == 0) {
        fault = Fault.of(Reason.NO_ROWS, "has columns and no row");
      }
    } catch (Exception e) {
      // The reader throws whatever the damaged footer makes it throw, checked or not.
      header.clear();
      fault = Fault.of(Reason.UNREADABLE_FILE, "its footer cannot be read: " + firstLine(e));
    }
    return new FileProbe(
        probe.name(),
        probe.format(),
        probe.length(),
        probe.sha256(),
        header,
        Optional.ofNullable(fault));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Reads files of one schema in one scan.
   *
   * @param files probed and found readable, with the same columns
   */
  static Dataset<Row> of(SparkSession spark, List<DeliveredFile> files, Columns columns) {
    var schema = schema(spark, files.get(0).source());
    var names = new LinkedHashMap<String, DeliveredFile>();
    files.forEach(file -> names.put(path(file.source()), file));
    var rows =
        spark
            .read()
            .schema(schema)
            .parquet(files.stream().map(file -> file.source().uri()).toArray(String[]::new));
    var file = col("_metadata.file_path");
    var selected = new ArrayList<Column>();
    selected.add(lookUp(file, names, f -> f.source().name()).as(SOURCE_FILE));
    selected.add(col("_metadata.row_index").plus(1).as(SOURCE_LINE));
    selected.add(lookUp(file, names, f -> f.probe().sha256()).as(SHA256));
    selected.add(lookUp(file, names, DeliveredFile::sequence).as(SEQUENCE));
    selected.add(to_json(struct(col("*"))).as(RAW));
    selected.add(controlChars(schema).as(DeliveredRows.MALFORMED));
    selected.add(features(schema, columns).as(FEATURES));
    for (var column : columns.declared()) {
      selected.add(
          (Arrays.asList(schema.fieldNames()).contains(column)
                  ? blankIsNull(cell(column))
                  : lit(null).cast("string"))
              .as(DeliveredRows.text(column)));
    }
    var all = rows.select(selected.toArray(Column[]::new));
    var cells = new LinkedHashMap<String, Column>();
    Stream.concat(Stream.of(FEATURES), columns.declared().stream().map(DeliveredRows::text))
        .forEach(name -> cells.put(name, when(col(DeliveredRows.MALFORMED).isNull(), col(name))));
    return all.withColumns(cells);
  }

  /** The faults of a row's cells with control characters; null if there is none. */
  private static Column controlChars(StructType schema) {
    var faults = new ArrayList<Column>();
    for (var field : schema.fields()) {
      if (!(field.dataType() instanceof NumericType)) {
        faults.add(ControlChars.fault(field.name(), cell(field.name())));
      }
    }
    var none = lit(null).cast(createArrayType(FaultColumns.TYPE, false));
    var found = FaultColumns.all(faults);
    return faults.isEmpty() ? none : when(size(found).gt(0), found);
  }

  private static Column features(StructType schema, Columns columns) {
    var entries = new ArrayList<Column>();
    for (var name : schema.fieldNames()) {
      if (columns.takesAsFeature(name)) {
        entries.add(lit(name));
        entries.add(blankIsNull(cell(name)));
      }
    }
    return entries.isEmpty()
        ? map().cast("map<string,string>")
        : map_filter(map(entries.toArray(Column[]::new)), (name, value) -> value.isNotNull());
  }

  private static Column cell(String name) {
    return col("`" + name + "`").cast("string");
  }

  /** Blank as {@link String#isBlank} has it, which the other formats are held to. */
  private static Column blankIsNull(Column text) {
    return when(text.rlike("\\P{javaWhitespace}"), text);
  }

  /** As {@code _metadata.file_path} spells it: encoded, and a local one with a single slash. */
  private static String path(DeliveredSource source) {
    return new Path(source.uri()).toUri().toString();
  }

  private static Column lookUp(
      Column path,
      Map<String, DeliveredFile> files,
      java.util.function.Function<DeliveredFile, Object> property) {
    var entries = new ArrayList<Column>();
    files.forEach(
        (name, file) -> {
          entries.add(lit(name));
          entries.add(lit(property.apply(file)));
        });
    return element_at(map(entries.toArray(Column[]::new)), path);
  }
}
