package dev.tidemark.ingest;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a part of a workbook once, as the reader makes room for any cell address a sheet names. */
final class SheetScan {
  /** A sheet names a row or a column beyond the limits. */
  static final class TooWide extends IOException {
    private static final long serialVersionUID = 1L;

    TooWide(String message) {
      super(message);
    }
  }

  private static final XMLInputFactory FACTORY = factory();

  private SheetScan() {}

  /**
   * Checks that a part is well-formed XML without a document type, and the addresses in it.
   *
   * @return the name of its root element
   * @throws TooWide if a cell or row lies beyond the limits
   * @throws XMLStreamException if the part is not such XML
   */
  static String look(String part, InputStream xml, Limits limits)
      throws IOException, XMLStreamException {
    var reader = FACTORY.createXMLStreamReader(xml);
    try {
      String root = null;
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new XMLStreamException("part " + part + " declares a DOCTYPE");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          root = root == null ? reader.getLocalName() : root;
          check(reader, part, limits);
        }
      }
      return root;
    } finally {
      reader.close();
    }
  }

  private static void check(XMLStreamReader reader, String part, Limits limits) throws TooWide {
    var element = reader.getLocalName();
    if (!element.equals("c") && !element.equals("row")) {
      return;
    }
    var address = reader.getAttributeValue(null, "r");
    if (address == null) {
      return;
    }
    var digits = 0;
    var column = 0L;
    while (digits < address.length() && !Character.isDigit(address.charAt(digits))) {
      column = Math.min(Integer.MAX_VALUE, column * 26 + (address.charAt(digits++) - 'A' + 1));
    }
    if (column > limits.sheetColumns()) {
      throw new TooWide(
          "%s has a cell at %s; %d columns are the most"
              .formatted(part, shown(address), limits.sheetColumns()));
    }
    var row = address.substring(digits);
    if (row.length() > 9 || Integer.parseInt(row) > limits.sheetRows()) {
      throw new TooWide(
          "%s has a row %s; %d rows are the most".formatted(part, shown(row), limits.sheetRows()));
    }
  }

  private static String shown(String address) {
    return address.substring(0, Math.min(20, address.length()));
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
