/** Patients: found, registered, looked at, corrected, merged. Neither name nor number in any address. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { correct, showCorrect } from './correct.tsx'
import { find, look } from './find.tsx'
import { merge, showMerge, undo } from './merge.tsx'
import { patientPage } from './patient-page.tsx'
import { register, showRegister } from './register.tsx'
import { saveRegistryUse, showRegistryUse } from './registry.tsx'

const one = '/patients/:id{[0-9a-f-]{36}}'

export function patientRoutes(routes: Routes): void {
  const see = mayAtOwn('case:see')
  const write = mayAtOwn('patient:register')
  routes.get(paths.patients(), see, find)
  routes.post(paths.patients(), see, look)
  routes.get(paths.patientNew(), write, showRegister)
  routes.post(paths.patientNew(), write, register)
  routes.get(one, see, patientPage)
  routes.get(`${one}/correct`, write, showCorrect)
  routes.post(`${one}/correct`, write, correct)
  routes.get(`${one}/registry`, write, showRegistryUse)
  routes.post(`${one}/registry`, write, saveRegistryUse)
  routes.get(`${one}/merge`, write, showMerge)
  routes.post(`${one}/merge`, write, merge)
  routes.post(`${one}/undo-merge`, write, undo)
}
