/**
 * What citizens write becomes issues: the same problem at the same place, followed from period to
 * period. docs/issues.md is the guide.
 */
package dev.tidemark.issues;
