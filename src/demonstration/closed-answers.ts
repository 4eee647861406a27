/** Answers to the closed edition: invented one by one, equal to the published census in every total. */
import { NATIONS, type Organisation } from '#core/catalogue/organisations.ts'
import { IMAGE_GUIDED_BIOPSY } from '#core/catalogue/procedures.ts'
import { CANNOT_SAY, PROVISION_CLASSES, type ProvisionClass } from '#core/census/provision.ts'
import type { Answers, Questionnaire } from '#core/census/questionnaire.ts'
import { optionsOf, questionOf } from '#core/census/questionnaire.ts'
import { respondentRoles } from '#core/census/questionnaires/io-census-1.ts'
import { allocate } from './allocate.ts'
import { shuffled } from './names.ts'
import { kilometres } from './places.ts'
import {
  BARRIERS,
  BIOPSY_ONLY,
  CLASSES,
  DISEASE_MODIFYING,
  IO_LEADS,
  NO_DETAIL,
  SUPPORTIVE,
  WITH_DISEASE_MODIFYING_PATHWAY,
} from './published-totals.ts'
import type { Chance } from './random.ts'

/** What the answers are drawn from. */
export interface Asked {
  readonly chance: Chance
  readonly questionnaire: Questionnaire
  readonly organisations: readonly Organisation[]
  /** People nearby: large organisations tend to offer more. */
  readonly people: ReadonlyMap<string, number>
}

/** Both waves' answers of each organisation. */
export function closedAnswers(asked: Asked): ReadonlyMap<string, Answers> {
  const classes = shareClasses(asked)
  const offered = shareProcedures(asked, classes)
  const barriers = shareBarriers(asked, classes, offered.pathways)
  const leads = new Set(largest(asked, withClass(classes, ['both'])).slice(0, IO_LEADS))
  return new Map(
    asked.organisations.map((organisation) => {
      const { code } = organisation
      const of = classes.get(code) ?? 'none'
      const provides = of === 'both' || of === 'supportive-only'
      const said = {
        ...provisionAnswers(asked, organisation, of, classes, offered),
        barriers: of === 'both' ? [] : [...(barriers.get(code) ?? [])],
        irDepartment: provides ? 'yes' : 'no',
        ioLead: leads.has(code) ? 'yes' : 'no',
        respondentRole: asked.chance.pick(respondentRoles).value,
      }
      return [code, inOrder(asked.questionnaire, said)]
    }),
  )
}

type Classes = ReadonlyMap<string, ProvisionClass>

function shareClasses({ chance, organisations, people }: Asked): Classes {
  const classes = new Map<string, ProvisionClass>()
  for (const nation of NATIONS) {
    const ranked = organisations
      .filter((organisation) => organisation.nation === nation)
      .map(({ code }) => ({ code, rank: (people.get(code) ?? 0) * (0.3 + chance.next()) }))
      .toSorted((a, b) => b.rank - a.rank)
    const all = PROVISION_CLASSES.flatMap((of) => Array<ProvisionClass>(CLASSES[nation][of]).fill(of))
    for (const [at, { code }] of ranked.entries()) classes.set(code, all[at] ?? 'none')
  }
  return classes
}

function withClass(classes: Classes, wanted: readonly ProvisionClass[]): readonly string[] {
  return [...classes].filter(([, of]) => wanted.includes(of)).map(([code]) => code)
}

function largest({ chance, people }: Asked, codes: readonly string[]): readonly string[] {
  return codes
    .map((code) => ({ code, rank: (people.get(code) ?? 0) * (0.3 + chance.next()) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ code }) => code)
}

interface Offered {
  /** Absent: gave no detail. */
  readonly supportive: ReadonlyMap<string, readonly string[]>
  readonly diseaseModifying: ReadonlyMap<string, ReadonlySet<string>>
  /** Supportive-only services with a referral pathway for disease-modifying procedures. */
  readonly pathways: ReadonlySet<string>
}

