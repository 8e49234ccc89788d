/** The command line: the only place that reads arguments and the clock, opens a session, prints. */
package dev.tidemark.cli;
