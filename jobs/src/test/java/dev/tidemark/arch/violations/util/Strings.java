package dev.tidemark.arch.violations.util;

/** Breaks a rule on purpose. */
public final class Strings {}
