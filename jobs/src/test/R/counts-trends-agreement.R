# Expected values of the tests of counts, trends, rank correlation, agreement and waiting times.
# R 4.2.2 with MASS and survival (Debian r-base-core, r-recommended):  Rscript counts-trends-agreement.R
# The values stand in the tests; R is not needed to run them.

suppressMessages({library(MASS); library(survival)})
show <- function(name, ...) cat(name, ": ", paste(sprintf("%.17g", c(...)), collapse = ", "), "\n", sep = "")
sine <- function(n, by = 1) round(10 * sin(by * seq_len(n)), 2)
coarse <- function(n, by = 1) round(3 * sin(by * seq_len(n)))

cat("# McNemar: exact with interval; chi-squared with and without correction\n")
for (bc in list(c(10, 3), c(3, 10), c(5, 5), c(0, 6), c(86, 150), c(1, 0))) {
  e <- binom.test(bc[1], sum(bc))
  show(paste("exact", toString(bc)), e$p.value, e$conf.int)
  m <- matrix(c(20, bc[2], bc[1], 30), 2)
  for (k in c(TRUE, FALSE)) {
    t <- mcnemar.test(m, correct = k)
    show(paste("chi2", toString(bc), k), t$statistic, t$p.value)
  }
}

cat("# binom.test, probabilities other than a half\n")
show("3 of 15, 0.4", binom.test(3, 15, 0.4)$p.value)
show("11 of 15, 0.4", binom.test(11, 15, 0.4)$p.value)
show("0 of 7, 0.1", binom.test(0, 7, 0.1)$p.value)
show("520 of 1000, 0.5", binom.test(520, 1000, 0.5)$p.value)
show("6 of 20, 0.3", binom.test(6, 20, 0.3)$p.value)

cat("# one proportion: Wilson, Clopper-Pearson\n")
for (xn in list(c(0, 10), c(10, 10), c(1, 3), c(14, 36), c(81, 263), c(499, 500))) {
  show(paste("wilson", toString(xn)), prop.test(xn[1], xn[2], correct = FALSE)$conf.int)
  show(paste("exact", toString(xn)), binom.test(xn[1], xn[2])$conf.int)
}
show("wilson 14, 36 at 0.9", prop.test(14, 36, correct = FALSE, conf.level = 0.9)$conf.int)

cat("# two proportions\n")
w <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
newcombe <- function(x1, n1, x2, n2) {
  a <- w(x1, n1); b <- w(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2
  c(p2 - p1 - sqrt((p2 - b[1])^2 + (a[2] - p1)^2), p2 - p1 + sqrt((b[2] - p2)^2 + (p1 - a[1])^2))
}
show("newcombe 14/36 to 25/36", newcombe(14, 36, 25, 36))
show("newcombe 0/3 to 3/3", newcombe(0, 3, 3, 3))
paired <- function(yy, gained, lost, nn) {
  n <- yy + gained + lost + nn; a <- w(yy + lost, n); b <- w(yy + gained, n)
  p1 <- (yy + lost) / n; p2 <- (yy + gained) / n
  A <- yy * nn - gained * lost; if (A > 0) A <- max(A - n / 2, 0)
  m <- (yy + gained) * (lost + nn) * (yy + lost) * (gained + nn)
  phi <- if (m == 0) 0 else A / sqrt(m)
  dl <- p2 - b[1]; du <- b[2] - p2; cl <- p1 - a[1]; cu <- a[2] - p1
  c(p2 - p1 - sqrt(dl^2 - 2 * phi * dl * cu + cu^2), p2 - p1 + sqrt(du^2 - 2 * phi * du * cl + cl^2))
}
show("paired 10, 12, 4, 10", paired(10, 12, 4, 10))
show("paired 2, 12, 9, 3", paired(2, 12, 9, 3))
show("paired 0, 3, 0, 0", paired(0, 3, 0, 0))
for (v in list(c(14, 36, 25, 36), c(1, 10, 8, 10), c(18, 36, 18, 36), c(3, 500, 9, 480))) {
  x <- v[c(1, 3)]; n <- v[c(2, 4)]
  for (k in c(TRUE, FALSE)) show(paste("prop.test", toString(v), k), suppressWarnings(prop.test(x, n, correct = k)$p.value))
  show(paste("fisher", toString(v)), fisher.test(rbind(x, n - x))$p.value)
}
show("fisher 0, 3, 3, 3", fisher.test(matrix(c(0, 3, 3, 0), 2))$p.value)

cat("# Poisson: one rate, two rates as after / before\n")
for (v in list(c(0, 12), c(3, 1), c(79, 36), c(137, 24.19893), c(2500, 100)))
  show(paste("rate", toString(v)), poisson.test(v[1], v[2])$conf.int)
for (v in list(c(79, 36, 66, 36), c(6, 122.8, 11, 88.4), c(0, 10, 7, 10), c(7, 10, 0, 10), c(5, 1, 5, 1), c(800, 3, 1000, 3.2))) {
  t <- poisson.test(v[c(3, 1)], v[c(4, 2)])
  show(paste("rates", toString(v)), t$estimate, t$conf.int, t$p.value)
}

cat("# Friedman and Kendall's W\n")
rounding <- matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70,
  5.45, 5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70, 5.25, 5.20, 5.10,
  5.65, 5.55, 5.45, 5.60, 5.35, 5.45, 5.05, 5.00, 4.95, 5.50, 5.50, 5.40, 5.45, 5.55, 5.50, 5.55, 5.55, 5.35,
  5.45, 5.50, 5.55, 5.50, 5.45, 5.25, 5.65, 5.60, 5.40, 5.70, 5.65, 5.55, 6.30, 6.30, 6.25), ncol = 3, byrow = TRUE)
