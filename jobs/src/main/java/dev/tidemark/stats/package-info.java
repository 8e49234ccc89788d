/** Kernels: numbers in, a value out; no Spark, no I/O. */
package dev.tidemark.stats;
