package dev.tidemark.bench.messages;

import java.util.List;

/**
 * The same problem at the same place.
 *
 * @param id empty if only one person writes of it, so that it is none
 * @param cities where it is met: one, or some for a platform of the whole country
 * @param name the invented name of the place; the city's for a platform of the whole country
 * @param isNamedAlways whether nobody leaves the name out
 * @param trend new, growing, steady, fading, gone
 * @param voices people who write of it, by period
 */
record PlantedIssue(
    String id,
    Problem problem,
    List<City> cities,
    String name,
    boolean isNamedAlways,
    String trend,
    List<Integer> voices) {}
