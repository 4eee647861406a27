/** Clauses 6.4 and 6.5: efficacy at the time that the intent asks for, safety, and the patient's feedback. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { dayWords, endOfDay, momentWords } from '../../calendar/uk-time.ts'
import type { Stated } from '../../pathway/course.ts'
import {
  complication,
  feedback,
  followUpContact,
  responseAssessment,
  safetyReview,
  symptomScore,
} from '../../pathway/kinds/follow-up.ts'
import { cameToNothing } from '../../pathway/reading/came-to-nothing.ts'
import { responseAfter, responseDays } from '../../pathway/reading/follow-up.ts'
import { about, repeatedBy } from '../../pathway/reading/treatments.ts'
import { auditReport } from '../../service/kinds.ts'
import type { BodyOf } from '../../service/state.ts'
import type { CaseView, Treated } from '../case-view.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notApplicable, notMet, type Outcome, owed, type Subject } from '../finding.ts'
import { isBy, isUntilNext } from '../occasion.ts'
import { type ServiceView, wholeService } from '../service-view.ts'

/** Days after a treatment by which each is owed. Only the response's are the guidance's; the others are our own choice. */
const symptomDays = 14
const safetyDays = 30
const feedbackDays = 84

type SymptomScore = BodyOf<typeof symptomScore>

const scoresAfter = ({ course }: CaseView, { done }: Treated) =>
  about<SymptomScore>(course, symptomScore, done)

/** The scores from before a treatment, since the last that was done on an earlier day: those were of that one. */
function scoresBefore({ course, treated: all }: CaseView, treated: Treated) {
  const since = all.findLast(({ day }) => day < treated.day)?.day ?? ''
  return course
    .of(symptomScore)
    .filter((each) => each.body.moment === 'before' && isBy(treated, each) && ukDay(each.occurredAt) > since)
}

/** Whether a treatment is meant to relieve a symptom that the record names. */
function isForSymptom(view: CaseView, treated: Treated): boolean {
  if (treated.intent !== 'supportive') return false
  return treated.referral?.body.symptom !== undefined || scoresBefore(view, treated).length > 0
}

/** Done by a day, after it, or still owed; exempt where the patient died by then. */
function byDay(
  { death, asOf }: CaseView,
  { done }: Treated,
  lastDay: string,
  found: Stated | undefined,
  words: { readonly what: string; readonly met: string },
): Outcome {
  if (found && ukDay(found.occurredAt) <= lastDay) return met(words.met, found)
  const due = `${words.what} is owed by ${dayWords(lastDay)}`
  if (found) return late(`Recorded on ${momentWords(found.occurredAt)}. ${due}.`, found, done)
  if (death && ukDay(death.occurredAt) <= lastDay) return exempt('The patient died before it was due.', death)
  return owed(
    { asOf, lapsesAt: endOfDay(lastDay) },
    { until: `${due}.`, passed: `${words.what} was owed by ${dayWords(lastDay)}, and none is recorded.` },
    done,
  )
}

/** The first contact after a treatment that says what became of the symptom, on no scale. */
const reliefSaid = ({ course }: CaseView, treated: Treated) =>
  course.of(followUpContact).find((each) => each.body.relief !== undefined && isUntilNext(treated, each))

