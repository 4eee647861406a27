/** The patient that an address names, for whoever writes their record. */

import { noteLook } from '#store/case/look.ts'
import { patientById } from '#store/patient/patient.ts'
import { isId } from '../components/id.ts'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { inScope } from '../scope.ts'

/** The patient of the address, looked at; null outside of the scope. */
export async function patientAsked(c: PageContext, page: string) {
  const id = c.req.param('id') ?? ''
  const signed = signedBy(c, 'patient:register')
  if (!isId(id) || !signed) return null
  const patient = await inScope(c, 'patient:register', async (db) => {
    const patient = await patientById(db, id)
    if (patient)
      await noteLook(db, {
        person: signed.person,
        organisation: signed.organisation,
        page,
        patient: patient.id,
        caseId: null,
      })
    return patient
  })
  return patient && { patient, signed }
}
