/**
 * What to put online next, and what citizens should not be asked again.
 *
 * <p>Read {@link dev.tidemark.promotion.PromotionJob} first, then follow the rows: {@code
 * StageRows} (from {@code visits}) and {@code ItemRows} (from {@code items}) meet in {@code
 * UnitItems}, one item of one unit. Of these {@code ItemFacts} (an item over its units), with
 * {@code MissingTechnologies}, become {@code PromotionList}; {@code DataSharingDemands} are their
 * fields.
 */
package dev.tidemark.promotion;
