/**
 * Tidemark, in the order to read it.
 *
 * <ol>
 *   <li>{@code cli}: the commands, and the one session of a run
 *   <li>{@code framework}: what is assessed, and how: the one declaration, read from YAML
 *   <li>{@code table}: every table and column by name, once, and the way to write them
 *   <li>{@code calendar}: which days are working days, as published; {@code days}: the same as rows
 *       to join
 *   <li>{@code job}: what a job is given
 *   <li>{@code wording}: texts in the form in which they are compared
 *   <li>{@code text}: what people wrote, masked, cleaned and made comparable
 *   <li>{@code ingest}: delivered files become tables, or quarantine
 *   <li>{@code index}: observations become scores, ranks and group means
 *   <li>{@code compare}: scores of two periods become changes with a verdict
 *   <li>{@code visits}: visits of each stage become counts, changes and what drove them
 *   <li>{@code services}: enquiries become service levels
 *   <li>{@code channels}: guides on several channels, and mobile channels
 *   <li>{@code promotion}: what to put online next
 *   <li>{@code catalogue}: how catalogues of items keep to their standard
 *   <li>{@code problems}: what declared rules see, from first seen to fixed
 *   <li>{@code issues}: what citizens write becomes issues, followed from period to period
 *   <li>{@code report}: what people look at: pages, charts and a workbook, from the tables alone
 *   <li>{@code refresh}: all of these in one run, only what is stale
 *   <li>{@code stream}: the load, again and again, while input arrives
 *   <li>{@code stats}: kernels that know neither Spark nor files
 *   <li>{@code error}: what an operator can act on
 * </ol>
 */
package dev.tidemark;
