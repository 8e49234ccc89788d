/**
 * Channels: whether guides say the same on each of them, and which mobile ones there are.
 *
 * <p>Read {@link dev.tidemark.channels.ConsistencyJob} first, then follow the rows: {@code
 * GuideElements} (an element of a guide on all its channels, compared as {@link
 * dev.tidemark.wording.Normalised} text), {@code ChannelConsistency} (of units), {@code
 * ConsistencySummary} and {@code ElementConsistency} (of groups). Then {@link
 * dev.tidemark.channels.MobileJob}: {@code UnitMobileChannels} (of units), {@code MobileSummary}
 * and {@code MobileCoverage} (of groups), {@code MobileChanges} (two periods, tested).
 */
package dev.tidemark.channels;
