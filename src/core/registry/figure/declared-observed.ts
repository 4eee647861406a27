/** What services declared in a census beside what the registry observed: two answers to one question. */

import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { DeclaredState } from './chart.ts'
import type { Figure, Gate, Picture } from './figure.ts'
import { counted } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'declared-observed' }>

export const STATE_WORDS: Readonly<Record<DeclaredState, string>> = {
  'declared-observed': 'Declared and observed',
  'declared-only': 'Declared, not observed',
  'observed-only': 'Observed, not declared',
  neither: 'Neither declared nor observed',
  'no-answer-observed': 'No answer, observed',
  'no-answer': 'No answer, not observed',
}
const states = Object.keys(STATE_WORDS) as readonly DeclaredState[]

interface Place {
  readonly code: string
  readonly declared: boolean | null
  readonly treatments: number
}

export function declaredObservedFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { codes, values } = choicesOf(vectors, 'organisation')
  const treatments = new Map<string, number>()
  for (const code of codes) {
    const organisation = values[code - 1]
    if (organisation !== undefined) treatments.set(organisation, (treatments.get(organisation) ?? 0) + 1)
  }
  const declared = around.declared ?? new Map<string, boolean | null>()
  const places = [...new Set([...declared.keys(), ...treatments.keys()])].sort().map((code) => ({
    code,
    declared: declared.get(code) ?? null,
    treatments: treatments.get(code) ?? 0,
  }))
  return {
    spec,
    asOf: around.asOf,
    extent: { of: 'nation' },
    counts: [{ key: 'all|in', what: 'all|in', value: vectors.length, area: null }],
    sums: [],
    definition: [
      'Declared: the service said in the census edition that it offers it.',
      'Observed: the registry holds treatments of the cohort by that service.',
    ],
    comparators: [],
    individual: false,
    show: (gate) => show(spec, places, gate),
  }
}

/** Few are as good as none for all but the service itself, so that no small count can be told. */
function isObserved({ code, treatments }: Place, gate: Gate): boolean {
  const own = gate.audience.who === 'service' && gate.audience.organisation === code
  return treatments > (own ? 0 : gate.largestWithheld)
}

function stateOf(place: Place, gate: Gate): DeclaredState {
  const observed = isObserved(place, gate)
  if (place.declared === null) return observed ? 'no-answer-observed' : 'no-answer'
  if (place.declared) return observed ? 'declared-observed' : 'declared-only'
  return observed ? 'observed-only' : 'neither'
}

function show(spec: Spec, places: readonly Place[], gate: Gate): Picture {
  const services = places.map((place) => ({ code: place.code, state: stateOf(place, gate) }))
  const numberOf = (state: DeclaredState) => services.filter((each) => each.state === state).length
  const inCohort = gate.count('all|in')
  const answered = places.filter(({ declared }) => declared !== null).length
  return {
    finding: `${numberOf('declared-observed')} services declared it and are observed to do it; ${numberOf('declared-only')} declared it and are not, ${numberOf('observed-only')} are observed without having declared it`,
    chart: { draws: 'map', title: 'Declared beside observed', services },
    table: {
      caption: 'Services by what they declared and what is observed',
      columns: [{ heading: 'Service' }, { heading: 'Services', number: true }],
      rows: states.map((state) => [STATE_WORDS[state], numberOf(state)]),
    },
    further: [],
    denominators: {
      inCohort,
      unit: 'treatment',
      applies: inCohort,
      due: inCohort,
      known: inCohort,
      missing: 0,
    },
    completeness: [
      `${answered} of ${places.length} services answered the census edition ${spec.edition}.`,
      `The registry holds ${counted(inCohort, 'treatment')} of this cohort.`,
    ],
    notes: [
      `A service counts as observed from ${gate.largestWithheld + 1} treatments on.`,
      'Not observed can mean that the service does not take part in the registry.',
    ],
  }
}
