/**
 * The report: what people look at, made from the tables alone.
 *
 * <p>Read {@link dev.tidemark.report.ReportJob} first, then follow the rows: {@code Gold} (what was
 * read), the chapters ({@code IndicatorsChapter}, {@code VisitsChapter} …), each a list of {@code
 * Block}s with their {@code Grid} of data, {@code Profiles} (a page for each unit and group),
 * {@code Pages} (HTML), {@code ReportFiles} and {@code ReportFolder} (which shows all of it at
 * once).
 */
package dev.tidemark.report;
