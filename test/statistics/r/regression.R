# R's answers for proportions, rates, medians, Cox and logistic regression, funnels and monitoring.
# Run as: Rscript regression.R [folder to write to]. Base R and survival only; inputs lie beside this file.
suppressPackageStartupMessages(library(survival))
own <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
given <- commandArgs(TRUE)
out <- if (length(given) > 0) given[1] else own
read <- function(name) read.csv(file.path(own, name))

# JSON by hand, with all digits of a double; what is not finite is written as null
json <- function(x, indent = "") {
  deeper <- paste0(indent, "  ")
  if (is.null(x)) return("null")
  if (is.list(x)) {
    inner <- vapply(x, json, "", indent = deeper)
    keys <- names(x)
    if (!is.null(keys)) inner <- paste0('"', keys, '": ', inner)
    ends <- if (is.null(keys)) c("[", "]") else c("{", "}")
    return(paste0(ends[1], "\n", paste0(deeper, inner, collapse = ",\n"), "\n", indent, ends[2]))
  }
  cells <- if (is.character(x)) paste0('"', x, '"') else if (is.logical(x)) tolower(x) else sprintf("%.17g", x)
  if (!is.character(x)) cells[!is.finite(x)] <- "null"
  if (length(x) == 0) return("[]")
  if (length(x) == 1 && is.null(attr(x, "array"))) cells else paste0("[", paste(cells, collapse = ", "), "]")
}
all <- function(x) structure(unname(x), array = TRUE)
save <- function(x, name) writeLines(json(x), file.path(out, name))

# Cox regression ---------------------------------------------------------------------------------------------
cox <- read("cox.csv")
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60)
fit <- function(name, uses, ties = "efron", time = "time") {
  end <- cox[[time]]
  response <- if ("entry" %in% uses) Surv(cox$entry, end, cox$event) else Surv(end, cox$event)
  formula <- if ("strata" %in% uses) response ~ x1 + x2 + x3 + strata(stratum) else response ~ x1 + x2 + x3
  data <- cox
  data$w <- if ("weight" %in% uses) cox$weight else rep(1, nrow(cox))
  model <- if ("cluster" %in% uses) {
    coxph(formula, data, weights = w, cluster = cluster, ties = ties, control = tight)
  } else {
    coxph(formula, data, weights = w, robust = FALSE, ties = ties, control = tight)
  }
  s <- summary(model)
  robust <- "cluster" %in% uses
  naive <- if (robust) model$naive.var else model$var
  zph <- function(transform) {
    test <- cox.zph(model, transform = transform)$table
    list(statistic = all(test[, "chisq"]), p = all(test[, "p"]))
  }
  list(
    name = name, uses = all(uses), ties = ties, time = time, subjects = model$n, events = model$nevent,
    estimate = all(coef(model)), standardError = all(sqrt(diag(naive))),
    robustError = if (robust) all(sqrt(diag(model$var))) else NULL,
    covariance = all(as.vector(t(model$var))),
    hazardRatio = all(exp(coef(model))), lower = all(s$conf.int[, "lower .95"]), upper = all(s$conf.int[, "upper .95"]),
    z = all(s$coefficients[, "z"]), p = all(2 * pnorm(-abs(s$coefficients[, "z"]))),
    logLikelihood = all(model$loglik),
    likelihoodRatio = all(unname(s$logtest)), wald = all(c(model$wald.test, 3, pchisq(model$wald.test, 3, lower.tail = FALSE))),
    score = all(unname(s$sctest)), identity = zph("identity"), km = zph("km")
  )
}
save(list(
  fit("ties by Efron", character(0)),
  fit("ties by Breslow", character(0), ties = "breslow"),
  fit("no ties", character(0), time = "fine"),
  fit("late entry", "entry"),
  fit("late entry, ties by Breslow", "entry", ties = "breslow"),
  fit("strata", "strata"),
  fit("weights", "weight"),
  fit("weights, ties by Breslow", "weight", ties = "breslow"),
  fit("clusters", "cluster"),
  fit("clusters, ties by Breslow", "cluster", ties = "breslow"),
  fit("clusters and weights", c("cluster", "weight")),
  fit("late entry, strata, weights, clusters", c("entry", "strata", "weight", "cluster")),
  fit("late entry, strata, weights, clusters, ties by Breslow", c("entry", "strata", "weight", "cluster"), ties = "breslow")
), "cox.json")

