/** Texts that people write: what must not be kept of them, and what is compared. Stages use it. */
package dev.tidemark.text;
