# Expected values of the tests of the change of the sample's index, dev.tidemark.EndToEndTest.
#
#   Rscript score_changes.R scores.csv
#
# scores.csv has the index of each city in both waves, unit,W1,W2: the scores that the sample's own test compares with
# the published figures. R 4.2.2 printed the numbers with 17 digits.

scores <- read.csv(commandArgs(trailingOnly = TRUE)[1])
change <- scores$W2 - scores$W1
t <- t.test(change)
cat(sprintf("%-10s %.17g\n", c("n", "change", "low", "high", "t", "p"), c(length(change), mean(change), t$conf.int, t$statistic, t$p.value)), sep = "")
