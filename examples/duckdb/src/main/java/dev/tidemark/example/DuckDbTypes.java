package dev.tidemark.example;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.util.Map;
import java.util.stream.Collectors;

/** The names that DuckDB has for the types of Tidemark's columns. */
final class DuckDbTypes {
  private static final Map<Class<? extends DataType>, String> PLAIN =
      Map.of(
          StringType.class, "VARCHAR",
          DoubleType.class, "DOUBLE",
          FloatType.class, "FLOAT",
          IntegerType.class, "INTEGER",
          LongType.class, "BIGINT",
          BooleanType.class, "BOOLEAN",
          DateType.class, "DATE",
          TimestampType.class, "TIMESTAMPTZ");

  private DuckDbTypes() {}

  /**
   * @throws IllegalStateException of a type that no column of Tidemark has
   */
  static String of(DataType type) {
    if (type instanceof ArrayType array) {
      return of(array.getElementType()) + "[]";
    }
    if (type instanceof MapType map) {
      return "MAP(%s, %s)".formatted(of(map.getKeyType()), of(map.getValueType()));
    }
    if (type instanceof StructType struct) {
      return struct.fields().stream()
          .map(field -> quoted(field.getName()) + " " + of(field.getDataType()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    var name = PLAIN.get(type.getClass());
    if (name == null) {
      throw new IllegalStateException("There is no type in DuckDB for " + type + ".");
    }
    return name;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return text == null ? "NULL" : "'" + text.replace("'", "''") + "'";
  }
}
