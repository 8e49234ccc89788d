# Expected values of EndToEndTest and of ServiceLevelsTest, from the sample's enquiries.
# Rscript jobs/src/test/R/service_levels.R, from the root of the repository; R 4 with survival.
library(survival)
enquiries <- read.csv("data-samples/assessment-36-cities/enquiries.csv", colClasses = "character")
day <- function(time) as.Date(substr(ifelse(time == "", NA, time), 1, 10))
enquiries$submitted <- day(enquiries$submitted_at)
enquiries$answered <- day(enquiries$answered_at)

# The State Council's days, of the two waves only.
off <- as.Date(c("2020-01-01", "2020-04-04", "2020-04-05", "2020-04-06"))
works <- as.Date("2020-01-19")
is_working <- function(d) d %in% works | (!format(d, "%u") %in% c("6", "7") & !d %in% off)
passed <- function(from, to) if (to <= from) 0 else sum(is_working(seq(from + 1, to, by = 1)))
due <- function(from, n) { d <- from; while (n > 0) { d <- d + 1; n <- n - is_working(d) }; d }

enquiries$due <- do.call(c, lapply(seq_len(nrow(enquiries)), function(i) due(enquiries$submitted[i], 5)))
enquiries$in_time <- !is.na(enquiries$answered) & enquiries$answered <= enquiries$due
options(digits = 17)
for (period in c("W1", "W2")) {
  wave <- enquiries[enquiries$period == period, ]
  end <- max(wave$submitted, wave$answered, na.rm = TRUE) - 1
  for (kind in c("consultation", "complaint")) {
    x <- wave[wave$kind == kind, ]
    until <- ifelse(is.na(x$answered), end, x$answered)
    waited <- mapply(function(a, b) passed(as.Date(a, "1970-01-01"), as.Date(b, "1970-01-01")), x$submitted, until)
    curve <- quantile(survfit(Surv(waited, !is.na(x$answered)) ~ 1), c(0.5, 0.9))
    share <- prop.test(sum(x$in_time), nrow(x), correct = FALSE)
    cat(period, kind, "until", format(end), "n", nrow(x), "in time", sum(x$in_time),
        format(share$conf.int), "\n  median and 90 %", curve$quantile, curve$lower, curve$upper, "\n")
  }
}
for (kind in c("consultation", "complaint")) {
  for (measure in c("in_time", "resolved")) {
    both <- merge(enquiries[enquiries$period == "W1" & enquiries$kind == kind, ],
                  enquiries[enquiries$period == "W2" & enquiries$kind == kind, ], by = "unit")
    before <- both[[paste0(measure, ".x")]] %in% c(TRUE, "true")
    after <- both[[paste0(measure, ".y")]] %in% c(TRUE, "true")
    gained <- sum(!before & after)
    lost <- sum(before & !after)
    cat(kind, measure, "n", nrow(both), "from", mean(before), "to", mean(after), "gained", gained,
        "lost", lost, "p", binom.test(gained, gained + lost)$p.value, "\n")
  }
}
