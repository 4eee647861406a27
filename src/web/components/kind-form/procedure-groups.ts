/** The procedures of the catalogue as forms offer them: by category, by name. */

import { PROCEDURES, type Procedure } from '#core/catalogue/procedures.ts'

interface ProcedureGroup {
  readonly name: string
  readonly procedures: readonly Procedure[]
}

const isDiseaseModifying = ({ categoryBy }: (typeof PROCEDURES)[number]) =>
  categoryBy.paper === 'disease-modifying' ||
  (categoryBy.paper === null && categoryBy.college.includes('disease-modifying'))

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  one.name.localeCompare(other.name, 'en-GB')

export const procedureGroups: readonly ProcedureGroup[] = [
  { name: 'Disease-modifying', procedures: PROCEDURES.filter(isDiseaseModifying).toSorted(byName) },
  {
    name: 'Supportive',
    procedures: PROCEDURES.filter((each) => !isDiseaseModifying(each)).toSorted(byName),
  },
]
