/**
 * What makes an issue hot, what makes it a core one, and which indicator it complains about: {@link
 * dev.tidemark.issues.score.Heat}, {@link dev.tidemark.issues.score.CoreScores}, {@link
 * dev.tidemark.issues.score.IssueGraph} and {@link dev.tidemark.issues.score.NearestIndicators}.
 * docs/issues.md has the formulas.
 */
package dev.tidemark.issues.score;
