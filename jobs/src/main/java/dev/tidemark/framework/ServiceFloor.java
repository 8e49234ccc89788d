package dev.tidemark.framework;

import java.io.Serializable;

/**
 * What is promised to people who ask: one kind of enquiry in the section {@code service-levels} of
 * the framework file.
 *
 * @param workingDays within which a reply is due, from 1; the day of submission does not count
 * @param minShare share of replies that must keep the floor, above 0 to 1
 */
public record ServiceFloor(int workingDays, double minShare) implements Serializable {
  /** Every reply must keep the floor, where the file says nothing else. */
  public static final double EVERY_REPLY = 1;
}
