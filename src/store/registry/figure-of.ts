/** A specification and a snapshot make a released figure: the way that every page, file and command takes. */

import { release } from '#core/registry/disclosure/release.ts'
import type { Audience } from '#core/registry/disclosure.ts'
import { aroundFrom } from '#core/registry/figure/around.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import type { Snapshot } from '../snapshot/open.ts'

export async function figureOf(
  snapshot: Snapshot,
  spec: FigureSpec,
  audience: Audience,
): Promise<ReleasedFigure> {
  const [vectors, contributors] = await Promise.all([
    snapshot.vectors(neededFor(spec)),
    contributorsOf(snapshot),
  ])
  const around = aroundFrom(snapshot.around, snapshot.asOf, spec, contributors)
  return release(computeFigure(spec, vectors, around), audience)
}

const kept = new WeakMap<Snapshot, Promise<readonly string[]>>()

/** Codes of the organisations with any treatment; of one snapshot they are always the same. */
function contributorsOf(snapshot: Snapshot): Promise<readonly string[]> {
  const found =
    kept.get(snapshot) ??
    snapshot
      .countsBy({ conditions: [] }, 'organisation')
      .then((counts) => counts.flatMap(({ value }) => (value === null ? [] : [String(value)])))
  kept.set(snapshot, found)
  return found
}
