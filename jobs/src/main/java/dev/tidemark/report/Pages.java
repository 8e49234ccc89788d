package dev.tidemark.report;

import dev.tidemark.framework.Title;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages as HTML. */
final class Pages {
  private final Title title;
  private final Language language;
  private final int reload;
  private final PebbleTemplate template;
  private final String style = Assets.style();
  private final String script = Assets.page();

  /**
   * Takes what all pages share.
   *
   * @param title of the assessment
   * @param reload seconds after which the first page loads itself again; 0 for never
   */
  Pages(Title title, Language language, int reload) {
    this.title = title;
    this.language = language;
    this.reload = reload;
    var loader = new ClasspathLoader(Pages.class.getClassLoader());
    loader.setPrefix(Pages.class.getPackageName().replace('.', '/'));
    template =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .build()
            .getTemplate("page.html");
  }

  /** The first page, with its charts. */
  String first(Page page) throws IOException {
    return html(page, List.of(script, Assets.echarts(), Assets.charts()), reload);
  }

  /** Any other page. */
  String other(Page page) throws IOException {
    return html(page, List.of(script), 0);
  }

  private String html(Page page, List<String> scripts, int after) throws IOException {
    var values = new HashMap<String, Object>();
    values.put("assessment", title);
    values.put("page", page);
    values.put("language", language.tag());
    values.put("reload", after);
    values.put("home", page.file().contains("/") ? "../" : "");
    values.put("policy", ContentPolicy.of(scripts, style));
    values.put("style", style);
    values.put("scripts", scripts);
    values.put("data", ScriptJson.of(data(page)));
    var text = new StringWriter();
    template.evaluate(text, values);
    return text.toString();
  }

  /** What scripts draw and search: charts, and the tables that people search. */
  private static Map<String, Object> data(Page page) {
    var charts = new ArrayList<Map<String, Object>>();
    var tables = new LinkedHashMap<String, Object>();
    for (var chapter : page.chapters()) {
      for (var block : chapter.blocks()) {
        if (block instanceof Chart chart) {
          charts.add(
              Map.of(
                  "id", chart.id(),
                  "draw", chart.draw(),
                  "columns", chart.data().columns(),
                  "rows", chart.data().rows(),
                  "settings", chart.settings()));
        } else if (block instanceof ShownTable table && table.isSearched()) {
          tables.put(table.id(), CompactTable.of(table));
        }
      }
    }
    return Map.of("charts", charts, "tables", tables);
  }
}
