/** Every column and table by name, once, and the one way to write them: Delta. */
package dev.tidemark.table;