# Distributions ----------------------------------------------------------------------------------------------
grid <- function(...) {
  points <- expand.grid(...)
  lapply(points, all)
}
tails <- function(f, points) list(lower = all(do.call(f, unname(points))), upper = all(do.call(f, c(unname(points), lower.tail = FALSE))))
with_tails <- function(f, ...) c(grid(...), tails(f, expand.grid(...)))
with_value <- function(f, ...) c(grid(...), list(value = all(do.call(f, unname(expand.grid(...))))))
chances <- c(1e-12, 1e-5, .001, .025, .2, .5, .8, .975, .999, 1 - 1e-9)
shapes <- c(.5, 1, 2.5, 12, 40.5, 500, 2e4)
save(list(
  normal = with_tails(pnorm, x = c(-37, -12, -5.7, -5.6, -3, -1, -.6, -1e-6, 0, .3, .7, 2, 4.5, 8)),
  normalQuantile = with_value(qnorm, p = c(1e-300, 1e-20, .0007, .01, .075, .3, .49, .9, .975, .999999, 1 - 1e-13)),
  gamma = with_tails(pgamma, x = c(1e-8, .02, .5, 1, 3, 11, 12, 14, 60, 480, 515, 2e4), shape = shapes),
  gammaQuantile = with_value(qgamma, p = chances, shape = shapes),
  chiSquare = with_tails(pchisq, x = c(.001, .4, 1, 3.84, 9, 30, 110, 700), degrees = c(1, 2, 3, 5, 10, 80)),
  chiSquareQuantile = with_value(qchisq, p = chances, degrees = c(1, 2, 3, 10, 80)),
  beta = with_tails(pbeta, x = c(1e-7, .01, .2, .5, .7, .95, .9999), a = shapes[-7], b = shapes[-7]),
  betaQuantile = with_value(qbeta, p = chances, a = shapes[-7], b = shapes[-7]),
  binomial = with_tails(pbinom, k = c(0, 1, 3, 12, 60), n = c(3, 12, 61, 4000), p = c(1e-4, .03, .5, .9)),
  binomialDensity = with_value(dbinom, k = c(0, 1, 3, 12, 60), n = c(3, 12, 61, 4000), p = c(1e-4, .03, .5, .9)),
  binomialQuantile = with_value(qbinom, q = c(0, .001, .025, .5, .975, .999, 1), n = c(0, 1, 2, 10, 57, 1e5), p = c(0, .001, .03, .5, .9, 1)),
  poisson = with_tails(ppois, k = c(0, 1, 3, 12, 60, 1000), mean = c(.001, .3, 5, 77.7, 980)),
  poissonDensity = with_value(dpois, k = c(0, 1, 3, 12, 60, 1000), mean = c(.001, .3, 5, 77.7, 980)),
  poissonQuantile = with_value(qpois, q = c(0, .001, .025, .5, .975, .999), mean = c(0, .001, .3, 5, 77.7, 1e6))
), "distributions.json")

# Proportions, rates, medians --------------------------------------------------------------------------------
proportion <- function(events, n, level) {
  wilson <- suppressWarnings(prop.test(events, n, conf.level = level, correct = FALSE))$conf.int
  exact <- binom.test(events, n, conf.level = level)$conf.int
  list(events = events, denominator = n, level = level, wilson = all(wilson[1:2]), exact = all(exact[1:2]))
}
rate <- function(events, exposure, level) {
  list(events = events, exposure = exposure, level = level, exact = all(poisson.test(events, exposure, conf.level = level)$conf.int[1:2]))
}
middle <- function(values, level) {
  n <- length(values)
  k <- qbinom((1 - level) / 2, n, .5)
  ends <- if (k > 0) sort(values)[c(k, n - k + 1)] else c(NA, NA)
  coverage <- if (k > 0) sum(dbinom(k:(n - k), n, .5)) else NA
  list(count = n, level = level, median = median(values), ends = all(ends), coverage = coverage)
}
waits <- read("waits.csv")$value
pairs <- list(c(0, 1), c(1, 1), c(0, 12), c(12, 12), c(1, 12), c(7, 12), c(3, 250), c(249, 250), c(5000, 123456))
save(list(
  proportions = do.call(c, lapply(pairs, function(pair) lapply(c(.9, .95, .998), function(level) proportion(pair[1], pair[2], level)))),
  rates = do.call(c, lapply(list(c(0, 3.5), c(1, 3.5), c(7, 1e6), c(480, 5.6e7), c(100000, 12)), function(pair) {
    lapply(c(.9, .95, .998), function(level) rate(pair[1], pair[2], level))
  })),
  medians = do.call(c, lapply(c(1, 2, 5, 6, 7, 20, 73), function(n) lapply(c(.9, .95, .99), function(level) middle(waits[1:n], level))))
), "intervals.json")

