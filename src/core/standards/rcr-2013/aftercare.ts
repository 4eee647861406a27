/** Clauses 5.1 to 5.3: aftercare of the first days, medicines to take home, ward protocols. */

import { isRadioactive } from '../../catalogue/techniques.ts'
import { type ProtocolArea, protocolFor } from '../../service/standing.ts'
import { clause } from '../clause.ts'
import { met, notApplicable, notMet, notYetDue, type Subject } from '../finding.ts'
import { proceduresInWords, type ServiceView, wholeService } from '../service-view.ts'
import { dischargeOwed } from './procedure.ts'

/** Whether the service has a protocol of an area for every procedure among `procedures`. */
export function protocolsInPlace(
  area: ProtocolArea,
  name: string,
  among = (view: ServiceView) => view.procedures,
) {
  return {
    appliesTo: (): readonly Subject[] => wholeService(),
    find: (_: Subject, view: ServiceView) => {
      const procedures = among(view)
      if (procedures.length === 0) return notYetDue('The service has not said which procedures it does.')
      const without = procedures.filter((each) => !protocolFor(view.service, area, each, view.day))
      return without.length === 0
        ? met(`There is ${name} for every procedure.`)
        : notMet(`There is no ${name.replace(/^an? /, '')} for ${proceduresInWords(without)}.`)
    },
  }
}

/** Clause 5.1: local protocols for aftercare in the first days. */
export const aftercareArranged = clause({
  number: '5.1',
  asks: 'Local protocols are in place for aftercare in the first days',
  how: 'Of a case: the service had an aftercare protocol for the procedure on the day, and the discharge says that aftercare was arranged by it. Of the service: there is such a protocol for each procedure that it says it does.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { discharge } = view.stayOf(treated)
    if (!discharge) return dischargeOwed(treated, view)
    if (!discharge.body.aftercare) return notMet('Aftercare was not arranged by the protocol.', discharge)
    const { service } = view.surroundings
    const held = protocolFor(service, 'aftercare', treated.procedure, treated.day)
    return held
      ? met('Aftercare was arranged by the protocol.', discharge, held)
      : notMet('The service had no aftercare protocol for this procedure.', discharge)
  },
  service: protocolsInPlace('aftercare', 'an aftercare protocol'),
})

/** Clause 5.2: local protocols include analgesia and antiemetics for certain procedures. */
export const medicinesPrescribed = clause({
  number: '5.2',
  asks: 'Local protocols include analgesia and antiemetics for certain procedures',
  how: 'Of a case: the discharge says that analgesia and antiemetics were each prescribed, or not needed. Of the service: at least one protocol for them is in force, for “certain procedures” are the service’s to choose.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { discharge } = view.stayOf(treated)
    if (!discharge) return dischargeOwed(treated, view)
    const { analgesia, antiemetics } = discharge.body
    const lacks = [
      ...(analgesia === 'not-prescribed' ? ['Analgesia'] : []),
      ...(antiemetics === 'not-prescribed' ? ['Antiemetics'] : []),
    ]
    if (lacks.length > 0)
      return notMet(`Needed and not prescribed: ${lacks.join(' and ').toLowerCase()}.`, discharge)
    return met('Analgesia and antiemetics were prescribed where they were needed.', discharge)
  },
  service: {
    appliesTo: wholeService,
    find: (_, { service, procedures, day }) => {
      const held = procedures
        .map((each) => protocolFor(service, 'analgesia-antiemetics', each, day))
        .filter((each) => each !== undefined)
      return held.length > 0
        ? met('There is a protocol for analgesia and antiemetics.', ...held)
        : notMet('There is no protocol for analgesia and antiemetics.')
    },
  },
})

/** Clause 5.3: ward protocols for nurses after inpatient procedures, with radiation protection where it applies. */
export const wardProtocols = clause({
  number: '5.3',
  asks: 'Ward protocols for nurses are available for inpatients, with radiation protection where it applies',
  how: 'For inpatients: the service had a recovery protocol for the procedure on the day; for a radioactive agent a radiation-protection protocol as well, and the recovery says until when precautions hold. That the ward knew where the patient was is the recovery’s own ward; induction of staff is not in the data.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { admission, recovery, isOnWard } = view.stayOf(treated)
    const { done, procedure, day } = treated
    if (admission?.body.type !== 'inpatient')
      return notApplicable('No inpatient admission is recorded.', admission)
    const { service } = view.surroundings
    const ward = protocolFor(service, 'recovery', procedure, day)
    if (!ward) return notMet('The service had no ward protocol for this procedure.', done)
    if (!isRadioactive(procedure)) return met('A ward protocol was in force.', done, ward)
    const radiation = protocolFor(service, 'radiation-protection', procedure, day)
    if (!radiation) return notMet('The service had no protocol for radiation protection.', done, ward)
    if (!recovery && isOnWard) {
      return notYetDue('The ward has to record until when radiation precautions hold.', done)
    }
    if (recovery?.body.precautionsUntil === undefined) {
      return notMet('The ward’s record does not say until when radiation precautions hold.', done, recovery)
    }
    return met(
      'Ward and radiation-protection protocols were in force, with the end of precautions.',
      recovery,
      ward,
      radiation,
    )
  },
  service: protocolsInPlace('recovery', 'a ward protocol'),
})
