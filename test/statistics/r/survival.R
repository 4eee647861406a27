# What R's survival and cmprsk say of the committed inputs, written as JSON for the tests to agree with.
#
#   Rscript survival.R [FOLDER]     writes survival-*.json into FOLDER, or beside this script
#
# Debian: r-base-core, r-cran-survival, r-cran-cmprsk. Base R beside the two packages; nothing is fetched.

suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
})

here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1])))
into <- if (length(commandArgs(TRUE)) > 0) commandArgs(TRUE)[1] else here

# Numbers with all their digits; what is missing, not a number or infinite is null; every vector is a list.
json <- function(x, indent = "") {
  deeper <- paste0(indent, "  ")
  if (is.list(x)) {
    parts <- vapply(seq_along(x), function(i) {
      value <- json(x[[i]], deeper)
      if (is.null(names(x))) value else sprintf("\"%s\": %s", names(x)[i], value)
    }, "")
    brackets <- if (is.null(names(x))) c("[", "]") else c("{", "}")
    return(paste0(brackets[1], "\n", deeper, paste(parts, collapse = paste0(",\n", deeper)), "\n", indent, brackets[2]))
  }
  x <- as.vector(x)
  text <- ifelse(is.finite(x), sprintf("%.17g", as.numeric(x)), "null")
  paste0("[", paste(text, collapse = ", "), "]")
}

write_json <- function(name, x) {
  con <- file(file.path(into, name), "wb")
  writeLines(json(x), con, useBytes = TRUE)
  close(con)
}

read_input <- function(name) read.csv(file.path(here, name), stringsAsFactors = FALSE)

days <- read_input("survival-days.csv")
continuous <- read_input("survival-continuous.csv")
edges <- read_input("survival-edges.csv")

probabilities <- c(0.1, 0.25, 0.5, 0.75, 0.9)
times <- c(0, 3, 10.5, 25, 25.5, 60, 119, 400)
horizons <- c(5, 30, 60.5, 200)

# One Kaplan-Meier curve and all that is read off it.
curve <- function(fit, details = TRUE) {
  error <- if (fit$logse) fit$std.err * fit$surv else fit$std.err
  out <- list(
    n = fit$n, time = fit$time, atRisk = fit$n.risk, events = fit$n.event, censored = fit$n.censor,
    survival = fit$surv, standardError = error, lower = fit$lower, upper = fit$upper
  )
  if (!details) return(out)
  quantiles <- lapply(probabilities, function(p) quantile(fit, p))
  out$quantiles <- list(
    time = sapply(quantiles, function(q) q$quantile),
    lower = sapply(quantiles, function(q) q$lower),
    upper = sapply(quantiles, function(q) q$upper)
  )
  at <- summary(fit, times = times, extend = TRUE)
  out$at <- list(
    atRisk = at$n.risk, events = cumsum(at$n.event), censored = cumsum(at$n.censor), survival = at$surv,
    standardError = at$std.err, lower = at$lower, upper = at$upper
  )
  usable <- horizons[horizons >= min(fit$time)]
  tables <- lapply(usable, function(h) summary(fit, rmean = h)$table)
  out$restricted <- list(
    horizon = usable,
    mean = sapply(tables, function(t) t["rmean"]),
    standardError = sapply(tables, function(t) t["se(rmean)"])
  )
  out
}

kept <- function(data, weight) if (weight == "none") data else data[data[[weight]] > 0, ]
weights_of <- function(data, weight) if (weight == "none") rep(1, nrow(data)) else data[[weight]]

fit_curve <- function(data, weight, late, type = "log-log", level = 0.95, by = NULL) {
  data <- kept(data, weight)
  data$w <- weights_of(data, weight)
  data$event <- as.integer(data$cause > 0)
  data$one <- 1
  data$by <- if (is.null(by)) data$one else data[[by]]
  y <- if (late) Surv(data$entry, data$time, data$event) else Surv(data$time, data$event)
  if (is.null(by)) survfit(y ~ 1, weights = data$w, conf.type = type, conf.int = level, timefix = FALSE)
  else survfit(y ~ data$by, weights = data$w, conf.type = type, conf.int = level, timefix = FALSE)
}

curves <- list()
inputs <- list(days = days, continuous = continuous)
for (name in names(inputs)) for (weight in c("none", "count", "weight")) for (late in c(FALSE, TRUE))
  for (type in if (name == "days" && !late) c("log-log", "log", "plain") else "log-log") {
    key <- paste(name, weight, if (late) "late" else "start", type, sep = "/")
    curves[[key]] <- curve(fit_curve(inputs[[name]], weight, late, type))
  }
curves[["days/none/start/log-log/0.8"]] <- curve(fit_curve(days, "none", FALSE, level = 0.8), FALSE)
write_json("survival-curves.json", curves)

