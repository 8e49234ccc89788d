/**
 * Texts in the form in which they are compared: what the framework declares to be no difference.
 *
 * <p>{@link dev.tidemark.wording.Normalised} makes the form, of {@code SingleForms} and the tables
 * of docs/channels.md.
 */
package dev.tidemark.wording;
