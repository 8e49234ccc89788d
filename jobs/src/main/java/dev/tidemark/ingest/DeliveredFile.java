package dev.tidemark.ingest;

/**
 * A file of this run's delivery.
 *
 * @param source where it lies
 * @param probe what a first look told
 * @param sequence order of first loading; of two files with a row of the same key the later one
 *     corrects the earlier
 */
record DeliveredFile(DeliveredSource source, FileProbe probe, long sequence) {}
