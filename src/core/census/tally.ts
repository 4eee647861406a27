/** Counts of one group of organisations (all, a nation, a region), filled in a single pass. */
import { IMAGE_GUIDED_BIOPSY } from '../catalogue/procedures.ts'
import { PROVISION_CLASSES, type Provision, type ProvisionClass } from './provision.ts'

/** Mutable while counting; nothing outside of the tabulation holds one. */
export interface Tally {
  asked: number
  answered: number
  classes: Record<ProvisionClass, number>
  /** Offers IO, or has a formal referral pathway for those that it does not treat. */
  providesOrPathway: number
  provides: number
  providesKnown: number
  irDepartment: number
  irDepartmentKnown: number
  irDepartmentProviding: number
  irDepartmentProvidingKnown: number
  ioLead: number
  ioLeadKnown: number
  gaveSupportiveDetail: number
  /** Provides or has a pathway, and did not say which procedures. */
  supportiveDetailMissing: number
  therapeutic: number
  therapeuticKnown: number
  diseaseModifyingKnown: number
  pathwayElsewhere: number
  noPathwayElsewhere: number
}

/** A tally of nobody. */
export function emptyTally(): Tally {
  return {
    asked: 0,
    answered: 0,
    classes: { both: 0, 'supportive-only': 0, 'referral-pathway-only': 0, planned: 0, none: 0 },
    providesOrPathway: 0,
    provides: 0,
    providesKnown: 0,
    irDepartment: 0,
    irDepartmentKnown: 0,
    irDepartmentProviding: 0,
    irDepartmentProvidingKnown: 0,
    ioLead: 0,
    ioLeadKnown: 0,
    gaveSupportiveDetail: 0,
    supportiveDetailMissing: 0,
    therapeutic: 0,
    therapeuticKnown: 0,
    diseaseModifyingKnown: 0,
    pathwayElsewhere: 0,
    noPathwayElsewhere: 0,
  }
}

/** Adds an organisation that answered. */
export function count(tally: Tally, provision: Provision): void {
  tally.answered += 1
  if (provision.class !== null) tally.classes[provision.class] += 1
  countProvision(tally, provision)
  countDetail(tally, provision)
  countDepartment(tally, provision)
}

function countProvision(tally: Tally, provision: Provision): void {
  if (provision.provides !== null) tally.providesKnown += 1
  if (provision.provides) tally.provides += 1
  if (provision.provides || provision.referralPathway) tally.providesOrPathway += 1
  if (provision.kinds !== 'supportive-only') return
  if (provision.diseaseModifyingPathway) tally.pathwayElsewhere += 1
  else if (provision.diseaseModifyingPathway === false) tally.noPathwayElsewhere += 1
}

function countDetail(tally: Tally, provision: Provision): void {
  if (provision.diseaseModifyingProcedures !== null) tally.diseaseModifyingKnown += 1
  if (provision.provides && provision.supportiveProcedures !== null) tally.gaveSupportiveDetail += 1
  else if (provision.provides || provision.referralPathway) tally.supportiveDetailMissing += 1
  const therapeutic = isTherapeutic(provision)
  if (therapeutic !== null) tally.therapeuticKnown += 1
  if (therapeutic) tally.therapeutic += 1
}

/**
 * Whether a service treats, rather than only takes biopsies; null when it gave no detail.
 *
 * @see Zhong et al. 2017, Results: "excluding trusts, which only offered diagnostic image-guided biopsy"
 */
function isTherapeutic(provision: Provision): boolean | null {
  if (provision.provides === false) return false
  const { supportiveProcedures: supportive, diseaseModifyingProcedures: diseaseModifying } = provision
  if (supportive?.some(isTreatment) || diseaseModifying?.some(isTreatment)) return true
  return supportive === null || diseaseModifying === null ? null : false
}

function isTreatment(procedure: string): boolean {
  return procedure !== IMAGE_GUIDED_BIOPSY
}

function countDepartment(tally: Tally, provision: Provision): void {
  if (provision.ioLead !== null) tally.ioLeadKnown += 1
  if (provision.ioLead) tally.ioLead += 1
  if (provision.irDepartment !== null) tally.irDepartmentKnown += 1
  if (!provision.irDepartment) return
  tally.irDepartment += 1
  if (provision.provides !== null) tally.irDepartmentProvidingKnown += 1
  if (provision.provides) tally.irDepartmentProviding += 1
}

/** How many have a class: those whose answers decide one. */
export function classified(tally: Tally): number {
  return PROVISION_CLASSES.reduce((sum, of) => sum + tally.classes[of], 0)
}
