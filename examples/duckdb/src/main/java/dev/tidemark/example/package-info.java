/** Reads a warehouse without Spark: Delta's Kernel finds the files, DuckDB reads them. */
package dev.tidemark.example;
