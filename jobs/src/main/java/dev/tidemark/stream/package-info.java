/** What is loaded while it arrives. */
package dev.tidemark.stream;
