/**
 * Catalogues of items: how far they keep to the standard above them, and how they change.
 *
 * <p>Read {@link dev.tidemark.catalogue.CatalogueJob} first, then follow the rows: {@code Entries}
 * (an attribute in the form in which it is compared), {@code Standards} (held against the levels
 * above), {@code Revisions} (held against the period before) and {@code Updates} (held against
 * policies) become {@code CatalogueDrift}, and are counted in {@code CatalogueSummary}.
 */
package dev.tidemark.catalogue;
