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
  if (is.numeric(x)) cells[!is.finite(x)] <- "null"
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
