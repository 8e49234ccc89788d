/**
 * Tidemark's notebooks: a Jupyter kernel that runs Java, with the warehouse's tables at hand.
 *
 * <p>{@link dev.tidemark.notebook.Main} starts it, {@link dev.tidemark.notebook.JavaKernel} speaks
 * Jupyter's protocol, {@link dev.tidemark.notebook.JavaShell} runs cells, and {@link
 * dev.tidemark.notebook.Notebook} is what a cell can call.
 */
package dev.tidemark.notebook;
