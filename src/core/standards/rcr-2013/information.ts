/** Clauses 4.2.1 to 4.2.3: what the patient is told before the procedure. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, momentWords } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import { isRadioactive } from '../../catalogue/techniques.ts'
import { information } from '../../pathway/kinds/preparation.ts'
import { leafletFor } from '../../service/standing.ts'
import { holdsOn } from '../../service/state.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notMet, notYetDue } from '../finding.ts'
import { isBy, monthOf } from '../occasion.ts'
import { proceduresInWords, wholeService } from '../service-view.ts'

/** Clause 4.2.1: the service has patient information leaflets for all procedures. */
export const leafletsForAll = clause({
  number: '4.2.1',
  asks: 'The service has a patient information leaflet for every procedure',
  how: 'Of a case: a leaflet for the procedure was adopted by the day of the treatment. Of the service: it has adopted one for each procedure that it says it does.',
  appliesTo: ({ occasions }) => occasions,
  find: ({ procedure, done }, { surroundings, asOf }) => {
    const day = ukDay(done?.occurredAt ?? asOf)
    const leaflet = leafletFor(surroundings.service, procedure, undefined, day)
    if (leaflet)
      return met(`The service has one: ${leaflet.body.title}, version ${leaflet.body.version}.`, leaflet)
    const name = procedureWithin(procedure)
    if (!done) return notYetDue(`The service has adopted no leaflet for ${name} yet.`)
    return notMet(`The service had adopted no leaflet for ${name}.`, done)
  },
  service: {
    appliesTo: wholeService,
    find: (_, { service, procedures, day }) => {
      if (procedures.length === 0) return notYetDue('The service has not said which procedures it does.')
      const without = procedures.filter((each) => !leafletFor(service, each, undefined, day))
      if (without.length === 0) return met('There is a leaflet for every procedure that the service does.')
      return notMet(`There is no leaflet for ${proceduresInWords(without)}.`)
    },
  },
})

/** Clause 4.2.2: the patient is offered a leaflet on this procedure; radiation protection is discussed if apt. */
export const informed = clause({
  number: '4.2.2',
  asks: 'The patient is offered a leaflet on the procedure, and radiation protection is discussed where it applies',
  how: 'A leaflet on the procedure was given or offered by the day of the treatment, once for a series; for a radioactive agent radiation protection was discussed as well. Exempt in an emergency, for the clause says “normally”. Nor is a consultation with the radiologist judged: patients “may benefit” from it.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, { course }) => {
    const { done, procedure, referral } = occasion
    const told = course.of(information).filter(({ body }) => body.procedure === procedure)
    const inTime = told.filter((each) => isBy(occasion, each))
    const offered = inTime.findLast(({ body }) => body.leaflet === 'given' || body.leaflet === 'offered')
    const warned = inTime.findLast(({ body }) => body.radiationProtection === true)
    const isWarned = !isRadioactive(procedure) || warned !== undefined
    if (offered && isWarned) {
      const what = offered.body.leaflet === 'given' ? 'given' : 'offered and declined'
      const radiation = isRadioactive(procedure) ? ' Radiation protection was discussed.' : ''
      return met(
        `The leaflet was ${what} on ${momentWords(offered.occurredAt)}.${radiation}`,
        offered,
        warned,
      )
    }
    if (!done) {
      return notYetDue(
        offered
          ? 'Radiation protection has to be discussed.'
          : 'A leaflet has to be offered before the procedure.',
        offered,
      )
    }
    if (referral?.body.urgency === 'emergency') return exempt('It was an emergency.', referral)
    if (offered) return notMet('Nothing says that radiation protection was discussed.', offered, done)
    const after = told.find(
      (each) => !isBy(occasion, each) && (each.body.leaflet === 'given' || each.body.leaflet === 'offered'),
    )
    if (after)
      return late(
        `The leaflet was offered only on ${momentWords(after.occurredAt)}, after the treatment.`,
        after,
        done,
      )
    const last = inTime.at(-1)
    if (last?.body.leaflet === 'none') return notMet('There was no leaflet for this procedure.', last, done)
    return notMet(last ? 'No leaflet was given.' : 'Nothing says that a leaflet was offered.', last, done)
  },
})

/** Clause 4.2.3: published leaflets may be used, and modified to suit local practice. */
export const leafletAdopted = clause({
  number: '4.2.3',
  asks: 'The College’s and the British Society’s leaflets may be adapted to local practice',
  how: 'It allows, and demands nothing. What is judged is that the leaflet given was one that the service has adopted, in force on that day, so that it is known who wrote it.',
  appliesTo: ({ course }) =>
    course
      .of(information)
      .flatMap((told) =>
        told.body.adoption === undefined
          ? []
          : [{ about: told.first, month: monthOf(told.occurredAt), told, adoption: told.body.adoption }],
      ),
  find: ({ told, adoption }, { surroundings: { service } }) => {
    const day = ukDay(told.occurredAt)
    const adopted = service.standing(adoption)
    if (adopted?.kind !== 'leaflet-adoption' || !holdsOn(service, adopted, day)) {
      return notMet(`The leaflet was not in force here on ${dayWords(day)}.`, told)
    }
    const { source } = adopted.body as { readonly source: string }
    return met(`A leaflet that the service has adopted; written by: ${source}.`, told, adopted)
  },
})
