/** Answers to the open edition: those of the closed one, nine years on, with what the new questionnaire asks besides. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { provisionOf } from '#core/census/provision.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { type Asked, inOrder } from './closed-answers.ts'
import { kilometres } from './places.ts'

type Said = Record<string, string | readonly string[]>

/** What organisations of the open edition say; `earlier` holds for each the closed edition's answers of those that it carries on. */
export function openAnswers(
  asked: Asked,
  earlier: ReadonlyMap<string, readonly Answers[]>,
): ReadonlyMap<string, Answers> {
  const drafts = new Map(
    asked.organisations.map(({ code }) => [code, evolved(asked, together(earlier.get(code) ?? []))]),
  )
  const offering = asked.organisations.filter(({ code }) => drafts.get(code)?.kinds === 'both')
  return new Map(
    asked.organisations.map((organisation) => {
      const said = drafts.get(organisation.code) ?? {}
      const complete = {
        ...said,
        ...pathways(asked, organisation, said, offering),
        ...alsoAsked(asked, said),
      }
      return [organisation.code, inOrder(asked.questionnaire, complete)]
    }),
  )
}

/** After a merger: everything that any of them offered. */
function together(answers: readonly Answers[]): Said {
  const provisions = answers.map(provisionOf)
  const [first] = answers
  if (first === undefined)
    return {
      ioOffered: 'no',
      referralPathway: 'no',
      plannedWithin12Months: 'yes',
      irDepartment: 'yes',
      ioLead: 'no',
      respondentRole: 'head-of-department',
    }
  const strongest =
    answers.find((each) => each.kinds === 'both') ?? answers.find((each) => each.ioOffered === 'yes') ?? first
  const all = (of: 'supportiveProcedures' | 'diseaseModifyingProcedures') => [
    ...new Set(provisions.flatMap((provision) => provision[of] ?? [])),
  ]
  return {
    ...strongest,
    ...(strongest.ioOffered === 'yes'
      ? {
          supportiveProcedures: all('supportiveProcedures'),
          diseaseModifyingProcedures: all('diseaseModifyingProcedures'),
        }
      : {}),
  }
}

function evolved({ chance }: Asked, before: Said): Said {
  const said: Said = { ...before }
  const offers = said.ioOffered === 'yes'
  if (!offers && said.plannedWithin12Months === 'yes' && chance.next() < 0.55) begin(said)
  else if (!offers && chance.next() < 0.35) said.referralPathway = 'yes'
  if (said.referralPathway === 'yes') delete said.plannedWithin12Months
  if (offers && said.kinds === 'supportive-only' && chance.next() < 0.22) said.kinds = 'both'
  if (said.kinds === 'supportive-only') delete said.diseaseModifyingProcedures
  if (said.kinds === 'both') {
    for (const id of [
      'barriers',
      ...Object.keys(said).filter((each) => each.startsWith('diseaseModifyingPathway')),
    ])
      delete said[id]
    const new2026 = [
      'liver-ablation',
      'kidney-ablation',
      'transarterial-chemoembolisation',
      'lung-ablation',
      'bone-ablation',
      'embolisation',
    ]
    const own = said.diseaseModifyingProcedures ?? []
    const added = new2026.filter(() => chance.next() < 0.12)
    said.diseaseModifyingProcedures = [
      ...new Set([...own, ...added, ...(own.length + added.length === 0 ? ['kidney-ablation'] : [])]),
    ]
  }
  if (said.ioOffered === 'yes') moreSupport(chance.next(), said)
  if (said.kinds !== 'both' && (said.barriers === undefined || said.barriers.length === 0))
    said.barriers = ['staff']
  if (said.ioLead === 'no' && said.kinds === 'both' && chance.next() < 0.3) said.ioLead = 'yes'
  return said
}

function begin(said: Said): void {
  delete said.referralPathway
  delete said.plannedWithin12Months
  said.ioOffered = 'yes'
  said.kinds = 'supportive-only'
  said.irDepartment = 'yes'
  said.supportiveProcedures = [
    'image-guided-biopsy',
    'image-guided-drainage',
    'nephrostomy',
    'central-venous-catheter',
  ]
}

function moreSupport(luck: number, said: Said): void {
  const before = said.supportiveProcedures
  const known = typeof before === 'object' && before.length > 0 && !before.includes('cannot-say')
  const own = known ? before : ['image-guided-biopsy', 'image-guided-drainage', 'nephrostomy']
  const added =
    luck < 0.3 ? ['vena-caval-stenting', 'marker-insertion'] : luck < 0.5 ? ['image-guided-aspiration'] : []
  said.supportiveProcedures = [...new Set([...own, ...added])]
}

function pathways(
  { chance }: Asked,
  from: Organisation,
  said: Said,
  offering: readonly Organisation[],
): Said {
  const near = offering
    .filter(({ nation, code }) => nation === from.nation && code !== from.code)
    .toSorted((a, b) => kilometres(from, a) - kilometres(from, b))
    .slice(0, chance.next() < 0.3 ? 2 : 1)
    .map(({ code }) => code)
  if (said.referralPathway === 'yes') return { referralPathwayTo: near }
  if (said.kinds !== 'supportive-only') return {}
  if (said.diseaseModifyingPathway !== 'yes' && chance.next() < 0.6) return { diseaseModifyingPathway: 'no' }
  return {
    diseaseModifyingPathway: 'yes',
    diseaseModifyingPathwayVia: chance.pick(['regional-cancer-network', 'ir-network']),
    diseaseModifyingPathwayTo: near,
  }
}

function alsoAsked({ chance }: Asked, said: Said): Said {
  const cover =
    said.irDepartment === 'yes'
      ? {
          cover: chance.pick([
            'round-the-clock-here',
            'round-the-clock-network',
            'round-the-clock-network',
            'extended-hours',
            'working-hours',
          ]),
        }
      : {}
  if (said.ioOffered !== 'yes') return cover
  const collaboration = [
    'shared-mdt',
    'referral-network',
    'visiting-operators',
    'shared-rota',
    'shared-research',
  ].filter((_, at) => chance.next() < 0.6 - at * 0.1)
  return {
    ...cover,
    collaboration: collaboration.length === 0 ? ['no-collaboration'] : collaboration,
    clinic: chance.next() < (said.kinds === 'both' ? 0.6 : 0.2) ? 'yes' : 'no',
    beds: chance.next() < (said.kinds === 'both' ? 0.35 : 0.1) ? 'yes' : 'no',
  }
}
