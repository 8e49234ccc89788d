package dev.tidemark.bench;

import java.io.IOException;
import java.util.List;

/** Times {@code findings} on enquiries and DuckDB at several sizes. */
final class ServicesBenchmark {
  private static final Contest CONTEST =
      new Contest(
          "findings",
          Enquiries.class,
          "enquiries",
          List.of("service_levels", "service_changes", "service_shortfalls"),
          DuckDbServices.class,
          ServicesAgreement.class);

  private ServicesBenchmark() {}

  /** Takes the arguments of {@link Contest#run}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    CONTEST.run(args, List.of("as-sent"), List.of(0.01, 1.0, 3.0, 10.0));
  }
}