# Logistic regression ----------------------------------------------------------------------------------------
log_data <- read("logistic.csv")
logistic <- function(name, uses, formula = y ~ a + b) {
  data <- log_data
  data$weight <- if ("weight" %in% uses) data$w else rep(1, nrow(data))
  data$shift <- if ("offset" %in% uses) data$offset else rep(0, nrow(data))
  fit <- function(start) {
    glm(formula, binomial, data, weights = weight, offset = shift, start = start, control = glm.control(epsilon = 1e-15, maxit = 60))
  }
  # glm's standard errors are those of one step before its end: started again from the end they are of the end
  model <- fit(coef(fit(NULL)))
  table <- summary(model)$coefficients
  half <- qnorm(.975) * table[, 2]
  list(
    name = name, uses = all(uses), covariates = all(setdiff(names(coef(model)), "(Intercept)")),
    estimate = all(table[, 1]), standardError = all(table[, 2]), z = all(table[, 3]), p = all(2 * pnorm(-abs(table[, 3]))),
    lower = all(exp(table[, 1] - half)), upper = all(exp(table[, 1] + half)), covariance = all(as.vector(vcov(model))),
    deviance = model$deviance, nullDeviance = model$null.deviance, degrees = model$df.residual,
    probabilities = all(fitted(model)),
    expected = all(as.vector(tapply(data$weight * fitted(model), data$unit, sum))),
    observed = all(as.vector(tapply(data$weight * data$y, data$unit, sum)))
  )
}
save(list(
  logistic("plain", character(0)),
  logistic("weights", "weight"),
  logistic("offset", "offset"),
  logistic("weights and offset", c("weight", "offset")),
  logistic("intercept alone, with an offset", "offset", y ~ 1)
), "logistic.json")

# How well a model tells subjects apart, and whether its chances come true -----------------------------------
risk_model <- function(name, formula, weight, groups) {
  data <- log_data
  # covariates in halves, so that many subjects share a chance
  data$a2 <- round(data$a * 2) / 2
  data$w <- weight
  chance <- round(fitted(glm(formula, binomial, data, weights = w)), 12)
  y <- data$y
  # Hanley and McNeil: the area is Mann and Whitney's statistic by pairs; each subject as often as its weight says
  whole <- rep(seq_along(y), weight)
  ranks <- rank(chance[whole])
  ones <- sum(y[whole])
  c_statistic <- (sum(ranks[y[whole] == 1]) - ones * (ones + 1) / 2) / (ones * (length(whole) - ones))
  sizes <- tapply(weight, chance, sum)
  middles <- cumsum(sizes) - sizes / 2
  tenth <- pmin(groups - 1, floor(as.vector(middles) / sum(sizes) * groups))
  place <- tenth[match(chance, sort(unique(chance)))]
  list(
    name = name, chance = all(chance), weight = all(weight), groups = groups, cStatistic = c_statistic,
    from = all(as.vector(tapply(chance, place, min))), to = all(as.vector(tapply(chance, place, max))),
    subjects = all(as.vector(tapply(weight, place, sum))), expected = all(as.vector(tapply(weight * chance, place, sum))),
    observed = all(as.vector(tapply(weight * y, place, sum)))
  )
}
save(list(
  risk_model("many chances", y ~ a + b, rep(1, nrow(log_data)), 10),
  risk_model("few chances, weights", y ~ a2, log_data$w, 10),
  risk_model("one chance for all", y ~ 1, rep(1, nrow(log_data)), 4)
), "risk-model.json")