groups <- list()
for (name in names(inputs)) for (weight in c("none", if (name == "days") "weight")) for (late in c(FALSE, TRUE)) {
  fit <- fit_curve(inputs[[name]], weight, late, by = "group")
  key <- paste(name, weight, if (late) "late" else "start", sep = "/")
  groups[[key]] <- lapply(1:4, function(g) curve(fit[g], FALSE))
}
write_json("survival-groups.json", groups)

small <- list()
for (case in unique(edges$case)) {
  data <- edges[edges$case == case, ]
  y <- if (any(data$entry > 0)) Surv(data$entry, data$time, data$event) else Surv(data$time, data$event)
  small[[case]] <- curve(survfit(y ~ 1, conf.type = "log-log", timefix = FALSE))
}
write_json("survival-edges.json", small)

# The jackknife asked for where weights are numbers of subjects; reverse Kaplan-Meier; landmark.
others <- list()
for (name in names(inputs)) {
  data <- inputs[[name]]
  event <- as.integer(data$cause > 0)
  others[[paste0(name, "/robust")]] <- curve(
    survfit(Surv(data$time, event) ~ 1, robust = TRUE, conf.type = "log-log", timefix = FALSE), FALSE)
  others[[paste0(name, "/follow-up")]] <- curve(
    survfit(Surv(data$time, 1 - event) ~ 1, conf.type = "log-log", timefix = FALSE))
  at <- 20
  later <- data[data$time > at & data$entry <= at, ]
  others[[paste0(name, "/landmark")]] <- curve(
    survfit(Surv(later$time - at, as.integer(later$cause > 0)) ~ 1, conf.type = "log-log", timefix = FALSE), FALSE)
}
write_json("survival-others.json", others)

# survdiff() of survival 3.5-3 cannot be told timefix = FALSE; no two times here are near enough to be taken for one.
stopifnot(min(diff(sort(unique(c(continuous$time, continuous$entry))))) > 1e-6)

# Log-rank: all groups, strata, Peto's weights, trend, weights as numbers of subjects. Late entry, which survdiff()
# does not take, through the score test of a Cox model, which is the same statistic where no two events are tied, and
# in days by definition, table by table.
tested <- function(fit, scores = c(0, 1, 2, 4)) {
  observed <- rowSums(as.matrix(fit$obs))
  expected <- rowSums(as.matrix(fit$exp))
  trend <- sum(scores * (observed - expected))^2 / c(t(scores) %*% fit$var %*% scores)
  list(
    observed = observed, expected = expected, variance = c(t(fit$var)), statistic = fit$chisq, p = fit$pvalue,
    trend = trend, trendP = pchisq(trend, 1, lower.tail = FALSE)
  )
}
score_test <- function(data, stratified) {
  y <- Surv(data$entry, data$time, data$event)
  model <- if (stratified) y ~ factor(group) + strata(stratum) else y ~ factor(group)
  fit <- coxph(model, data = data, ties = "breslow", control = coxph.control(timefix = FALSE))
  list(statistic = fit$score, p = pchisq(fit$score, 3, lower.tail = FALSE))
}
table_by_table <- function(data, strata) {
  difference <- rep(0, 4)
  variance <- matrix(0, 4, 4)
  for (part in split(data, strata)) for (t in unique(part$time[part$event == 1])) {
    risk <- sapply(0:3, function(g) sum(part$group == g & part$entry < t & part$time >= t))
    had <- sapply(0:3, function(g) sum(part$group == g & part$time == t & part$event == 1))
    share <- risk / sum(risk)
    difference <- difference + had - sum(had) * share
    if (sum(risk) > 1) variance <- variance + (diag(share) - outer(share, share)) *
      sum(had) * (sum(risk) - sum(had)) / (sum(risk) - 1)
  }
  chi <- c(difference[-1] %*% solve(variance[-1, -1], difference[-1]))
  list(statistic = chi, p = pchisq(chi, 3, lower.tail = FALSE))
}
ranks <- list()
for (name in names(inputs)) {
  data <- inputs[[name]]
  data$event <- as.integer(data$cause > 0)
  for (rho in c(0, 1, 0.5)) {
    ranks[[paste(name, rho, sep = "/")]] <- tested(
      survdiff(Surv(time, event) ~ group, data, rho = rho))
    ranks[[paste(name, rho, "strata", sep = "/")]] <- tested(
      survdiff(Surv(time, event) ~ group + strata(stratum), data, rho = rho))
  }
  repeated <- data[rep(seq_len(nrow(data)), data$count), ]
  ranks[[paste(name, "count", sep = "/")]] <- tested(
    survdiff(Surv(time, event) ~ group, repeated))
  late <- if (name == "days") table_by_table(data, rep(1, nrow(data))) else score_test(data, FALSE)
  ranks[[paste(name, "late", sep = "/")]] <- late
  late <- if (name == "days") table_by_table(data, data$stratum) else score_test(data, TRUE)
  ranks[[paste(name, "late", "strata", sep = "/")]] <- late
}
write_json("survival-log-rank.json", ranks)

