package dev.tidemark.issues;

/**
 * The issue of a message.
 *
 * @param issue its id
 * @param since number of the period in which that was found; later than the message's own where
 *     only others made an issue of it
 * @param similarity cosine of its text with the centre of the issue then
 */
record Membership(String issue, int since, double similarity) {}
