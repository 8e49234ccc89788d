/**
 * Charts of a notebook, drawn as SVG: few kinds, without JavaScript, readable on light and dark.
 */
package dev.tidemark.notebook.chart;