function shareProcedures(asked: Asked, classes: Classes): Offered {
  const { chance, people } = asked
  const both = withClass(classes, ['both'])
  const supportiveOnly = withClass(classes, ['supportive-only'])
  const bySize = largest(asked, supportiveOnly).toReversed()
  const biopsyOnly = bySize.slice(0, BIOPSY_ONLY)
  const noDetail = new Set(shuffled(chance, bySize.slice(BIOPSY_ONLY)).slice(0, NO_DETAIL))
  const treating = [...both, ...bySize.slice(BIOPSY_ONLY).filter((code) => !noDetail.has(code))]
  const isBoth = new Set(both)
  const weight = (code: string) => Math.sqrt(people.get(code) ?? 0) * (isBoth.has(code) ? 1.3 : 1)
  const supportive = allocate(chance, {
    members: treating,
    counts: SUPPORTIVE,
    weight,
    can: (code, option) => option !== 'isolated-perfusion-chemotherapy' || isBoth.has(code),
  })
  const diseaseModifying = allocate(chance, {
    members: both,
    counts: DISEASE_MODIFYING,
    weight,
    atLeastOne: true,
  })
  return {
    supportive: new Map([
      ...biopsyOnly.map((code) => [code, [IMAGE_GUIDED_BIOPSY]] as const),
      ...[...supportive].map(([code, options]) => [code, [IMAGE_GUIDED_BIOPSY, ...options]] as const),
    ]),
    diseaseModifying,
    pathways: new Set(shuffled(chance, supportiveOnly).slice(0, WITH_DISEASE_MODIFYING_PATHWAY)),
  }
}

function shareBarriers(asked: Asked, classes: Classes, pathways: ReadonlySet<string>) {
  const { nothing = 0, ...counts } = BARRIERS
  const members = shuffled(
    asked.chance,
    withClass(classes, ['supportive-only', 'referral-pathway-only', 'planned', 'none']),
  )
  const content = new Set(members.filter((code) => classes.get(code) === 'supportive-only').slice(0, nothing))
  const shared = allocate(asked.chance, {
    members: members.filter((code) => !content.has(code)),
    counts,
    weight: () => 1,
    can: (code, option) =>
      option !== 'pathway-in-place' || pathways.has(code) || classes.get(code) === 'referral-pathway-only',
    atLeastOne: true,
  })
  return new Map([...shared, ...[...content].map((code) => [code, new Set(['nothing'])] as const)])
}

function provisionAnswers(
  asked: Asked,
  organisation: Organisation,
  of: ProvisionClass,
  classes: Classes,
  offered: Offered,
): Record<string, string | readonly string[]> {
  const { code } = organisation
  const { chance } = asked
  if (of === 'referral-pathway-only') {
    return {
      ioOffered: 'no',
      referralPathway: 'yes',
      referralPathwayTo: recipients(asked, organisation, classes),
    }
  }
  if (of === 'planned' || of === 'none') {
    return { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: of === 'planned' ? 'yes' : 'no' }
  }
  const supportiveProcedures = offered.supportive.get(code) ?? [CANNOT_SAY]
  if (of === 'both') {
    const diseaseModifyingProcedures = [...(offered.diseaseModifying.get(code) ?? [])]
    return { ioOffered: 'yes', kinds: of, supportiveProcedures, diseaseModifyingProcedures }
  }
  const pathway = offered.pathways.has(code)
    ? {
        diseaseModifyingPathway: 'yes',
        diseaseModifyingPathwayVia: chance.pick([
          'regional-cancer-network',
          'regional-cancer-network',
          'ir-network',
        ]),
        diseaseModifyingPathwayTo: recipients(asked, organisation, classes),
      }
    : { diseaseModifyingPathway: 'no' }
  return { ioOffered: 'yes', kinds: of, supportiveProcedures, ...pathway }
}

/** The nearest service of the same nation that offers both kinds, and sometimes the next. */
function recipients(
  { chance, organisations }: Asked,
  from: Organisation,
  classes: Classes,
): readonly string[] {
  return organisations
    .filter(({ nation, code }) => nation === from.nation && classes.get(code) === 'both')
    .toSorted((a, b) => kilometres(from, a) - kilometres(from, b))
    .slice(0, chance.next() < 0.3 ? 2 : 1)
    .map(({ code }) => code)
}

/** Answers in the questionnaire's order, empty ones left out: as checking them would keep them. */
export function inOrder(
  questionnaire: Questionnaire,
  said: Readonly<Record<string, string | readonly string[]>>,
): Answers {
  const answers: Record<string, string | readonly string[]> = {}
  for (const { id } of questionnaire.questions) {
    const answer = said[id]
    if (answer === undefined || answer.length === 0) continue
    answers[id] = typeof answer === 'string' ? answer : sorted(questionnaire, id, answer)
  }
  return answers
}

function sorted(questionnaire: Questionnaire, id: string, answer: readonly string[]): readonly string[] {
  const question = questionOf(questionnaire, id)
  if (question === undefined || question.type === 'organisations') return answer
  return optionsOf(question)
    .map(({ value }) => value)
    .filter((value) => answer.includes(value))
}
