/** What citizens write about, coarsely: themes, the themes above them, and who belongs to which. */
package dev.tidemark.issues.theme;
