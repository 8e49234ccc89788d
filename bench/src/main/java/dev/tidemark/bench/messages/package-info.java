/**
 * Writes messages of citizens who start a business, and about anything else, of any number and the
 * same every time, with what was planted in them: {@link
 * dev.tidemark.bench.messages.SampleMessages}.
 *
 * <p>{@code Plan} says who writes of what, where and when; {@code Letter} puts it into words from
 * the resources {@code messages/*.txt}; {@code PersonalDetails} adds what must be masked; {@code
 * Blemishes} writes it as people do; {@code Replies} answers it.
 */
package dev.tidemark.bench.messages;
