# Expected values of the tests of the paired kernels in dev.tidemark.stats.
#
#   Rscript paired_kernels.R
#
# R 4.2.2 with MASS 7.3-58.2 printed what the tests hold, row by row, with 17 digits. Differences
# are rounded to 10 significant digits before they are ranked, as the kernels do: subtracting
# doubles loses ties that the decimals have.

suppressPackageStartupMessages(library(MASS))

of_treatment <- function(treatment) with(subset(anorexia, Treat == treatment), list(before = Prewt, after = Postwt))
wave <- function(n, shift) {
  i <- 1:n
  list(before = round(50 + 10 * sin(i), 2), after = round(50 + 10 * sin(i) + shift + 3 * cos(7 * i), 2))
}
samples <- list(
  SLEEP = list(before = sleep$extra[1:10], after = sleep$extra[11:20]),
  ANOREXIA_CBT = of_treatment("CBT"),
  ANOREXIA_CONT = of_treatment("Cont"),
  ANOREXIA_FT = of_treatment("FT"),
  IMMER = list(before = immer$Y1, after = immer$Y2),
  TIES = list(before = c(60, 70, 80, 90, 65, 75), after = c(62, 72, 79, 94, 63, 78)),
  ZEROS = list(before = c(60, 70, 80, 90, 65, 75, 50, 55), after = c(60, 71, 83, 95, 65, 82, 48, 61)),
  THREE = list(before = c(61.5, 70.25, 80), after = c(64, 69.75, 86.5)),
  TEN = wave(10, 1.5),
  WAVE_36 = wave(36, 1.2),
  WAVE_500 = wave(500, 0.2),
  CONSTANT = list(before = c(60.2, 80.2, 70, 90, 50.1, 55), after = c(60.4, 80.4, 70.2, 90.2, 50.3, 55.2)),
  MISSING = list(
    before = c(0.7, NA, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, NA, 2.0),
    after = c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, NA, 1.6, NA, 3.4)
  )
)

rows <- function(title, names, row) {
  cat("\n#", title, "\n")
  for (name in names) {
    pairs <- samples[[name]]
    complete <- complete.cases(pairs$before, pairs$after)
    before <- pairs$before[complete]
    after <- pairs$after[complete]
    cat(name, sprintf("%.17g", row(before, after, after - before, signif(after - before, 10))), sep = ", ")
    cat("\n")
  }
}
all_but <- function(...) setdiff(names(samples), c(...))
quietly <- suppressWarnings

rows("PairedT: n, change, t, p, low, high at 95 %", all_but("CONSTANT"), function(before, after, d, rounded) {
  test <- t.test(after, before, paired = TRUE)
  c(length(d), test$estimate, test$statistic, test$p.value, test$conf.int)
})

rows("WilcoxonSignedRank: n, zeros, V, p, p without continuity correction", names(samples), function(before, after, d, rounded) {
  p <- function(correct) quietly(wilcox.test(rounded, correct = correct))
  c(sum(rounded != 0), sum(rounded == 0), p(TRUE)$statistic, p(TRUE)$p.value, p(FALSE)$p.value)
})

cat("\n# What R makes of anorexia without rounding: V, p\n")
for (name in c("ANOREXIA_CBT", "ANOREXIA_CONT", "ANOREXIA_FT")) {
  test <- quietly(wilcox.test(samples[[name]]$after, samples[[name]]$before, paired = TRUE))
  cat(name, sprintf("%.17g", c(test$statistic, test$p.value)), sep = ", ")
  cat("\n")
}

# The exact distribution given ties, by writing down all 2^n signs.
rows("WilcoxonSignedRank, exact with ties: V, p", c("TIES", "ZEROS", "SLEEP", "TEN", "THREE", "ANOREXIA_FT"), function(before, after, d, rounded) {
  x <- rounded[rounded != 0]
  ranks <- rank(abs(x))
  signs <- as.matrix(expand.grid(rep(list(0:1), length(x))))
  sums <- as.vector(signs %*% ranks)
  v <- sum(ranks[x > 0])
  c(v, min(1, 2 * min(mean(sums <= v), mean(sums >= v))))
})

