package dev.tidemark.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One row of a small table that {@link DeltaLake#ledger} read; every value is there. */
public final class LedgerRow {
  private final Map<String, Object> values;

  private LedgerRow(Map<String, Object> values) {
    this.values = values;
  }

  /** Copies a row, which is gone when the next is read. */
  static LedgerRow of(Row row) {
    var values = new HashMap<String, Object>();
    var schema = row.getSchema();
    for (int at = 0; at < schema.length(); at++) {
      if (!row.isNullAt(at)) {
        values.put(schema.at(at).getName(), value(row, at, schema.at(at).getDataType()));
      }
    }
    return new LedgerRow(values);
  }

  /** A string. */
  public String text(String column) {
    return (String) value(column);
  }

  /** A long; of a timestamp, microseconds since 1970 in UTC. */
  public long number(String column) {
    return (Long) value(column);
  }

  /** An array of strings. */
  @SuppressWarnings("unchecked") // of() puts nothing else there
  public List<String> texts(String column) {
    return (List<String>) value(column);
  }

  /** A map of longs by string. */
  @SuppressWarnings("unchecked") // of() puts nothing else there
  public Map<String, Long> numbers(String column) {
    return (Map<String, Long>) value(column);
  }

  private Object value(String column) {
    var value = values.get(column);
    if (value == null) {
      throw new IllegalArgumentException(column + " is null or was not read");
    }
    return value;
  }

  private static Object value(Row row, int at, DataType type) {
    if (type instanceof StringType) {
      return row.getString(at);
    }
    if (type instanceof LongType || type instanceof TimestampType) {
      return row.getLong(at);
    }
    if (type instanceof ArrayType of && of.getElementType() instanceof StringType) {
      return texts(row.getArray(at));
    }
    if (type instanceof MapType of
        && of.getKeyType() instanceof StringType
        && of.getValueType() instanceof LongType) {
      return numbers(row.getMap(at));
    }
    throw new IllegalArgumentException("no ledger has values of type " + type);
  }

  private static List<String> texts(ArrayValue values) {
    var elements = values.getElements();
    return IntStream.range(0, values.getSize()).mapToObj(elements::getString).toList();
  }

  private static Map<String, Long> numbers(MapValue entries) {
    var numbers = new HashMap<String, Long>();
    for (int at = 0; at < entries.getSize(); at++) {
      numbers.put(entries.getKeys().getString(at), entries.getValues().getLong(at));
    }
    return Map.copyOf(numbers);
  }
}
