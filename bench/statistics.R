# What R's survival needs for the file that bench/statistics.ts wrote, and what it finds: JSON on standard output.
#
#   Rscript statistics.R FILE METHOD...     each the best of three, without starting R or reading the file

suppressPackageStartupMessages(library(survival))
given <- commandArgs(TRUE)
values <- readBin(given[1], "double", file.size(given[1]) / 8)
columns <- matrix(values, ncol = 6)
data <- data.frame(
  time = columns[, 1], cause = columns[, 2], group = columns[, 3],
  x1 = columns[, 4], x2 = columns[, 5], x3 = columns[, 6]
)
data$event <- as.integer(data$cause > 0)
data$state <- factor(data$cause, 0:2)

methods <- list(
  curves = list(
    run = function() survfit(Surv(time, event) ~ group, data, conf.type = "log-log"),
    read = function(fit) sapply(0:3, function(g) summary(fit[g + 1], times = 1000)$lower)
  ),
  logRank = list(
    run = function() survdiff(Surv(time, event) ~ group, data),
    read = function(fit) fit$chisq
  ),
  cox = list(
    run = function() coxph(Surv(time, event) ~ x1 + x2 + x3, data, ties = "efron"),
    read = function(fit) c(coef(fit), sqrt(diag(vcov(fit))))
  ),
  incidence = list(
    run = function() survfit(Surv(time, state) ~ 1, data),
    read = function(fit) {
      at <- sum(fit$time <= 1000)
      c(fit$pstate[at, 2:3], fit$std.err[at, 2:3])
    }
  )
)

for (name in given[-1]) {
  best <- Inf
  for (run in 1:3) best <- min(best, system.time(fit <- methods[[name]]$run())["elapsed"])
  found <- paste(sprintf("%.17g", methods[[name]]$read(fit)), collapse = ", ")
  cat(sprintf("{\"method\": \"%s\", \"ms\": %.3f, \"found\": [%s]}\n", name, 1000 * best, found))
}