/** Clause 6.4: efficacy is recorded by the symptom that is relieved, on a validated scale where possible. */
export const symptomsScored = clause({
  number: '6.4',
  asks: 'Efficacy is recorded by the symptoms relieved, on a validated scale where possible',
  how: 'For supportive treatments whose referral names a symptom, or that has a score from before: the same symptom scored before and after the treatment, or a follow-up contact that says what became of it, within 14 days (our own choice); without either, not met. Exempt where the patient died in time, and without a score from before in an emergency. Side effects are judged with 6.5.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    if (!isForSymptom(view, treated)) return notApplicable('No symptom that was to be relieved is recorded.')
    const before = scoresBefore(view, treated)
    const names = new Set(before.map(({ body }) => nameOf(body)))
    const after = scoresAfter(view, treated)
    const same = after.find(({ body }) => names.has(nameOf(body)))
    const said = reliefSaid(view, treated)
    const first = before.findLast(({ body }) => !same || nameOf(body) === nameOf(same.body))
    if (after.length > 0 && !same && !said) {
      if (treated.referral?.body.urgency === 'emergency' && !first) {
        return exempt('It was an emergency: there is no score from before to compare with.', after[0])
      }
      return notMet('The symptom was scored after the treatment, and not before it.', after[0], treated.done)
    }
    const outcome = byDay(view, treated, daysAfter(treated.day, symptomDays), same ?? said, {
      what: 'What became of the symptom',
      met: same
        ? `Scored before and after: ${first?.body.value} to ${same.body.value} of 10.`
        : 'A follow-up contact says what became of the symptom; no scale was used.',
    })
    return first ? { ...outcome, entries: [...new Set([first.entry, ...outcome.entries])] } : outcome
  },
})

const nameOf = ({ symptom }: SymptomScore) => symptom.trim().toLowerCase()

/** An audit that covers a measure, reported in the last 12 months. */
function audited(covers: 'efficacy' | 'safety' | 'feedback', name: string) {
  return {
    appliesTo: (): readonly Subject[] => wholeService(),
    find: (_: Subject, { service, day }: ServiceView): Outcome => {
      const since = daysAfter(day, -365)
      const report = service
        .of(auditReport)
        .findLast(
          ({ body, occurredAt }) =>
            (body.covers === covers || body.covers === 'all') &&
            ukDay(occurredAt) > since &&
            ukDay(occurredAt) <= day,
        )
      return report
        ? met(`An audit of ${name} was reported on ${momentWords(report.occurredAt)}.`, report)
        : notMet(`No audit of ${name} was reported in the last 12 months.`)
    },
  }
}

/** Clause 6.5, efficacy: did it do what it was meant to, judged at the time that its intent asks for? */
export const efficacyAssessed = clause({
  number: '6.5-efficacy',
  asks: 'Efficacy is assessed when the intent asks for it: relief at once, response after 8 to 12 weeks',
  how: 'Supportive: what became of the symptom that was to be relieved, scored or said within 14 days; else the technical success that the treatment itself records. Disease-modifying: a response assessment 8 to 12 weeks after; late after 12. Exempt where the next course of the series came first, where the procedure could not be done, or where the patient died in time. Of the service: an audit of efficacy in the last 12 months (our own interval).',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) =>
    treated.intent === 'supportive' ? relief(treated, view) : response(treated, view),
  service: audited('efficacy', 'efficacy'),
})

function relief(treated: Treated, view: CaseView): Outcome {
  if (!isForSymptom(view, treated)) {
    const success = { yes: 'yes', partial: 'in part', no: 'no' }[treated.done.body.technicalSuccess]
    return met(`Judged at the end of the procedure. Technical success: ${success}.`, treated.done)
  }
  const score = scoresAfter(view, treated)[0]
  const said = score ?? reliefSaid(view, treated)
  return byDay(view, treated, daysAfter(treated.day, symptomDays), said, {
    what: 'What became of the symptom',
    met: score
      ? `The symptom was scored after the treatment: ${score.body.value} of 10.`
      : 'A follow-up contact says what became of the symptom.',
  })
}

