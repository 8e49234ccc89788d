package dev.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, part by part. */
final class Workbooks {
  static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>period</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>unit</t></is></c>"
          + "<c r=\"C1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
          + "</Types>";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

  /** Style 0 is general, 1 a date, 2 a date and time of its own pattern, 3 elapsed hours. */
  private static final String STYLES =
      "<styleSheet xmlns=\"%s\"><numFmts><numFmt numFmtId=\"170\"".formatted(MAIN)
          + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm\"/>"
          + "<numFmt numFmtId=\"171\" formatCode=\"[h]:mm\"/></numFmts><cellXfs>"
          + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/>"
          + "</cellXfs></styleSheet>";

  private Workbooks() {}

  /** A workbook of one sheet with these rows. */
  static Delivered of(String rows) throws IOException {
    return delivered(parts(rows));
  }

  /** The parts of a workbook of one sheet with these rows. */
  static Map<String, String> parts(String rows) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", TYPES);
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                .formatted(MAIN)
            + "<workbookPr/><sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
    parts.put("xl/styles.xml", STYLES);
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"%s\"><sheetData>".formatted(MAIN) + rows + "</sheetData></worksheet>");
    return parts;
  }

  static Delivered delivered(Map<String, String> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return new Delivered("observations.xlsx", out.toByteArray());
  }
}
