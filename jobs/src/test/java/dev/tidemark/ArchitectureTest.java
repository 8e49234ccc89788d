package dev.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.tidemark.arch.Layers;
import dev.tidemark.arch.violations.error.KnowsSpark;
import dev.tidemark.arch.violations.framework.ReadsSpark;
import dev.tidemark.arch.violations.index.Acts;
import dev.tidemark.arch.violations.index.Maps;
import dev.tidemark.arch.violations.index.NamesDelta;
import dev.tidemark.arch.violations.index.ParsesYaml;
import dev.tidemark.arch.violations.index.ReadsAnotherStage;
import dev.tidemark.arch.violations.index.ReadsArguments;
import dev.tidemark.arch.violations.index.ReadsTheClock;
import dev.tidemark.arch.violations.index.RegistersUdf;
import dev.tidemark.arch.violations.index.RunsSql;
import dev.tidemark.arch.violations.ingest.Deserialises;
import dev.tidemark.arch.violations.ingest.Exits;
import dev.tidemark.arch.violations.ingest.Sleeps;
import dev.tidemark.arch.violations.ingest.Writes;
import dev.tidemark.arch.violations.job.KnowsAStage;
import dev.tidemark.arch.violations.stats.Draws;
import dev.tidemark.arch.violations.stats.UsesSpark;
import dev.tidemark.arch.violations.table.KnowsFrameworks;
import dev.tidemark.arch.violations.text.RunsModels;
import dev.tidemark.arch.violations.util.Strings;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must never depend on what, and calls that belong in one place or nowhere. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tidemark");

  private static final Set<String> ACTIONS =
      Set.of(
          "checkpoint",
          "collect",
          "collectAsList",
          "count",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "isEmpty",
          "localCheckpoint",
          "reduce",
          "show",
          "tail",
          "take",
          "takeAsList",
          "toLocalIterator");

  /**
   * Ingest counts and lists what it staged before it decides whether to publish any of it; compare
   * reads the scores once, to test them on the driver or to send them whole to every task;
   * enquiries are judged once it is known until when they were observed. Embeddings asks whether
   * any text is new, as a commit of none is a commit; StaticVectors learns on the driver, and so do
   * themes, from LearntTexts: docs/adr/0079; Themes puts the tens there are into words.
   * IssueHistory and TextVectorBook read on the driver what the next period's search needs:
   * docs/adr/0075. A refresh asks what its last one did, and which versions were published;
   * TableCare reads every cell. A batch of a topic is held on the driver, and so is how far the
   * topic is loaded: docs/adr/0113.
   */
  private static final Set<String> ALSO_ACT =
      Set.of(
          "Embeddings",
          "FaultList",
          "IssueHistory",
          "JobRunner",
          "JudgedEnquiries",
          "KafkaTopic",
          "LearntTexts",
          "LoadedFiles",
          "LoadedOffsets",
          "Publication",
          "PublishedVersions",
          "RunHistory",
          "ScoreBook",
          "SphericalMeans",
          "StagedTable",
          "StaticVectors",
          "TableCare",
          "TextVectorBook",
          "Themes");

  private static final Set<String> TYPED =
      Set.of("flatMap", "foreach", "foreachPartition", "groupByKey", "map", "mapPartitions");

  /**
   * Files become rows, kernels score, rank and average units: docs/adr/0001 and 0010; in
   * ScoreChanges a row is the number of a task; ProtectedMessages masks: docs/adr/0070; ClassTerms
   * takes texts apart: docs/adr/0078.
   */
  private static final Set<String> ALSO_MAP =
      Set.of(
          "ClassTerms",
          "DeliveredRows",
          "GroupMeans",
          "NearDuplicates",
          "NearestTheme",
          "Pieces",
          "Profiles",
          "ProtectedMessages",
          "Ranking",
          "ScoreChanges",
          "UnitScores",
          "VectorRows");

  private static final Set<String> CLOCKS =
      Set.of("now", "today", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(classes().should(Layers.KNOW_ONLY_THOSE_BELOW), KnowsFrameworks.class),
        rule(classes().should(Layers.KNOW_ONLY_THOSE_BELOW), ReadsAnotherStage.class),
        rule(classes().should(Layers.KNOW_ONLY_THOSE_BELOW), KnowsAStage.class),
        rule(classes().should(Layers.KNOW_ONLY_THOSE_BELOW), Strings.class),
        rule(
            classes()
                .that()
                .resideInAPackage("dev.tidemark..stats")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.apache.commons.math3..", "dev.tidemark..stats"),
            UsesSpark.class),
        rule(
            classes()
                .that()
                .resideInAPackage("dev.tidemark..error")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.tidemark..error"),
            KnowsSpark.class),
        rule(
            noClasses()
                .that()
                .resideInAnyPackage("dev.tidemark..framework", "dev.tidemark..calendar")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark.."),
            ReadsSpark.class),
        rule(
            noClasses()
                .that(
                    areNot(
                        "ConditionalPutLogStore",
                        "DeclaredTable",
                        "DeltaLake",
                        "Ledger",
                        "LedgerRow",
                        "LinkLogStore",
                        "SqlNames",
                        "TableCommits",
                        "TableCare",
                        "Upsert"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.delta.."),
            NamesDelta.class),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidemark.framework")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.dataformat.yaml..", "org.yaml.."),
            ParsesYaml.class),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidemark.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."),
            ReadsArguments.class),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidemark.text.embed")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime.."),
            RunsModels.class),
        rule(
            noClasses()
                .that(describe("are neither jobs nor DeltaLake nor cli", type -> !mayAct(type)))
                .should()
                .accessTargetWhere(isCall("org.apache.spark.sql.Dataset", ACTIONS)),
            Acts.class),
        rule(
            noClasses()
                .that(areNot("TableWriter"))
                .should()
                .accessTargetWhere(isCall("org.apache.spark.sql.Dataset", Set.of("write"))),
            Writes.class),
        rule(
            noClasses()
                .that(describe("are not named in docs/adr/0001", type -> !mayMap(type)))
                .should()
                .accessTargetWhere(isCall("org.apache.spark.sql.Dataset", TYPED)),
            Maps.class),
        rule(
            noClasses()
                .should()
                .accessTargetWhere(isCall("org.apache.spark.sql.functions", Set.of("udf", "udaf")))
                .orShould()
                .accessTargetWhere(
                    isCall("org.apache.spark.sql.UDFRegistration", Set.of("register"))),
            RegistersUdf.class),
        rule(
            noClasses()
                .that(areNot("SqlCommand"))
                .should()
                .accessTargetWhere(isCall("org.apache.spark.sql.SparkSession", Set.of("sql"))),
            RunsSql.class),
        rule(
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.tidemark.cli")
                .should()
                .accessTargetWhere(isCall("java.time", CLOCKS))
                .orShould()
                .accessTargetWhere(isCall("java.lang.System", CLOCKS)),
            ReadsTheClock.class),
        rule(
            noClasses().that(areNot("Main")).should().callMethod(System.class, "exit", int.class),
            Exits.class),
        rule(noClasses().should().callMethod(Thread.class, "sleep", long.class), Sleeps.class),
        rule(
            noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class),
            Deserialises.class),
        rule(
            noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(Math.class, "random"),
            Draws.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ourCodeKeepsTheRule(ArchRule rule, Class<?> ignored) {
    rule.check(OURS);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("rules")
  void theRuleBites(ArchRule rule, Class<?> offender) {
    var result = rule.evaluate(new ClassFileImporter().importClasses(offender));

    assertThat(result.hasViolation()).isTrue();
  }

  private static Arguments rule(ArchRule rule, Class<?> offender) {
    return arguments(rule, offender);
  }

  private static DescribedPredicate<JavaClass> areNot(String... names) {
    return describe("are not " + String.join(", ", names), type -> !isIn(Set.of(names), type));
  }

  private static boolean mayAct(JavaClass type) {
    return type.isAssignableTo(dev.tidemark.job.Job.class)
        || type.getPackageName().equals("dev.tidemark.cli")
        || isIn(Set.of("DeclaredTable", "DeltaLake", "SqlNames"), type)
        || isIn(ALSO_ACT, type);
  }

  private static boolean mayMap(JavaClass type) {
    return isIn(ALSO_MAP, type);
  }

  /** Whether a class is one of these or written inside one of these. */
  private static boolean isIn(Set<String> names, JavaClass type) {
    var file = type.getName().substring(type.getPackageName().length() + 1);
    return names.contains(file.replaceFirst("\\$.*", ""));
  }

  private static DescribedPredicate<JavaAccess<?>> isCall(String owner, Set<String> names) {
    return describe(
        "%s.%s".formatted(owner, names),
        access ->
            access.getTargetOwner().getName().startsWith(owner)
                && names.contains(access.getName()));
  }
}
