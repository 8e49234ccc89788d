package dev.tidemark.framework;

import java.net.URI;

/**
 * A language model of the user's that may word labels.
 *
 * @param url where it completes chats as OpenAI's interface does, such as {@code
 *     http://127.0.0.1:11434/v1}; without {@code /chat/completions}
 * @param model its name there
 * @param timeoutSeconds seconds to wait for each label
 */
public record LabellerRules(URI url, String model, int timeoutSeconds) {}
