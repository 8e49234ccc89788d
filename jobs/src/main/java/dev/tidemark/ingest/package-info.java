/** What was delivered, file by file: one probe of the whole, then its records with their lines. */
package dev.tidemark.ingest;
