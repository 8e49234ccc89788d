package dev.tidemark.text.words;

import java.util.SortedSet;

/**
 * What a text names.
 *
 * @param places districts, streets, quarters, buildings; in simplified characters
 * @param organisations authorities, banks, companies, schools and the like
 */
public record Entities(SortedSet<String> places, SortedSet<String> organisations) {}
