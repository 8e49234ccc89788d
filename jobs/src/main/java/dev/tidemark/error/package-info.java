/** What an operator can act on. */
package dev.tidemark.error;
