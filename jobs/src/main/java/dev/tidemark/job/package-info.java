/** What a job is, and what it is given. */
package dev.tidemark.job;
