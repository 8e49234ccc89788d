package dev.tidemark.issues;

/**
 * What is compared of a message, or of its near copies as one.
 *
 * @param id of the message, the earliest of its near copies
 * @param unit where it was sent to; other units are other places
 * @param department it concerns; empty if not told
 * @param stage it concerns; empty if not told
 * @param title cleaned; empty if there is none
 * @param text cleaned, title in front; may be empty
 * @param titleVector of length 1; all 0 if the title says nothing
 * @param vector of title and text, of length 1; all 0 if they say nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record IssueText(
    String id,
    String unit,
    String department,
    String stage,
    String title,
    String text,
    float[] titleVector,
    float[] vector) {
  boolean hasTitle() {
    return isSomething(titleVector);
  }

  boolean saysSomething() {
    return isSomething(vector);
  }

  private static boolean isSomething(float[] vector) {
    for (float part : vector) {
      if (part != 0) {
        return true;
      }
    }
    return false;
  }
}
