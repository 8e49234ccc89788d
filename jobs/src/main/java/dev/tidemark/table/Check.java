package dev.tidemark.table;

/**
 * A condition every row of a table meets; Delta refuses a commit that breaks it.
 *
 * @param name unique in the table
 * @param column the column to blame where it fails
 * @param condition an SQL expression over the row; a null result passes
 */
public record Check(String name, String column, String condition) {}
