package dev.tidemark.issues;

import java.time.Instant;

/**
 * A message as the search for issues sees it.
 *
 * @param id its own
 * @param period number of its period in the framework, from 0
 * @param unit it was sent to
 * @param department it concerns; empty if not told
 * @param stage it concerns; empty if not told
 * @param title cleaned; empty if there is none
 * @param text cleaned, title in front
 * @param titleHash names the title's vector
 * @param textHash names the text's vector
 * @param voice whose it is
 * @param copyOf id of the earliest of its near copies in the window
 * @param createdAt when it was written
 * @param answeredAt when it was answered; null if it was not
 * @param resolved whether the answer solved it; null if not told
 */
record Message(
    String id,
    int period,
    String unit,
    String department,
    String stage,
    String title,
    String text,
    String titleHash,
    String textHash,
    String voice,
    String copyOf,
    Instant createdAt,
    Instant answeredAt,
    Boolean resolved) {}
