package dev.tidemark.framework;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A small text file, whole, in UTF-8 with or without a byte order mark. */
final class TextFile {
  private TextFile() {}

  /**
   * Its text.
   *
   * @param megabytes the largest it may be
   * @param place where to add a fault about its content
   * @return empty, with a fault, if it is too large or not UTF-8
   * @throws IOException with a phrase of what is wrong, such as "does not exist"
   */
  static Optional<String> read(Path file, int megabytes, Place place, Faults faults)
      throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("does not exist");
    }
    // A pipe could block for ever, a device never end.
    if (!Files.isRegularFile(file)) {
      throw new IOException(Files.isDirectory(file) ? "is a folder" : "is not a regular file");
    }
    if (!Files.isReadable(file)) {
      throw new IOException("may not be read by this user");
    }
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes((megabytes << 20) + 1);
    }
    if (bytes.length > megabytes << 20) {
      faults.add(place, "%s is larger than %d MB".formatted(file.getFileName(), megabytes));
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      faults.add(
          place,
          "%s is not UTF-8 (byte %d)%s; save it as UTF-8"
              .formatted(file.getFileName(), buffer.position() + 1, guess(bytes)));
      return Optional.empty();
    }
  }

  /**
   * The text of a CSV file that the framework file names.
   *
   * @param folder where the framework file is
   * @param name as it stands there
   * @param megabytes the largest it may be
   * @param content what it holds, for the message that asks for one
   * @param place where it is named
   * @return empty, with a fault, if it cannot be read
   */
  static Optional<String> readBeside(
      Path folder, String name, int megabytes, String content, Place place, Faults faults) {
    try {
      return read(folder.resolve(name), megabytes, place, faults);
    } catch (InvalidPathException e) {
      faults.add(place, "%s is no file name".formatted(Quote.of(name)));
    } catch (IOException e) {
      faults.add(
          place,
          "%s cannot be read: it %s; name a CSV file of %s, seen from this file"
              .formatted(Quote.of(name), e.getMessage(), content));
    }
    return Optional.empty();
  }

  private static String guess(byte[] bytes) {
    try {
      Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes));
      return ", it looks like GBK or GB18030";
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
