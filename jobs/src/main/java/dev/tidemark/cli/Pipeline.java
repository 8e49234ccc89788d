package dev.tidemark.cli;

import dev.tidemark.catalogue.CatalogueJob;
import dev.tidemark.channels.ConsistencyJob;
import dev.tidemark.channels.MobileJob;
import dev.tidemark.compare.CompareJob;
import dev.tidemark.index.IndexJob;
import dev.tidemark.issues.IssuesJob;
import dev.tidemark.issues.bottleneck.BottlenecksJob;
import dev.tidemark.job.TableJob;
import dev.tidemark.problems.ProblemsJob;
import dev.tidemark.promotion.PromotionJob;
import dev.tidemark.services.ServicesJob;
import dev.tidemark.visits.VisitsJob;
import java.util.List;

/** Every job that makes tables of tables: what {@code refresh} keeps fresh. */
final class Pipeline {
  private Pipeline() {}

  /** In any order: refresh orders them by the tables they read and write. */
  static List<TableJob> jobs() {
    return List.of(
        new IndexJob(),
        new CompareJob(null, null),
        new VisitsJob(null, null),
        new ServicesJob(),
        new ConsistencyJob(),
        new MobileJob(),
        new PromotionJob(),
        new CatalogueJob(),
        new IssuesJob(),
        new BottlenecksJob(),
        new ProblemsJob());
  }
}
