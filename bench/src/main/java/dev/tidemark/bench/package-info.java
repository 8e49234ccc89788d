/**
 * What Tidemark costs, measured beside DuckDB doing the same.
 *
 * <p>{@link dev.tidemark.bench.IndexBenchmark} runs everything else, each in a process of its own:
 * {@code Assessment} makes the input, {@code DuckDbIndex} is the other side, {@code Measured}
 * reports what a process used, {@code Agreement} compares the results.
 */
package dev.tidemark.bench;