friedman <- function(m) { t <- friedman.test(m); c(t$statistic, t$p.value, t$statistic / (nrow(m) * (ncol(m) - 1))) }
show("rounding times", friedman(rounding))
show("warpbreaks", friedman(t(matrix(c(26, 30, 54, 18, 21, 29, 36, 21, 24, 17, 18, 10), 4))))
show("immer", friedman(as.matrix(immer[, 3:4])))
show("sine 36 x 4", friedman(matrix(sine(144), 36, byrow = TRUE)))
show("coarse 500 x 3", friedman(matrix(coarse(1500, 0.7), 500, byrow = TRUE)))
show("3 x 3", friedman(matrix(c(1, 2, 3, 1, 3, 2, 2, 1, 3), 3, byrow = TRUE)))

cat("# Mann-Kendall: S, variance, z, tau, p\n")
kendall <- function(y, exact = NULL) {
  n <- length(y); s <- sum(sign(outer(y, y, "-"))[lower.tri(diag(n))]); t <- table(y)
  v <- (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5))) / 18
  k <- suppressWarnings(cor.test(seq_len(n), y, method = "kendall", continuity = TRUE, exact = exact))
  c(s, v, (s - sign(s)) / sqrt(v), k$estimate, k$p.value)
}
show("3", kendall(c(1, 2, 3)))
show("sine 10", kendall(sine(10)))
show("Nile", kendall(as.numeric(Nile)))
show("Nile 1-36", kendall(as.numeric(Nile)[1:36]))
show("LakeHuron", kendall(as.numeric(LakeHuron)))
show("sine 49", kendall(sine(49)))
show("coarse 10", kendall(coarse(10)))
show("sine 500", kendall(sine(500)))
show("2 2 3 2", kendall(c(2, 2, 3, 2)))

cat("# Sen's slope: the median of all slopes; interval by ranks\n")
sen <- function(t, y) {
  n <- length(y); i <- which(lower.tri(diag(n)), arr.ind = TRUE)
  d <- sort((y[i[, 1]] - y[i[, 2]]) / (t[i[, 1]] - t[i[, 2]])); u <- table(y)
  c0 <- qnorm(0.975) * sqrt((n * (n - 1) * (2 * n + 5) - sum(u * (u - 1) * (2 * u + 5))) / 18)
  c(median(d), d[floor((length(d) - c0) / 2)], d[ceiling((length(d) + c0) / 2) + 1])
}
show("Nile", sen(1:100, as.numeric(Nile)))
show("sine 10", sen(1:10, sine(10)))
show("coarse 36, squared times", sen((1:36)^2, coarse(36)))

cat("# Spearman: rho, p\n")
spearman <- function(x, y) { t <- suppressWarnings(cor.test(x, y, method = "spearman")); c(t$estimate, t$p.value) }
show("3", spearman(c(1, 2, 3), c(1, 3, 2)))
show("6 reversed", spearman(1:6, c(6, 5, 3, 4, 2, 1)))
show("sine 9", spearman(1:9, sine(9)))
show("sine 10", spearman(1:10, sine(10)))
show("sine 36", spearman(sine(36), sine(36, 1.3)))
show("sine 36 falling", spearman(1:36, -(1:36) + sine(36)))
show("immer", spearman(immer$Y1, immer$Y2))
show("coarse 36", spearman(coarse(36), sine(36, 1.3)))
show("coarse 500", spearman(coarse(500), coarse(500, 1.01)))
show("same 10", spearman(1:10, 1:10))
x <- (1:500 * 7919) %% 503
show("untied 500", spearman(1:500, x))
show("untied 1300", spearman(1:1300, (1:1300 * 7919) %% 1301))

cat("# Cohen's kappa: kappa, observed, expected, standard error\n")
kappa <- function(tab, w) {
  p <- tab / sum(tab); r <- rowSums(p); s <- colSums(p); o <- sum(w * p); e <- sum(w * outer(r, s)); k <- (o - e) / (1 - e)
  wr <- as.vector(w %*% s); ws <- as.vector(r %*% w)
  v <- (sum(p * (w - outer(wr, ws, "+") * (1 - k))^2) - (k - e * (1 - k))^2) / ((1 - e)^2 * sum(tab))
  c(k, o, e, sqrt(v))
}
weights <- function(k, power) 1 - abs(outer(1:k, 1:k, "-") / (k - 1))^power
tables <- list(cohen = matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3, byrow = TRUE),
  fleiss = matrix(c(75, 1, 4, 5, 4, 1, 0, 0, 10), 3, byrow = TRUE),
  binary = matrix(c(20, 5, 10, 15), 2, byrow = TRUE), zeros = matrix(c(3, 0, 0, 0, 0, 0, 0, 1, 2), 3, byrow = TRUE))
