/** How complete the registry is, endpoint by endpoint: computed once for each snapshot, through the gate for everybody. */

import type { Cohort } from '#core/registry/cohort.ts'
import { type DeclaredEndpoint, endpoints } from '#core/registry/endpoints.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import type { Completeness, RegistryFacts } from './registry-page.tsx'

const everything: Cohort = { conditions: [] }
const kept = new Map<string, Promise<RegistryFacts>>()
const keptAtMost = 3

/** Of a snapshot that never changes, so that what was computed once stays true. */
export function registryFacts(snapshot: Snapshot): Promise<RegistryFacts> {
  const known = kept.get(snapshot.id)
  if (known) return known
  const computing = compute(snapshot)
  kept.set(snapshot.id, computing)
  computing.catch(() => kept.delete(snapshot.id))
  for (const id of kept.keys()) {
    if (kept.size <= keptAtMost) break
    kept.delete(id)
  }
  return computing
}

async function compute(snapshot: Snapshot): Promise<RegistryFacts> {
  const completeness: Completeness[] = []
  let followUp: readonly string[] = []
  // One after another: at a million treatments each holds some columns in memory.
  for (const declared of endpoints) {
    const figure = await figureOf(snapshot, specOf(declared), { who: 'public' })
    const { unit, due, known, missing } = figure.denominators
    completeness.push({ title: declared.title, unit, due, known, missing })
    if (declared.id === 'overall-survival') followUp = figure.completeness
  }
  const counts = await snapshot.count(everything)
  const excluded = Object.values(snapshot.manifest.exclusions).reduce((sum, people) => sum + people, 0)
  return { id: snapshot.id, asOf: snapshot.asOf, ...counts, excluded, followUp, completeness }
}

function specOf({ endpoint }: DeclaredEndpoint): FigureSpec {
  if (endpoint.measure === 'proportion') return { kind: 'proportion', cohort: everything, endpoint }
  const asked = { cohort: everything, endpoint, months: 60 }
  return endpoint.competing.length > 0
    ? { kind: 'incidence', ...asked }
    : { kind: 'survival', interval: 'log-log', ...asked }
}