function response(treated: Treated, view: CaseView): Outcome {
  const { done } = treated
  const { to } = responseDays(done)
  if (cameToNothing(done)) {
    return exempt('The procedure could not be done, so there is no response to assess.', done)
  }
  const assessed = responseAfter(view.course, done)
  const next = repeatedBy(view.course, done)
  const isInTime = assessed && ukDay(assessed.occurredAt) <= to
  if (next && !isInTime && ukDay(next.occurredAt) <= to) {
    return exempt('The next course of the series came first: response is assessed after that.', done, next)
  }
  const outcome = byDay(view, treated, to, assessed, {
    what: 'A response assessment, 8 to 12 weeks after the treatment,',
    met: assessed ? `Response was assessed on ${momentWords(assessed.occurredAt)}.` : '',
  })
  if (assessed) return outcome
  const early = view.course
    .of(responseAssessment)
    .findLast(({ body, occurredAt }) => !body.baseline && occurredAt > done.occurredAt)
  if (!early) return outcome
  const words = `${outcome.reason} The one of ${momentWords(early.occurredAt)} came before 8 weeks.`
  return { ...outcome, reason: words, entries: [...outcome.entries, early.entry] }
}

/** Clause 6.5, safety: morbidity and mortality of the procedure are recorded. */
export const safetyRecorded = clause({
  number: '6.5-safety',
  asks: 'Safety is recorded: morbidity and mortality of the procedure',
  how: 'Within 30 days of the treatment (our own choice) the record says that there was no complication, or grades each that there was; a death within them counts. Silence does not. A complication that the treatment states has to be graded, whether the patient died or not. Of the service: an audit of safety in the last 12 months (our own interval).',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { course, death } = view
    const { done, day } = treated
    const lastDay = daysAfter(day, safetyDays)
    const graded = about<BodyOf<typeof complication>>(course, complication, done)
    const reviewed = about<BodyOf<typeof safetyReview>>(course, safetyReview, done)
    const died = death && ukDay(death.occurredAt) >= day && ukDay(death.occurredAt) <= lastDay ? [death] : []
    // What happened on the table is to be graded, whatever became of the patient since.
    const isStated = done.body.complicationNow
    const all: readonly Stated[] = isStated ? graded : [...graded, ...reviewed, ...died]
    const first = [...all].sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1))[0]
    const outcome = byDay(isStated ? { ...view, death: undefined } : view, treated, lastDay, first, {
      what: isStated ? 'The grade of the complication that the treatment states' : 'A record of safety',
      met: safetyWords(graded.length, died[0]),
    })
    const entries = [...new Set([...outcome.entries, ...died.map(({ entry }) => entry)])]
    return outcome.verdict === 'met' ? { ...outcome, entries } : outcome
  },
  service: audited('safety', 'safety'),
})

/** The death is told with the rest: mortality is half of what the clause asks for. */
function safetyWords(graded: number, died: CaseView['death']): string {
  const relations = { no: 'none', possible: 'possible', yes: 'yes', unknown: 'not known' }
  const death = died
    ? `The patient died on ${momentWords(died.occurredAt)}; relation to a treatment: ${relations[died.body.relation]}.`
    : undefined
  if (graded === 0) return death ?? 'Reviewed: no complication.'
  const counted = graded === 1 ? 'One complication is graded.' : `${graded} complications are graded.`
  return death ? `${counted} ${death}` : counted
}

/** Clause 6.5, feedback: the patient's experience is asked for. */
export const feedbackSought = clause({
  number: '6.5-feedback',
  asks: 'The patient’s experience is asked for',
  how: 'Feedback was asked for, given or declined within 12 weeks of the treatment (our own choice). Exempt where the patient died in time. Of the service: an audit of feedback in the last 12 months (our own interval).',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { course } = view
    const { done, day } = treated
    const asked = course
      .of(feedback)
      .find(({ body, occurredAt }) =>
        body.treatment === undefined
          ? ukDay(occurredAt) >= day
          : course.standing(body.treatment)?.first === done.first,
      )
    const words = {
      given: 'Feedback was given.',
      asked: 'Feedback was asked for.',
      declined: 'Feedback was asked for, and declined.',
    }
    return byDay(view, treated, daysAfter(day, feedbackDays), asked, {
      what: 'The patient’s feedback',
      met: asked ? words[asked.body.state] : '',
    })
  },
  service: audited('feedback', 'patients’ feedback'),
})
