/** Where a procedure can be had: here, by referral pathway and to whom, or not. */
import { procedureById } from '../catalogue/procedures.ts'
import type { Provision } from './provision.ts'

/** How one organisation stands to one procedure. `no-answer`: no response, or one that gave no detail. */
export type Availability = 'here' | 'by-referral-pathway' | 'not-offered' | 'no-answer'

export interface ProcedureAvailability {
  readonly availability: Availability
  /** The organisations that offer it and to which there is a formal referral pathway. Empty for other kinds. */
  readonly to: readonly string[]
}

/** The codes of the organisations to which this one has a formal referral pathway, of any kind, each once. */
export function referralPathwaysOf(provision: Provision): readonly string[] {
  return [...new Set([...provision.referralPathwayTo, ...provision.diseaseModifyingPathwayTo])]
}

/**
 * Whether an organisation offers a procedure, or has a formal referral pathway to one that does. A pathway
 * for disease-modifying procedures counts for those alone, and a pathway to an organisation that does not
 * itself offer the procedure counts for nothing.
 *
 * @param provisions of every organisation that answered, by code
 * @see Zhong et al., BMJ Open 2017;7:e016631, Methods (a formal referral pathway)
 */
export function availabilityOf(
  procedure: string,
  code: string,
  provisions: ReadonlyMap<string, Provision>,
): ProcedureAvailability {
  const provision = provisions.get(code)
  if (!provision) return { availability: 'no-answer', to: [] }
  if (offersIt(procedure, provision)) return { availability: 'here', to: [] }
  const pathways = isDiseaseModifying(procedure) ? referralPathwaysOf(provision) : provision.referralPathwayTo
  const to = pathways.filter((other) => {
    const there = provisions.get(other)
    return there && listFor(procedure, there)?.includes(procedure)
  })
  if (to.length > 0) return { availability: 'by-referral-pathway', to }
  return { availability: offersIt(procedure, provision) === null ? 'no-answer' : 'not-offered', to: [] }
}

/**
 * Whether an organisation's answers say that it offers a procedure; null: they do not say, as of a procedure that
 * no census asks about, but for one that offers no interventional oncology at all.
 */
export function offersIt(procedure: string, provision: Provision | undefined): boolean | null {
  if (!provision) return null
  const list = listFor(procedure, provision)
  if (provision.procedures?.includes(procedure) || list?.includes(procedure)) return true
  if (provision.provides === false) return false
  return list === null || !isAsked(procedure) ? null : false
}

/** The questionnaires ask what the paper's tables list. */
function isAsked(procedure: string): boolean {
  return (procedureById(procedure)?.categoryBy.paper ?? null) !== null
}

/** The list that would name the procedure if it were offered; null when that is not known. */
function listFor(procedure: string, provision: Provision): readonly string[] | null {
  return isDiseaseModifying(procedure) ? provision.diseaseModifyingProcedures : provision.supportiveProcedures
}

/** By the paper's tables, which the questionnaire follows; by the College's list for what the paper left out. */
export function isDiseaseModifying(procedure: string): boolean {
  const category = procedureById(procedure)?.categoryBy
  return category?.paper === null
    ? category.college.includes('disease-modifying')
    : category?.paper === 'disease-modifying'
}
