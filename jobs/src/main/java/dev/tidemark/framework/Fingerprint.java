package dev.tidemark.framework;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * SHA-256 of values, whatever their collections' order in memory.
 *
 * <p>Every component of a record counts, so that what is declared in a later version cannot be
 * forgotten here. Each value is written behind its length: no two contents look alike.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** In hexadecimal, of records, lists, sets, maps, optionals and values with a sure text. */
  static String of(Object... contents) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(bytes(List.of(contents))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a record without some of its components. */
  static String ofAllBut(Set<String> left, Record entry) {
    return of(
        Arrays.stream(entry.getClass().getRecordComponents())
            .filter(component -> !left.contains(component.getName()))
            .map(component -> value(component, entry))
            .toList());
  }

  private static byte[] bytes(Object value) {
    if (value instanceof Record entry) {
      return node('R', components(entry).stream().map(Fingerprint::bytes).toList());
    }
    if (value instanceof Optional<?> optional) {
      return node('O', optional.stream().map(Fingerprint::bytes).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return sorted('M', map.entrySet().stream().map(Fingerprint::pair).toList());
    }
    if (value instanceof Set<?> set) {
      return sorted('S', set.stream().map(Fingerprint::bytes).toList());
    }
    if (value instanceof Collection<?> list) {
      return node('L', list.stream().map(Fingerprint::bytes).toList());
    }
    return node('T', List.of(value.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] pair(Map.Entry<?, ?> entry) {
    return node('P', List.of(bytes(entry.getKey()), bytes(entry.getValue())));
  }

  private static List<Object> components(Record entry) {
    var name = (Object) entry.getClass().getSimpleName();
    return Stream.concat(
            Stream.of(name),
            Arrays.stream(entry.getClass().getRecordComponents())
                .map(component -> value(component, entry)))
        .toList();
  }

  private static Object value(RecordComponent component, Record entry) {
    try {
      return component.getAccessor().invoke(entry);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sorted(char kind, List<byte[]> parts) {
    Comparator<byte[]> order = Arrays::compare;
    return node(kind, parts.stream().sorted(order).toList());
  }

  private static byte[] node(char kind, List<byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(kind);
      out.writeInt(parts.size());
      for (var part : parts) {
        out.writeInt(part.length);
        out.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
