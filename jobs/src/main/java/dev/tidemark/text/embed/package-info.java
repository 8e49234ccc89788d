/** Texts become vectors whose distance is a distance of meaning. */
package dev.tidemark.text.embed;
