/**
 * Kernels: numbers in, a value out; no Spark, no I/O.
 *
 * <p>A kernel returns an {@link dev.tidemark.stats.Outcome}: the result, or the reason there is
 * none. To compare two periods, make {@link dev.tidemark.stats.PairedDifferences} of their scores
 * and hand them to {@link dev.tidemark.stats.PairedT}, {@link
 * dev.tidemark.stats.WilcoxonSignedRank}, {@link dev.tidemark.stats.SignFlipTest}, {@link
 * dev.tidemark.stats.BootstrapMean}, {@link dev.tidemark.stats.PairedEffects} or {@link
 * dev.tidemark.stats.Equivalence}; adjust the p-values of a family by {@link
 * dev.tidemark.stats.MultipleTesting}.
 */
package dev.tidemark.stats;
