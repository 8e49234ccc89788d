package dev.tidemark.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Refuses a workbook that would harm its reader, before the reader sees it.
 *
 * <p>It finds the parts as the reader does, by the archive's directory, so that both see the same.
 */
final class ZipGuard {
  private static final int PROLOGUE = 4096;

  private final Limits limits;
  private long out;

  private ZipGuard(Limits limits) {
    this.limits = limits;
  }

  /**
   * Decompresses every part once and keeps none.
   *
   * @param archive the whole file
   * @return why the workbook is refused; empty if it may be opened
   */
  static Optional<Fault> refusal(byte[] archive, Limits limits) {
    try {
      return Optional.ofNullable(new ZipGuard(limits).walk(archive));
    } catch (Capped.TooLarge e) {
      return Optional.of(Fault.of(Reason.TOO_LARGE, e.getMessage()));
    } catch (SheetScan.TooWide e) {
      return Optional.of(Fault.of(Reason.TOO_LARGE, e.getMessage()));
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      return Optional.of(Workbook.damaged(e));
    }
  }

  private Fault walk(byte[] archive) throws IOException, XMLStreamException {
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        var fault = look(zip, entry, archive.length);
        if (fault != null) {
          return fault;
        }
      }
      return null;
    }
  }

  private Fault look(ZipFile zip, ZipArchiveEntry entry, long archiveBytes)
      throws IOException, XMLStreamException {
    var name = entry.getName();
    if (reachesOut(name)) {
      return Fault.of(Reason.UNREADABLE_FILE, "has a part with the path " + name);
    }
    var content = zip.getInputStream(entry);
    if (content == null) {
      throw new ZipException("part " + name + " is compressed in an unknown way");
    }
    try (var part = new Capped(content, out, () -> archiveBytes, limits)) {
      var prologue = part.readNBytes(PROLOGUE);
      if (new String(prologue, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
        return Fault.of(Reason.UNREADABLE_FILE, "part " + name + " declares a DOCTYPE");
      }
      if (isXml(name, prologue)) {
        var xml = new SequenceInputStream(new ByteArrayInputStream(prologue), part);
        var root = SheetScan.look(name, xml, limits);
        if (root.equals("sst") && part.out() - out > limits.workbookBytes()) {
          throw new Capped.TooLarge(
              "part %s holds more than %d bytes of text".formatted(name, limits.workbookBytes()));
        }
      } else {
        part.transferTo(OutputStream.nullOutputStream());
      }
      out = part.out();
      return null;
    }
  }

  /** By content, as a part may have any name; VML, of comments only, is often not well formed. */
  private static boolean isXml(String name, byte[] prologue) {
    return !name.toLowerCase(Locale.ROOT).endsWith(".vml")
        && new String(prologue, StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading()
            .startsWith("<");
  }

  private static boolean reachesOut(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || List.of(name.split("/", -1)).contains("..");
  }
}
