/** The Caldicott guardian's pages and break-glass: with uses, looks and attempts, and with none. */

import { noteLook } from '#store/case/look.ts'
import { withinScope } from '#store/scope.ts'
import { aCase, addOrganisation, aPatient, newNumber } from '#test/case/support.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

export async function lookVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  for (const code of ['ZLA', 'ZLB']) await addOrganisation(db, code)
  const as = async (role: 'caldicott-guardian' | 'interventional-radiologist', code: string) => {
    const { id, cookie } = await site.personAs(role, code)
    return { id, viewer: { name: `${role} of ${code}`, cookie } satisfies Viewer }
  }
  const [guardian, idle] = [await as('caldicott-guardian', 'ZLB'), await as('caldicott-guardian', 'ZLC')]
  const doctor = await as('interventional-radiologist', 'ZLA')
  const number = newNumber()
  const patient = await aPatient(db, 'ZLB', { identifiers: [{ system: 'nhs', value: number }] })
  const { id } = await aCase(db, { treating: 'ZLB', patient })
  const glass = { system: 'nhs', 'birth-day': '14', 'birth-month': '3', 'birth-year': '1950' }
  const reason = 'Bleeding on our ward, and no letter came along'
  await site.post(paths.breakGlass(), { ...glass, number, reason }, doctor.viewer.cookie)
  await withinScope(db, { person: guardian.id, organisations: ['ZLB'] }, (scoped) =>
    noteLook(scoped, { person: guardian.id, organisation: 'ZLB', patient, caseId: id, page: 'case' }),
  )
  visit('/looks', paths.looks(), guardian.viewer)
  visit('/looks', paths.looks({ patient, person: guardian.id }), guardian.viewer)
  visit('/looks', paths.looks(), idle.viewer)
  visit('/looks/break-glass', paths.breakGlassUses(), guardian.viewer)
  visit('/looks/break-glass', paths.breakGlassUses({ person: doctor.id }), guardian.viewer)
  visit('/looks/break-glass', paths.breakGlassUses(), idle.viewer)
  visit('/break-glass', paths.breakGlass(), doctor.viewer)
  visit('/looks', paths.looks(), doctor.viewer, 403)
}
