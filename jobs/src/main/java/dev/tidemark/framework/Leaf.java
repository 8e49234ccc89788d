package dev.tidemark.framework;

import java.util.Optional;

/**
 * An indicator that is observed, or derived from another input table.
 *
 * @param id unique in the framework; what {@code observations.indicator} names
 * @param title what reports call it
 * @param share part of its siblings' weight, above 0 to 1
 * @param scoring how a raw value becomes 0 to 100 points
 * @param replicates how several observations of one unit and period become one raw value
 * @param derivation where its raw value comes from instead of {@code observations}; empty if
 *     observed
 */
public record Leaf(
    String id,
    Title title,
    double share,
    Scoring scoring,
    Replicates replicates,
    Optional<Derivation> derivation)
    implements Indicator {}
