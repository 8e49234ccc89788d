/** Texts as words: what they are about, and which places and organisations they name. */
package dev.tidemark.text.words;
