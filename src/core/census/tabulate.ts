/** Every number that a census publishes, each with its denominator and its missing answers. */
import { countEach, countTable, type Table } from './count-table.ts'
import { emptyGroups, type GroupResult, groupResult, type Member } from './groups.ts'
import { type Figure, figure } from './percent.ts'
import { CANNOT_SAY, type Provision, provisionOf } from './provision.ts'
import { type Answers, isAsked, isEmpty, type Questionnaire, questionOf } from './questionnaire.ts'
import { count, type Tally } from './tally.ts'

export type { Table, TableRow } from './count-table.ts'
export type { GroupResult, Member } from './groups.ts'
export { type Figure, percent } from './percent.ts'

/** What `tabulate` answers. A figure's `missing` is in organisations. */
export interface Tabulation {
  readonly asked: number
  readonly answered: number
  readonly notAnswered: number
  readonly all: GroupResult
  readonly nations: readonly GroupResult[]
  readonly regions: readonly GroupResult[]
  readonly irDepartment: Figure
  /** Of those with an IR department, how many offer IO. */
  readonly irDepartmentProviding: Figure
  readonly ioLead: Figure
  /** Of those that provide or have a pathway, how many said which procedures they offer. */
  readonly gaveDetail: Figure
  /** The same, out of all whose class is known. */
  readonly gaveDetailOfAll: Figure
  /** Provide or have a pathway and gave no detail: left out of table 1's denominator. */
  readonly noDetail: number
  /**
   * Offers more than biopsy, out of all known to provide or not. Those among them that gave no detail
   * stay in the denominator, as in the paper, and are in `missing`.
   */
  readonly therapeutic: Figure
  /** Supportive-only services with, and without, a referral pathway for disease-modifying procedures. */
  readonly withDiseaseModifyingPathway: Figure
  readonly withoutDiseaseModifyingPathway: Figure
  readonly table1: Table
  readonly table2: Table
  readonly barriers: Table
}

/**
 * Tabulates an edition in a single pass over its members. Only members count: an answer of an
 * organisation that the edition does not ask is left out.
 *
 * Denominators are derived. Table 1: organisations that said which supportive procedures they offer.
 * Table 2: organisations whose disease-modifying procedures are known, which those of a supportive-only
 * service, and of an organisation without a service, are: none.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Results, tables 1 and 2
 */
export function tabulate(
  questionnaire: Questionnaire,
  members: readonly Member[],
  responses: ReadonlyMap<string, Answers>,
): Tabulation {
  const groups = emptyGroups()
  const counts = emptyCounts()
  for (const member of members) {
    const tallies = groups.of(member)
    for (const tally of tallies) tally.asked += 1
    const answers = responses.get(member.code)
    if (answers === undefined) continue
    const provision = provisionOf(answers)
    for (const tally of tallies) count(tally, provision)
    countOptions(counts, provision)
    countBarriers(counts, questionnaire, answers)
  }
  const { all } = groups
  return {
    ...headlines(all),
    nations: groups.nations(),
    regions: groups.regions(),
    ...tables(questionnaire, all, counts),
  }
}

interface Counts {
  readonly supportive: Map<string, number>
  readonly diseaseModifying: Map<string, number>
  readonly barriers: Map<string, number>
  barriersGiven: number
  barriersNotGiven: number
}

function emptyCounts(): Counts {
  return {
    supportive: new Map(),
    diseaseModifying: new Map(),
    barriers: new Map(),
    barriersGiven: 0,
    barriersNotGiven: 0,
  }
}

function countOptions(counts: Counts, provision: Provision): void {
  countEach(counts.supportive, provision.supportiveProcedures)
  countEach(counts.diseaseModifying, provision.diseaseModifyingProcedures)
}

function countBarriers(counts: Counts, questionnaire: Questionnaire, answers: Answers): void {
  const given = answers.barriers
  if (isEmpty(given) || typeof given !== 'object' || given.includes(CANNOT_SAY)) {
    if (isAsked(questionnaire, answers, 'barriers')) counts.barriersNotGiven += 1
    return
  }
  counts.barriersGiven += 1
  countEach(counts.barriers, given)
}

function headlines(all: Tally) {
  const overall = groupResult({ nation: null, region: null, tally: all })
  const known = overall.providesOrPathway.denominator
  const notKnown = all.asked - known
  const elsewhere = all.pathwayElsewhere + all.noPathwayElsewhere
  const notFollowedUp = all.classes['supportive-only'] - elsewhere
  const noDetail = overall.providesOrPathway.numerator - all.gaveSupportiveDetail
  return {
    asked: all.asked,
    answered: all.answered,
    notAnswered: all.asked - all.answered,
    all: overall,
    irDepartment: figure(all.irDepartment, all.irDepartmentKnown, all.asked - all.irDepartmentKnown),
    irDepartmentProviding: figure(
      all.irDepartmentProviding,
      all.irDepartmentProvidingKnown,
      all.irDepartment - all.irDepartmentProvidingKnown,
    ),
    ioLead: figure(all.ioLead, all.ioLeadKnown, all.asked - all.ioLeadKnown),
    gaveDetail: figure(all.gaveSupportiveDetail, overall.providesOrPathway.numerator, notKnown),
    gaveDetailOfAll: figure(all.gaveSupportiveDetail, known, notKnown),
    noDetail,
    therapeutic: figure(all.therapeutic, all.providesKnown, all.asked - all.therapeuticKnown),
    withDiseaseModifyingPathway: figure(all.pathwayElsewhere, elsewhere, notFollowedUp),
    withoutDiseaseModifyingPathway: figure(all.noPathwayElsewhere, elsewhere, notFollowedUp),
  }
}

function tables(questionnaire: Questionnaire, all: Tally, counts: Counts) {
  const question = (id: string) => questionOf(questionnaire, id)
  const notAnswered = all.asked - all.answered
  return {
    table1: countTable('table1', question('supportiveProcedures'), counts.supportive, {
      denominator: all.gaveSupportiveDetail,
      denominatorIs: 'organisations that said which procedures they offer',
      missing: notAnswered + all.supportiveDetailMissing,
    }),
    table2: countTable('table2', question('diseaseModifyingProcedures'), counts.diseaseModifying, {
      denominator: all.diseaseModifyingKnown,
      denominatorIs: 'organisations that answered',
      missing: all.asked - all.diseaseModifyingKnown,
    }),
    barriers: countTable('barriers', question('barriers'), counts.barriers, {
      denominator: counts.barriersGiven,
      denominatorIs: 'organisations that said what stands in the way',
      missing: notAnswered + counts.barriersNotGiven,
    }),
  }
}