for (n in names(tables)) {
  k <- nrow(tables[[n]])
  show(paste(n, "unweighted"), kappa(tables[[n]], diag(k)))
  show(paste(n, "linear"), kappa(tables[[n]], weights(k, 1)))
  show(paste(n, "quadratic"), kappa(tables[[n]], weights(k, 2)))
}

cat("# Cronbach's alpha with Feldt's interval\n")
cronbach <- function(m) {
  k <- ncol(m); n <- nrow(m); a <- k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m)))
  c(a, 1 - (1 - a) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1)))
}
show("attitude", cronbach(as.matrix(attitude)))
show("sine 36 x 4", cronbach(matrix(sine(144), 36, byrow = TRUE)))
show("3 x 2", cronbach(matrix(c(1, 2, 3, 3, 5, 7), 3, byrow = TRUE)))

cat("# Kaplan-Meier: survival after each event; median, 0.9 with intervals\n")
km <- function(time, event) {
  f <- survfit(Surv(time, event) ~ 1)
  q <- quantile(f, c(0.5, 0.9))
  if (f$n < 100) show("  survival", f$surv[f$n.event > 0])
  show("  quantiles, lower, upper", q$quantile, q$lower, q$upper)
  show("  median's interval as printed", summary(f)$table[c("0.95LCL", "0.95UCL")])
}
cat("leuk maintained\n"); with(subset(aml, x == "Maintained"), km(time, status))
cat("aml\n"); with(aml, km(time, status))
cat("lung\n"); with(lung, km(time, status == 2))
cat("plateau 1 2 3 4\n"); km(c(1, 2, 3, 4), c(1, 1, 1, 1))
cat("plateau censored 1 2 3+ 4\n"); km(c(1, 2, 3, 4), c(1, 1, 0, 1))
cat("plateau at the end 1 2 3+ 4+\n"); km(c(1, 2, 3, 4), c(1, 1, 0, 0))
cat("never 1 2+ 3+ 4+\n"); km(c(1, 2, 3, 4), c(1, 0, 0, 0))
cat("ties 1 1 1+ 2 2 5\n"); km(c(1, 1, 1, 2, 2, 5), c(1, 1, 0, 1, 1, 1))
cat("whole days, n = 500\n"); t <- 1 + (1:500 * 7919) %% 23; km(t, as.numeric(1:500 %% 7 != 0))

cat("# Empirical Bayes by Kleinman's moments: mean, prior size, rates\n")
shrunk <- function(x, n) {
  k <- sum(n > 0); N <- sum(n); p <- sum(x) / N; q <- p * (1 - p)
  s <- sum((n * (x / n - p)^2)[n > 0])
  g <- min(1, max(0, (s - q * (k - 1)) / (q * (N - sum(n^2) / N - (k - 1)))))
  m <- (1 - g) / g
  c(p, m, if (is.finite(m)) (x + m * p) / (n + m) else rep(p, length(n)))
}
bacteria$yes <- bacteria$y == "y"
cells <- aggregate(yes ~ ID, bacteria, function(v) c(sum(v), length(v)))$yes
cat(cells[, 1], sep = ", "); cat("\n"); cat(cells[, 2], sep = ", "); cat("\n")
show("bacteria by child", shrunk(cells[, 1], cells[, 2])[c(1:4, 52)])

cat("# Page's L, z with the variance over all orders of each row, p\n")
orders <- function(v) if (length(v) < 2) matrix(v, 1) else do.call(rbind, lapply(seq_along(v), function(i) cbind(v[i], orders(v[-i]))))
page <- function(m) {
  r <- t(apply(m, 1, rank)); k <- ncol(m); l <- sum(r %*% seq_len(k))
  v <- sum(apply(r, 1, function(q) { s <- orders(q) %*% seq_len(k); mean((s - mean(s))^2) }))
  z <- (l - nrow(m) * k * (k + 1)^2 / 4) / sqrt(v)
  c(l, z, 2 * pnorm(-abs(z)))
}
show("teaching", page(matrix(c(3, 4, 3, 2, 2, 4, 3, 3, 5, 1, 3, 2, 2, 3, 2, 2, 4, 5, 1, 2, 4, 3, 4, 4, 2, 4, 5, 1, 3, 4), ncol = 3, byrow = TRUE)))
show("sine 36 x 4", page(matrix(sine(144), 36, byrow = TRUE)))
show("coarse 100 x 5", page(matrix(coarse(500, 0.7), 100, byrow = TRUE)))
