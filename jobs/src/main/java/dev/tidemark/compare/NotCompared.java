package dev.tidemark.compare;

/** Why a row of {@code score_changes} has no change: stable codes. */
final class NotCompared {
  /** Only the earlier period's version has the node. */
  static final String NODE_ONLY_EARLIER = "node_only_in_earlier_version";

  /** Only the later period's version has the node. */
  static final String NODE_ONLY_LATER = "node_only_in_later_version";

  /** The two versions have no unit in common. */
  static final String NO_COMMON_UNIT = "no_common_unit";

  /** No unit of the group, by the later version's grouping, is in both versions. */
  static final String GROUP_WITHOUT_COMMON_UNIT = "group_without_common_unit";

  /** Only the earlier period's version has the unit. */
  static final String UNIT_ONLY_EARLIER = "unit_only_in_earlier_version";

  /** Only the later period's version has the unit. */
  static final String UNIT_ONLY_LATER = "unit_only_in_later_version";

  /** One period has no score of the node for the unit. */
  static final String NOT_SCORED_IN_BOTH = "not_scored_in_both";

  /** Both versions have the node, but no unit has a score of it in both periods. */
  static final String NO_UNIT_SCORED_IN_BOTH = "no_unit_scored_in_both";

  /** Both periods have a score of the node, but of no leaf in common. */
  static final String NO_COMMON_LEAF = "no_common_leaf";

  private NotCompared() {}
}