# tol.root makes uniroot go on to where the statistic jumps.
shift <- function(rounded, correct, level) {
  quietly(wilcox.test(rounded, correct = correct, conf.int = TRUE, conf.level = level, tol.root = 1e-12))
}
rows("HodgesLehmann: low, high at 95 %", all_but("CONSTANT"), function(before, after, d, rounded) shift(rounded, TRUE, 0.95)$conf.int)
rows("HodgesLehmann: low, high at 90 % without continuity correction", all_but("CONSTANT"), function(before, after, d, rounded) {
  shift(rounded, FALSE, 0.9)$conf.int
})
rows("HodgesLehmann: median of the means of pairs", all_but("CONSTANT"), function(before, after, d, rounded) {
  x <- rounded[rounded != 0]
  sums <- outer(x, x, "+")
  median(sums[!lower.tri(sums)]) / 2
})
rows("HodgesLehmann: confidence where 95 % was asked for", all_but("CONSTANT"), function(before, after, d, rounded) {
  n <- length(rounded)
  exact <- n < 50 && !any(rounded == 0) && !anyDuplicated(abs(rounded))
  if (exact) 1 - 2 * psignrank(max(1, qsignrank(0.025, n)) - 1, n) else attr(shift(rounded, TRUE, 0.95)$conf.int, "conf.level")
})

rows("SignTest: n, rises, p, low, high at 95 %", names(samples), function(before, after, d, rounded) {
  test <- binom.test(sum(rounded > 0), sum(rounded != 0))
  c(sum(rounded != 0), sum(rounded > 0), test$p.value, test$conf.int)
})

# Sums of doubles that are equal as decimals differ in their last digits: round them first.
rows("SignFlipTest, exact: p", c("SLEEP", "TIES", "ZEROS", "THREE", "TEN", "ANOREXIA_FT"), function(before, after, d, rounded) {
  x <- rounded[rounded != 0]
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(x))))
  mean(round(abs(signs %*% x), 8) >= round(abs(sum(x)), 8))
})

noncentral <- function(t, df, share) {
  uniroot(function(delta) pt(t, df, delta) - share, t + c(-8, 8), tol = 1e-15)$root
}
rows("PairedEffects: dz, low, high, dav, low, high, J, superiority at 95 %", all_but("CONSTANT"), function(before, after, d, rounded) {
  n <- length(d)
  t <- mean(d) / (sd(d) / sqrt(n))
  dz <- c(t, noncentral(t, n - 1, 0.975), noncentral(t, n - 1, 0.025)) / sqrt(n)
  dav <- dz * sd(d) / sqrt((var(before) + var(after)) / 2)
  m <- n - 1
  j <- exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
  c(dz, dav, j, mean((rounded > 0) + (rounded == 0) / 2))
})

rows("Equivalence within 2 points, alpha 5 %: t above lower, t below upper, p, low, high", all_but("CONSTANT"), function(before, after, d, rounded) {
  above <- t.test(d, mu = -2, alternative = "greater")
  below <- t.test(d, mu = 2, alternative = "less")
  c(above$statistic, below$statistic, max(above$p.value, below$p.value), t.test(d, conf.level = 0.9)$conf.int)
})

rows("MinimumDetectableChange: sd, change at 5 % and power 80 %", all_but("CONSTANT"), function(before, after, d, rounded) {
  power <- power.t.test(n = length(d), sd = sd(d), power = 0.8, type = "paired", tol = 1e-14)
  c(sd(d), power$delta)
})

cat("\n# MultipleTesting: p.adjust of c(0.01, NA, 0.04, 0.03, 0.005, 0.5, 0.03): holm, BH, BY\n")
family <- c(0.01, NA, 0.04, 0.03, 0.005, 0.5, 0.03)
for (method in c("holm", "BH", "BY")) cat(sprintf("%.17g", p.adjust(family, method)), sep = ", ", fill = 200)