# A funnel adjusted for case-mix: expected by glm, observed to expected, the adjusted share ---------------------
case_mix <- function(outcome) {
  data <- read("case-mix.csv")
  y <- data[[outcome]]
  band <- cut(data$age, c(50, 60, 70, 80, Inf), c("50 to 59", "60 to 69", "70 to 79", "80 and over"), right = FALSE)
  largest <- function(of) relevel(of, names(which.max(table(of))))
  parts <- data.frame(
    y = y, age = largest(factor(paste("Age:", band))), sex = largest(factor(ifelse(data$male == 1, "Sex: male", "Sex: female"))),
    ecog = largest(factor(paste("ECOG performance status", data$ecog)))
  )
  fit <- function(start) glm(y ~ age + sex + ecog, binomial, parts, start = start, control = glm.control(epsilon = 1e-15, maxit = 60))
  model <- fit(coef(fit(NULL)))
  table <- summary(model)$coefficients
  names <- sub("^(age|sex|ecog)", "", rownames(table))
  names[1] <- "Intercept"
  half <- qnorm(.975) * table[, 2]
  coefficients <- lapply(seq_along(names), function(at) list(
    estimate = table[at, 1], ratio = sprintf("%.2f (%.2f to %.2f)", exp(table[at, 1]), exp(table[at, 1] - half[at]), exp(table[at, 1] + half[at]))
  ))
  chance <- fitted(model)
  ranks <- rank(round(chance, 12))
  ones <- sum(y)
  # what is rarer is standardised: the event, or being without it
  rare <- if (mean(y) > .5) 1 - y else y
  rare_chance <- if (mean(y) > .5) 1 - chance else chance
  units <- lapply(sort(unique(data$unit)), function(unit) {
    observed <- sum(rare[data$unit == unit])
    expected <- sum(rare_chance[data$unit == unit])
    exact <- poisson.test(observed, expected)
    ratio <- c(exact$estimate, exact$conf.int[1:2])
    share <- ratio * mean(rare)
    list(
      observed = observed, expected = expected, ratio = all(ratio),
      adjusted = all(if (mean(y) > .5) 1 - share[c(1, 3, 2)] else share)
    )
  })
  list(
    coefficients = setNames(coefficients, names), cStatistic = (sum(ranks[y == 1]) - ones * (ones + 1) / 2) / (ones * (length(y) - ones)),
    units = units
  )
}
save(list(died = case_mix("died"), success = case_mix("success")), "case-mix.json")

