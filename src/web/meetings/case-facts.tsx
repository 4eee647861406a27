/** The case in the middle: what somebody has to know to discuss it. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { labelOf, listed, onDay } from '#core/letter/words.ts'
import { mdtDiscussion, workUp } from '#core/pathway/kinds/planning.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { stateOf } from '#core/pathway/state.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { nameOf, SEX_WORDS } from '#core/patient/patient.ts'
import { inSentence } from '#core/sentence.ts'
import type { OpenedCase } from '#store/case/read.ts'
import type { Item } from '#store/meeting/meeting.ts'
import { paths } from '../paths.ts'
import { tumourSites } from './view.ts'

interface CaseFactsProps {
  /** The meeting that discusses it now. */
  readonly meeting: string
  readonly item: Item
  readonly found: OpenedCase
  readonly names: ReadonlyMap<string, string>
  readonly today: string
}

export function CaseFacts({ meeting, item, found, names, today }: CaseFactsProps) {
  const { patient, course, surroundings } = found
  return (
    <section id="case-shown" className="fp-meeting__case" data-live="case" aria-labelledby="case-name">
      <h2 id="case-name" className="nhsuk-heading-l">
        {nameOf(patient)}
      </h2>
      <p className="fp-meeting__who">
        {ageWords(patient, today)}, {inSentence(SEX_WORDS[patient.sex])}.{' '}
        {patient.identifiers.map((each) => `${IDENTIFIER_WORDS[each.system]} ${displayed(each)}`).join(', ')}
      </p>
      <p className="fp-statement">{stateOf(course, surroundings, `${today}T12:00:00.000Z`)}</p>
      <dl className="nhsuk-summary-list">
        {factsOf(found, meeting, names).map(([label, value]) => (
          <div key={label} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{label}</dt>
            <dd className="nhsuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={paths.caseOf(item.caseId)}>Open the case</a>
      </p>
    </section>
  )
}

type Rows = readonly (readonly [label: string, value: string])[]

function factsOf({ course }: OpenedCase, meeting: string, names: ReadonlyMap<string, string>): Rows {
  const asked = course.latest(referral)?.body
  const planned = course.latest(workUp)
  const before = course.latest(mdtDiscussion)
  const treatments = course.of(treatment)
  return [
    [
      'Tumour',
      asked
        ? [
            tumourSites.get(asked.tumour.site) ?? asked.tumour.site,
            asked.tumour.histology,
            stage(asked.tumour.stageGroup),
          ]
            .filter(Boolean)
            .join(', ')
        : 'Not recorded',
    ],
    [
      'Asked for',
      asked
        ? `${procedureName(asked.procedure)}, ${inSentence(labelOf(referral.fields.intent, asked.intent))}`
        : 'Not recorded',
    ],
    ['Urgency', asked ? labelOf(referral.fields.urgency, asked.urgency) : 'Not recorded'],
    ['ECOG performance status', asked?.ecog ?? 'Not recorded'],
    [
      'Earlier treatment',
      asked
        ? capital(listed(asked.earlierTreatment.map((each) => inSentence(labelOfMany(each)))))
        : 'Not recorded',
    ],
    [
      'Referred by',
      asked ? `${asked.referrer.name}, ${names.get(asked.from) ?? asked.from}` : 'Not recorded',
    ],
    ...(planned ? ([['Work-up', workUp.line(planned.body)]] as const) : []),
    ...treatments.map((done) => [`Treated ${onDay(done.occurredAt)}`, treatment.line(done.body)] as const),
    ...(before && before.body.meeting !== meeting
      ? ([
          [
            'Discussed before',
            `${onDay(before.occurredAt)}: ${labelOf(mdtDiscussion.fields.recommendation, before.body.recommendation)}`,
          ],
        ] as const)
      : []),
  ]
}

const stage = (group: string | undefined) => (group && group !== 'unknown' ? `stage ${group}` : null)
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const labelOfMany = (value: string) => labelOf(referral.fields.earlierTreatment, value)
