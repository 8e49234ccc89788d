package dev.tidemark.notebook;

/**
 * A sentence that a cell makes of figures.
 *
 * @param markdown its text, with Markdown's marks
 */
public record Prose(String markdown) {}
