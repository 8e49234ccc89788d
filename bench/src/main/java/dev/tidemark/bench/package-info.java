/**
 * What Tidemark costs, measured beside DuckDB doing the same.
 *
 * <p>{@link dev.tidemark.bench.IndexBenchmark} and {@link dev.tidemark.bench.CompareBenchmark} run
 * everything else, each {@code Program} in a process of its own: {@code Assessment} and {@code
 * LargeComparison} make the input, {@code DuckDbIndex} and {@code DuckDbKernels} are the other
 * side, {@code Measured} reports what a process used, {@code Agreement} compares the results.
 */
package dev.tidemark.bench;
