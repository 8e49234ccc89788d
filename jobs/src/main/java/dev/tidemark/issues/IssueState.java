package dev.tidemark.issues;

import java.util.List;
import java.util.Map;

/**
 * An issue in a period, as it was known at its end.
 *
 * @param period number of the period
 * @param issue its id
 * @param born number of the period in which it was first found
 * @param messages of the period
 * @param previous messages of the period before
 * @param trend how it develops
 * @param label the title of the message that stands for it
 * @param representatives ids of messages that stand for it, and what they say
 * @param centre of its messages of the period, of length 1; null without any
 * @param centrality how central it is among the issues of the period, above 0 to 1; null without
 *     messages in it
 */
@SuppressWarnings("ArrayRecordComponent")
record IssueState(
    int period,
    String issue,
    int born,
    List<Message> messages,
    List<Message> previous,
    Trends.Outcome trend,
    String label,
    Map<String, String> representatives,
    float[] centre,
    Double centrality) {}
