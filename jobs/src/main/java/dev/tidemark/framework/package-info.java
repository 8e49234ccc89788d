/**
 * The framework file: the one declaration of what is assessed and how.
 *
 * <p>{@link dev.tidemark.framework.FrameworkYaml} reads it into an {@link
 * dev.tidemark.framework.EvaluationFramework}: {@code YamlTree} makes nodes with their lines,
 * {@code Shape} says which keys they may have, {@code PeriodList}, {@code UnitFile}, {@code
 * IndexTree} and their like make the records, and {@code Faults} gathers what is wrong on the way.
 */
package dev.tidemark.framework;
