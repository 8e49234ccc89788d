/** The framework file: the one declaration of what is assessed and how. */
package dev.tidemark.framework;
