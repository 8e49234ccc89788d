/**
 * Labels of issues worded by a language model that the user runs: off unless the framework names
 * one, given masked texts alone, never needed. {@link dev.tidemark.issues.label.Labeller}.
 */
package dev.tidemark.issues.label;
