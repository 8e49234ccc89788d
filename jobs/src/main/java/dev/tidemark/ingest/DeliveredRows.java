package dev.tidemark.ingest;

import static dev.tidemark.table.Col.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Delivered files as rows of text: {@code source_file, source_line, sha256, sequence, raw}, a
 * {@code malformed} with the faults of a record that cannot be taken apart, one text column per
 * declared column and the features as a map.
 *
 * <p>One task reads one file, record by record; this is where files become rows, so it cannot be
 * said in columns.
 */
final class DeliveredRows {
  static final String MALFORMED = "malformed";
  private static final String CELLS = "cells";

  private static final StructType RECORD =
      new StructType()
          .add(SOURCE_FILE, StringType, false)
          .add(SOURCE_LINE, LongType, false)
          .add(SHA256, StringType, false)
          .add(SEQUENCE, LongType, false)
          .add(RAW, StringType, true)
          .add(MALFORMED, createArrayType(FaultColumns.TYPE, false), true)
          .add(CELLS, createArrayType(StringType), true)
          .add(FEATURES, createMapType(StringType, StringType), true);

  private DeliveredRows() {}

  /**
   * Reads files other than Parquet.
   *
   * @param files probed and found readable
   * @return one row per record; text columns are null where blank, and all of them where malformed
   */
  static Dataset<Row> of(SparkSession spark, List<DeliveredFile> files, ReadOptions options) {
    var parts = new HashMap<String, Part>();
    files.forEach(file -> parts.put(file.source().uri(), Part.of(file)));
    var names = parts.keySet().stream().sorted().toList();
    var reading =
        new Reading(parts, options.columns(), options.limits(), options.encoding().name());
    var cells =
        spark
            .createDataset(names, Encoders.STRING())
            .repartition(Math.max(1, names.size()))
            .flatMap(reading, Encoders.row(RECORD));
    var columns = new ArrayList<Column>();
    for (var name : List.of(SOURCE_FILE, SOURCE_LINE, SHA256, SEQUENCE, RAW, MALFORMED, FEATURES)) {
      columns.add(col(name));
    }
    var declared = options.columns().declared();
    for (int i = 0; i < declared.size(); i++) {
      columns.add(
          org.apache
              .spark
              .sql
              .functions
              .when(col(MALFORMED).isNull(), element_at(col(CELLS), lit(i + 1)))
              .as(text(declared.get(i))));
    }
    return cells.select(columns.toArray(Column[]::new));
  }

  /** The column that holds a declared column's cell as delivered. */
  static String text(String column) {
    return "text_" + column;
  }

  /** What a task must know of a file. */
  private record Part(
      DeliveredSource source,
      Format format,
      long length,
      String sha256,
      ArrayList<String> header,
      long sequence)
      implements Serializable {
    static Part of(DeliveredFile file) {
      var probe = file.probe();
      return new Part(
          file.source(),
          probe.format(),
          probe.length(),
          probe.sha256(),
          new ArrayList<>(probe.header()),
          file.sequence());
    }

    FileProbe probe() {
      return new FileProbe(source.name(), format, length, sha256, header, Optional.empty());
    }
  }

  /** Reads one file in one task. */
  private record Reading(
      HashMap<String, Part> parts, Columns columns, Limits limits, String encoding)
      implements FlatMapFunction<String, Row> {
    @Override
    public Iterator<Row> call(String uri) throws IOException {
      var part = parts.get(uri);
      var options = new ReadOptions(columns, Charset.forName(encoding), limits);
      var reader = RecordReader.open(part.source(), part.probe(), options);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          boolean more = reader.hasNext();
          if (!more) {
            close(reader);
          }
          return more;
        }

        @Override
        public Row next() {
          return row(part, reader.next(), reader.columns(), columns.declared().size());
        }
      };
    }
  }

  private static Row row(Part part, RawRecord delivered, List<String> columns, int declared) {
    boolean malformed = !delivered.faults().isEmpty();
    var cells = malformed ? null : delivered.cells().subList(0, declared).toArray(String[]::new);
    var features = malformed ? null : features(delivered.cells(), columns, declared);
    return RowFactory.create(
        part.source().name(),
        delivered.line(),
        part.sha256(),
        part.sequence(),
        delivered.raw(),
        malformed ? delivered.faults().stream().map(FaultColumns::row).toArray(Row[]::new) : null,
        cells,
        features);
  }

  private static scala.collection.Map<String, String> features(
      List<String> cells, List<String> columns, int declared) {
    var features = new HashMap<String, String>();
    for (int i = declared; i < columns.size(); i++) {
      if (cells.get(i) != null) {
        features.put(columns.get(i), cells.get(i));
      }
    }
    return CollectionConverters.asScala(features);
  }

  private static void close(RecordReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
