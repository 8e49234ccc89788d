# Expected values of the tests of dev.tidemark.visits.
#
#   Rscript visit_changes.R
#
# R 4.2.2 printed what the tests hold.

options(digits = 17)

# p of the sign-flip test of whole numbers, every pattern counted: the distribution of the sum, by convolution.
sign_flip <- function(d) {
  p <- 1
  for (x in abs(d[d != 0])) p <- (c(p, numeric(2 * x)) + c(numeric(2 * x), p)) / 2
  sums <- seq(-(length(p) - 1) / 2, (length(p) - 1) / 2)
  sum(p[abs(sums) >= abs(sum(d))])
}

d <- c(-1, -1, -1, 0, 0, -4)
print(sign_flip(d)); print(t.test(d)$conf.int)

# One unit, 4 visits before, 0 after; and 3 before, 2 after. The interval of the share becomes one of the change.
for (counts in list(c(0, 4), c(2, 5))) {
  b <- binom.test(counts[1], counts[2])
  print(b$p.value); print(counts[2] * (2 * b$conf.int - 1))
}

# The sample: differences of the cities' totals, W2 less W1.
visits <- read.csv("../../../../data-samples/assessment-36-cities/visits.csv")
totals <- xtabs(visits ~ unit + period, visits)
d <- totals[, "W2"] - totals[, "W1"]
print(sign_flip(d)); print(t.test(d)$conf.int)
reached <- sum(totals[, "W1"] > 1 & totals[, "W2"] <= 1)
lost <- sum(totals[, "W1"] <= 1 & totals[, "W2"] > 1)
print(c(reached, lost)); print(binom.test(reached, reached + lost)$p.value)
