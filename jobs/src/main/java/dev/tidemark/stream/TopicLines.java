package dev.tidemark.stream;

/**
 * Records of one partition that are not loaded yet, each on its line.
 *
 * @param name as tables show it; no other lines have it
 * @param place where they are, for messages
 * @param utf8 JSON lines; a blank one is no record
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record TopicLines(String name, String place, byte[] utf8) {}
