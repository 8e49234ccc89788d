/**
 * Where work is stuck: {@link dev.tidemark.issues.bottleneck.BottlenecksJob} counts messages by
 * stage and department, judged against the floor for consultations, and compares them.
 */
package dev.tidemark.issues.bottleneck;