cat("\n# BootstrapMean from given means: standard error, percentile low, high, BCa low, high at 95 %\n")
d <- sleep$extra[11:20] - sleep$extra[1:10]
means <- round(1.6 + 0.4 * sin(1:999) + 0.3 * cos(3 * (1:999))^2, 3)
z0 <- qnorm(mean((means < mean(d)) + (abs(means - mean(d)) < 1e-12) / 2))
jack <- sapply(seq_along(d), function(i) mean(d[-i]))
a <- sum((mean(jack) - jack)^3) / (6 * sum((mean(jack) - jack)^2)^1.5)
z <- qnorm(c(0.025, 0.975))
shares <- pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))
cat(sprintf("%.17g", c(sd(means), quantile(means, c(0.025, 0.975), type = 6), quantile(means, shares, type = 6))), sep = ", ")
cat("\n")

# Four standard deviations of an end from 10,000 resamples are about 0.12 standard errors.
rows("BootstrapMean by boot::boot.ci: percentile low, high, BCa low, high, tolerance", c("ANOREXIA_CBT", "ANOREXIA_FT", "WAVE_36"), function(before, after, d, rounded) {
  set.seed(1)
  resamples <- boot::boot(d, function(d, i) mean(d[i]), R = 100000)
  ci <- boot::boot.ci(resamples, type = c("perc", "bca"))
  c(ci$percent[4:5], ci$bca[4:5], 0.12 * sd(d) / sqrt(length(d)))
})

cat("\n# NoncentralT: t, df, delta, pt\n")
grid <- expand.grid(t = c(-1.5, 0, 0.7, 3, 12), df = c(2, 9, 499), delta = c(-1, 0.5, 2.8, 11))
for (k in seq_len(nrow(grid))) {
  g <- grid[k, ]
  cat(sprintf("%.17g", c(g$t, g$df, g$delta, quietly(pt(g$t, g$df, g$delta)))), sep = ", ")
  cat("\n")
}

# Above a noncentrality of 37.62 pt is an approximation: integrate over the standard deviation instead.
cat("\n# NoncentralT by integration: t, df, delta, probability\n")
by_integration <- function(t, df, delta) {
  density <- function(s) exp(log(2) + (df / 2) * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2)
  range <- pmax(1e-9, 1 + c(-12, 12) / sqrt(2 * df))
  integrate(function(s) pnorm(t * s - delta) * density(s), range[1], range[2], rel.tol = 1e-13, subdivisions = 2000)$value
}
for (g in list(c(3, 9, 2.8), c(44, 499, 44), c(60, 29, 55), c(120, 35, 150))) {
  cat(sprintf("%.17g", c(g, by_integration(g[1], g[2], g[3]))), sep = ", ")
  cat("\n")
}
# With t this large the numerator is all noncentrality: P(1e9 s >= 9e8).
cat(sprintf("%.17g", c(1e9, 35, 9e8, pchisq(35 * 0.9^2, 35, lower.tail = FALSE))), sep = ", ")
cat("\n")

cat("\n# StudentT: t, df, two-sided p\n")
for (g in list(c(0.001, 5), c(2, 1), c(2.5, 35), c(12, 35), c(40, 35), c(8, 499), c(60, 2))) {
  cat(sprintf("%.17g", c(g, 2 * pt(-g[1], g[2]))), sep = ", ")
  cat("\n")
}

cat("\n# StudentT: p, df, critical t\n")
for (g in list(c(0.05, 1), c(0.05, 2), c(0.05, 35), c(0.1, 499), c(0.5, 9), c(1e-6, 4), c(1e-10, 35))) {
  cat(sprintf("%.17g", c(g, qt(g[1] / 2, g[2], lower.tail = FALSE))), sep = ", ")
  cat("\n")
}

cat("\n# StandardNormal: z, P(Z <= z)\n")
for (z in c(-8, -3.25, -1.5, 0.25, 2)) {
  cat(sprintf("%.17g", c(z, pnorm(z))), sep = ", ")
  cat("\n")
}