# Funnels ----------------------------------------------------------------------------------------------------
units <- read("units.csv")
shares <- c(.001, .025, .975, .999)
# Spiegelhalter's interpolation from the lower tail; the high limits are those of patients without the event
binomial_low <- function(target, n, p) {
  r <- qbinom(p, n, target)
  alpha <- (pbinom(r, n, target) - p) / (pbinom(r, n, target) - pbinom(r - 1, n, target))
  max(0, r - alpha) / n
}
binomial_limits <- function(target, n) c(
  binomial_low(target, n, .001), binomial_low(target, n, .025), 1 - binomial_low(1 - target, n, .025), 1 - binomial_low(1 - target, n, .001)
)
poisson_limits <- function(target, exposure) {
  mean <- target * exposure
  low <- function(p) {
    r <- qpois(p, mean)
    max(0, r - (ppois(r, mean) - p) / dpois(r, mean))
  }
  # the largest r that p or more reach, and how far to the next one
  high <- function(p) {
    r <- qpois(p, mean, lower.tail = FALSE)
    r + (ppois(r - 1, mean, lower.tail = FALSE) - p) / dpois(r, mean)
  }
  c(low(.001), low(.025), high(.025), high(.001)) / exposure
}
dispersion <- function(z, s, share = .1) {
  ends <- quantile(z, c(share, 1 - share), names = FALSE)
  phi <- mean(pmin(ends[2], pmax(ends[1], z))^2)
  k <- length(z)
  w <- 1 / s^2
  list(phi = phi, betweenVariance = max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w))))
}
funnel <- function(events, size, target, exact, transform, back) {
  s <- 1 / (2 * sqrt(size))
  found <- dispersion((transform(events / size) - transform(target)) / s, s)
  wide <- function(n) back(transform(target) + qnorm(shares) * sqrt(1 / (4 * n) + found$betweenVariance))
  c(list(target = target), found, list(
    exact = lapply(size, function(n) all(exact(target, n))),
    widened = lapply(size, function(n) all(wide(n)))
  ))
}
arc <- function(p) asin(sqrt(p))
save(list(
  proportions = funnel(units$events, units$denominator, sum(units$events) / sum(units$denominator), binomial_limits, arc,
    function(at) sin(pmin(pi / 2, pmax(0, at)))^2),
  ratios = funnel(units$events, units$expected, 1, poisson_limits, sqrt, function(at) pmax(0, at)^2),
  rates = funnel(units$events, units$population, sum(units$events) / sum(units$population), poisson_limits, sqrt, function(at) pmax(0, at)^2),
  ends = list(
    few = all(binomial_limits(.02, 3)), none = all(binomial_limits(0, 10)), every = all(binomial_limits(1, 10)),
    large = all(binomial_limits(.3, 200000)), rare = all(poisson_limits(1, .01)), many = all(poisson_limits(1, 300000))
  )
), "funnel.json")

# Monitoring -------------------------------------------------------------------------------------------------
series <- read("monitor.csv")
cusum <- function(ratio, threshold) {
  p <- series$expected
  weight <- ifelse(series$outcome == 1, log(ratio / (1 - p + ratio * p)), log(1 / (1 - p + ratio * p)))
  values <- numeric(0)
  signals <- numeric(0)
  sum <- 0
  for (at in seq_along(weight)) {
    sum <- max(0, sum + weight[at])
    values <- c(values, sum)
    if (sum >= threshold) {
      signals <- c(signals, at - 1)
      sum <- 0
    }
  }
  list(oddsRatio = ratio, threshold = threshold, values = all(values), signals = all(signals))
}
run_length <- function(ratio, threshold, actual, m) {
  p <- series$expected
  width <- threshold / (m - .5)
  moves <- matrix(0, m, m)
  nearest <- function(x) floor(x + .5)
  for (chance in p) {
    none <- -log(1 - chance + ratio * chance)
    happens <- actual * chance / (1 - chance + actual * chance)
    for (from in 0:(m - 1)) {
      up <- max(0, nearest(from + (log(ratio) + none) / width))
      down <- max(0, nearest(from + none / width))
      if (up < m) moves[from + 1, up + 1] <- moves[from + 1, up + 1] + happens / length(p)
      if (down < m) moves[from + 1, down + 1] <- moves[from + 1, down + 1] + (1 - happens) / length(p)
    }
  }
  list(oddsRatio = ratio, threshold = threshold, actual = actual, steps = m, length = solve(diag(m) - moves, rep(1, m))[1])
}
sizes <- sqrt(cumsum(series$expected * (1 - series$expected)))
run_chart <- function(values) {
  side <- sign(values - median(values))
  side <- side[side != 0]
  runs <- rle(side)$lengths
  list(
    median = median(values), useful = length(side), longestRun = max(runs), longestRunByChance = round(log2(length(side)) + 3),
    crossings = length(runs) - 1, fewestCrossingsByChance = qbinom(.05, length(side) - 1, .5), shifts = all(runs[runs >= 6])
  )
}
save(list(
  cusums = list(cusum(2, 1.5), cusum(2, 4.5), cusum(.5, 1.2)),
  runLengths = list(run_length(2, 3, 1, 60), run_length(2, 3, 2, 60), run_length(.5, 2.5, 1, 41)),
  vlad = list(values = all(cumsum(series$expected - series$outcome)), margin = all(qnorm(.975) * sizes)),
  runCharts = list(run_chart(waits), run_chart(waits[1:24]), run_chart(cumsum(waits - median(waits))))
), "monitoring.json")
