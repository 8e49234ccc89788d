/**
 * Enquiries become service levels: how soon they were answered, against what was promised.
 *
 * <p>{@link dev.tidemark.enquiries.Observation} says until when a period was observed, {@link
 * dev.tidemark.enquiries.EnquiryOutcomes} judges each enquiry, {@link
 * dev.tidemark.services.OutcomeCounts} counts them; from there on numbers are few and {@link
 * dev.tidemark.services.Tallies} holds them for the three tables.
 */
package dev.tidemark.services;