# Cumulative incidence with the infinitesimal jackknife of survfit.
probability <- function(fit, state) list(
  estimate = fit$pstate[, state], standardError = fit$std.err[, state],
  lower = fit$lower[, state], upper = fit$upper[, state]
)
incidence <- function(data, weight, late, type) {
  data <- kept(data, weight)
  data$w <- weights_of(data, weight)
  data$id <- seq_len(nrow(data))
  state <- factor(data$cause, 0:2)
  y <- if (late) Surv(data$entry, data$time, state) else Surv(data$time, state)
  fit <- survfit(y ~ 1, weights = data$w, id = data$id, conf.type = type, timefix = FALSE)
  list(
    n = fit$n, time = fit$time, eventFree = probability(fit, 1), progression = probability(fit, 2),
    death = probability(fit, 3)
  )
}
incidences <- list()
for (name in names(inputs)) for (weight in c("none", if (name == "days") c("count", "weight"))) for (late in c(FALSE, TRUE))
  for (type in if (weight == "none" && name == "days" && !late) c("log-log", "log", "plain") else "log-log") {
    key <- paste(name, weight, if (late) "late" else "start", type, sep = "/")
    incidences[[key]] <- incidence(inputs[[name]], weight, late, type)
  }
for (g in 0:3)
  incidences[[paste0("days/group/", g)]] <- incidence(days[days$group == g, ], "none", FALSE, "log-log")
write_json("survival-incidence.json", incidences)

# Cumulative incidence, Aalen's variance and Gray's test of cmprsk.
gray <- list()
for (name in names(inputs)) {
  data <- inputs[[name]]
  for (g in 0:3) {
    own <- data[data$group == g, ]
    fit <- cuminc(own$time, own$cause)
    at <- sort(unique(own$time))
    read <- timepoints(fit, at)
    # Beyond the last event timepoints() gives NA where the other cause was followed longer; the step holds.
    held <- function(matrix, row) {
      step <- fit[[row]]
      field <- if (identical(matrix, "est")) step$est else step$var
      sapply(at, function(t) { reached <- which(step$time <= t); field[max(reached)] })
    }
    gray[[paste(name, "group", g, sep = "/")]] <- list(
      time = at,
      progression = list(estimate = held("est", 1), variance = held("var", 1)),
      death = list(estimate = held("est", 2), variance = held("var", 2))
    )
    stopifnot(all.equal(as.vector(read$est[1, ]), held("est", 1)), all.equal(as.vector(read$var[2, ]), held("var", 2)))
  }
  for (rho in c(0, 1)) {
    tests <- cuminc(data$time, data$cause, data$group, rho = rho)$Tests
    gray[[paste(name, "test", rho, sep = "/")]] <- list(statistic = tests[, "stat"], p = tests[, "pv"])
    tests <- cuminc(data$time, data$cause, data$group, data$stratum, rho = rho)$Tests
    gray[[paste(name, "test", rho, "strata", sep = "/")]] <- list(statistic = tests[, "stat"], p = tests[, "pv"])
  }
}
write_json("survival-gray.json", gray)

# What the table of a Kaplan-Meier figure says of each group, and the check of a forest: ten days for each of the input's.
month <- 365.25 / 12
figure_months <- c(6, 12, 24)
figure_data <- transform(days, time = time * 10, event = as.integer(cause > 0))
figure_fit <- survfit(Surv(time, event) ~ group, figure_data, conf.type = "log-log", timefix = FALSE)
figure_follow <- survfit(Surv(time, 1 - event) ~ group, figure_data, conf.type = "log-log", timefix = FALSE)
figure_groups <- lapply(1:4, function(g) {
  at <- summary(figure_fit[g], times = figure_months * month, extend = TRUE)
  mean <- summary(figure_fit[g], rmean = 24 * month)$table
  reach <- qnorm(0.975) * mean["se(rmean)"]
  follow <- quantile(figure_follow[g], 0.5)
  list(
    survival = at$surv, lower = at$lower, upper = at$upper,
    restrictedMean = c(mean["rmean"], mean["rmean"] - reach, mean["rmean"] + reach) / month,
    followUp = c(follow$quantile, follow$lower, follow$upper) / month
  )
})
figure_check <- cox.zph(coxph(
  Surv(time, event) ~ factor(group) + factor(stratum), figure_data, control = coxph.control(eps = 1e-14, toler.chol = 1e-15)
), transform = "km", terms = TRUE)$table
write_json("survival-figure.json", list(
  groups = figure_groups,
  check = list(statistic = figure_check[, "chisq"], degrees = figure_check[, "df"], p = figure_check[, "p"])
))
