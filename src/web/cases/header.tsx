/** Who the case is about: stays in sight while the page scrolls, and is coloured only when something is wrong. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords, momentWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { precautionsUntil } from '#core/letter/summary/told.ts'
import { labelOf } from '#core/letter/words.ts'
import { isOpen, isOverdue } from '#core/pathway/due.ts'
import { death } from '#core/pathway/kinds/follow-up.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { referralOf } from '#core/pathway/reading/referral.ts'
import { treatedOnOtherSide } from '#core/pathway/reading/side.ts'
import { procedureOf } from '#core/pathway/reading/treatments.ts'
import { stateOf } from '#core/pathway/state.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { nameOf, SEX_WORDS } from '#core/patient/patient.ts'
import { fieldOf } from '#core/record/field.ts'
import { inSentence } from '#core/sentence.ts'
import { paths } from '../paths.ts'
import type { CaseView } from './view.ts'

export function CaseHeader({ view }: { readonly view: CaseView }) {
  const { patient, course, surroundings, now } = view
  const { tumour, urgency } = askedFor(view)
  const procedure = procedureOf(course)
  const alerts = alertsOf(view)
  const numbers = numbersOf(view)
  return (
    <>
      <header className="fp-case-header">
        <div className="fp-case-header__who">
          <h1 className="fp-case-header__name">{nameOf(patient)}</h1>
          <p className="fp-case-header__facts">
            <span>{ageWords(patient, ukDay(now))}</span>
            <span>{inSentence(SEX_WORDS[patient.sex])}</span>
            {numbers.map((words) => (
              <span key={words} className="fp-case-header__more">
                {words}
              </span>
            ))}
            <PatientLink view={view} className="fp-case-header__more" />
          </p>
        </div>
        <p className="fp-case-header__facts">
          <strong>{procedure ? procedureName(procedure) : 'Procedure not recorded'}</strong>
          <span className="fp-case-header__more">{tumour}</span>
          <span>{urgency}</span>
          {alerts.map(({ words, wrong }) => (
            <strong key={words} className={`nhsuk-tag nhsuk-tag--${wrong ? 'red' : 'grey'}`}>
              {words}
            </strong>
          ))}
        </p>
      </header>
      <p className="fp-case-more">
        {[...numbers, tumour].map((words) => (
          <span key={words}>{words}</span>
        ))}
        <PatientLink view={view} />
      </p>
      <p className="fp-statement fp-case-state">{stateOf(course, surroundings, now)}</p>
    </>
  )
}

/** To the patient, their other cases, and where their details are corrected. */
function PatientLink({ view, className }: { readonly view: CaseView; readonly className?: string }) {
  return (
    <a className={`fp-screen-only ${className ?? ''}`.trim()} href={paths.patient(view.patient.id)}>
      Patient’s details
    </a>
  )
}

/** What tells two people of one name apart. */
function numbersOf({ patient }: CaseView): readonly string[] {
  const numbers = patient.identifiers.map((each) => `${IDENTIFIER_WORDS[each.system]} ${displayed(each)}`)
  return [`born ${dayWords(patient.birthOn)}`, ...(numbers.length > 0 ? numbers : ['no number recorded'])]
}

function askedFor({ course }: CaseView): { readonly tumour: string; readonly urgency: string } {
  const body = referralOf(course)?.referral.body
  if (!body) return { tumour: 'Tumour not recorded', urgency: 'Urgency not recorded' }
  const { stageGroup } = body.tumour
  const group = referral.fields.tumour && fieldOf(referral.fields.tumour)
  const site = labelOf(group?.input === 'group' ? group.fields.site : undefined, body.tumour.site)
  return {
    tumour: [site, ...(stageGroup && stageGroup !== 'unknown' ? [`stage ${stageGroup}`] : [])].join(', '),
    urgency: `${labelOf(referral.fields.urgency, body.urgency)}, ${inSentence(labelOf(referral.fields.intent, body.intent))}`,
  }
}

interface Alert {
  readonly words: string
  /** What is wrong is red; what has to be known is grey. */
  readonly wrong: boolean
}

function alertsOf({ course, due, findings, now, patient }: CaseView): readonly Alert[] {
  const died = patient.diedOn ?? course.latest(death)?.occurredAt
  const overdue = due.filter((each) => isOpen(each, now) && isOverdue(each, now)).length
  const notMet = findings.filter(({ verdict }) => verdict === 'not-met').length
  const until = precautionsUntil(course)?.until
  return [
    ...(died ? [{ words: `Died ${momentWords(died)}`, wrong: true }] : []),
    ...treatedOnOtherSide(course).map(({ asked, said }) => ({
      words: `Treated on ${said === 'both sides' ? said : `the ${said}`}, referred for the ${asked}`,
      wrong: true,
    })),
    ...(overdue > 0 ? [{ words: `${overdue} overdue`, wrong: true }] : []),
    ...(notMet > 0
      ? [{ words: `${notMet} ${notMet === 1 ? 'clause' : 'clauses'} not met`, wrong: true }]
      : []),
    ...(until && until >= ukDay(now)
      ? [{ words: `Radiation precautions until ${dayWords(until)}`, wrong: false }]
      : []),
  ]
}
