/** Beside the form of an entry: whose case it is, what was asked for, what was said last. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { procedureOf } from '#core/pathway/reading/treatments.ts'
import { stateOf } from '#core/pathway/state.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { nameOf } from '#core/patient/patient.ts'
import { fieldOf } from '#core/record/field.ts'
import type { OpenedCase } from '#store/case/read.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { paths } from '../paths.ts'
import { lineOf } from './record-sitting.ts'

const lines = 6

export function RecordAside({ opened, now }: { readonly opened: OpenedCase; readonly now: Date }) {
  const { patient, course, surroundings, id } = opened
  const latest = course.said
    .toSorted((one, other) => (one.occurredAt < other.occurredAt ? 1 : -1))
    .slice(0, lines)
  return (
    <aside className="fp-record__case" aria-label="The case">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{nameOf(patient)}</h2>
      <p className="nhsuk-u-margin-bottom-2">
        {ageWords(patient, isoDay(now))}, born {dateWords(patient.birthOn)}
        {patient.identifiers.map((each) => (
          <span key={each.system + each.value}>
            <br />
            {IDENTIFIER_WORDS[each.system]} {displayed(each)}
          </span>
        ))}
      </p>
      <dl className="fp-case-facts">
        {factsOf(opened).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>Now</dt>
          <dd>{stateOf(course, surroundings, now.toISOString())}</dd>
        </div>
      </dl>
      <h3 className="nhsuk-heading-xs">Latest in the record</h3>
      <ul className="nhsuk-list fp-case-lines">
        {latest.map((stated) => (
          <li key={stated.entry}>
            <span className="fp-quiet">{dateWords(stated.occurredAt)}</span>
            <br />
            {lineOf(stated)}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.caseOf(id)}>See the whole case</a>
      </p>
    </aside>
  )
}

function factsOf({ course }: OpenedCase): readonly (readonly [string, string])[] {
  const asked = course.latest(referral)?.body
  const procedure = procedureOf(course)
  return [
    ...(asked ? [['Tumour', tumourWords(asked.tumour)] as const] : []),
    ...(procedure ? [['Procedure', procedureName(procedure)] as const] : []),
    ...(asked ? [['Urgency', asked.urgency.charAt(0).toUpperCase() + asked.urgency.slice(1)] as const] : []),
  ]
}

function tumourWords({
  site,
  icd10,
  laterality,
}: {
  site: string
  icd10: string
  laterality?: string | undefined
}): string {
  const group = referral.fields.tumour ? fieldOf(referral.fields.tumour) : undefined
  const field = group?.input === 'group' && group.fields.site ? fieldOf(group.fields.site) : undefined
  const label =
    field?.input === 'choice' ? field.options.find(({ value }) => value === site)?.label : undefined
  const side = laterality === 'left' || laterality === 'right' ? `, ${laterality}` : ''
  return `${label ?? site}${side} (${icd10})`
}
