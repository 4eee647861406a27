/** What an attacker of the registry knows: an interval for each count, and which counts come to which. */

import { policies, type Rule, ruleOf } from '#core/registry/disclosure/policy.ts'
import { standsFor } from '#core/registry/disclosure/protect.ts'
import type { Shown } from '#core/registry/figure/figure.ts'

const rule = ruleOf([], policies)

interface Interval {
  low: number
  high: number
}

export class Knowledge {
  readonly cells = new Map<string, Interval>()
  readonly sums: { readonly whole: string; readonly parts: readonly string[] }[] = []

  readonly isBold: boolean
  readonly showsNone: boolean
  /**
   * A sober attacker takes a star for anything, a bold one for a small number.
   *
   * @param showsNone zeros are never withheld, so that no star is one
   */
  constructor(isBold: boolean, showsNone = false) {
    this.isBold = isBold
    this.showsNone = showsNone
  }

  private star(cell: string): Interval {
    if (!this.isBold) return { low: 0, high: Number.POSITIVE_INFINITY }
    const isOutcome = /(^|\s)(events|missing|risk \d+)@/.test(cell)
    return { low: isOutcome || this.showsNone ? 1 : 0, high: rule.largestWithheld }
  }

  /** @param heeded the rule by which it was shown: each nation has its own */
  learn(cell: string, shown: Shown, heeded: Rule = rule): void {
    this.narrow(cell, shown === '*' ? this.star(cell) : standsFor(shown, heeded))
  }
  /** Two things were learnt that cannot both be so. */
  get isAbsurd(): boolean {
    return [...this.cells.values()].some(({ low, high }) => low > high)
  }
  exactly(cell: string, value: number): void {
    this.narrow(cell, { low: value, high: value })
  }
  narrow(cell: string, { low, high }: Interval): boolean {
    const known = this.cells.get(cell) ?? { low: 0, high: Number.POSITIVE_INFINITY }
    const next = { low: Math.max(known.low, low), high: Math.min(known.high, high) }
    this.cells.set(cell, next)
    return next.low > known.low || next.high < known.high
  }
  workOut(): void {
    for (let changed = true, rounds = 0; changed && rounds < 200; rounds += 1) {
      changed = false
      for (const { whole, parts } of this.sums) {
        const of = (cell: string) => this.cells.get(cell) ?? { low: 0, high: Number.POSITIVE_INFINITY }
        const low = parts.reduce((sum, part) => sum + of(part).low, 0)
        const high = parts.reduce((sum, part) => sum + of(part).high, 0)
        if (this.narrow(whole, { low, high })) changed = true
        const total = of(whole)
        for (const part of parts) {
          const others = parts.filter((each) => each !== part)
          const othersLow = others.reduce((sum, each) => sum + of(each).low, 0)
          const othersHigh = others.reduce((sum, each) => sum + of(each).high, 0)
          if (this.narrow(part, { low: total.low - othersHigh, high: total.high - othersLow })) changed = true
        }
      }
    }
  }
}

const isSmall = (value: number) => value >= 1 && value <= rule.largestWithheld

/** The small counts that it knows exactly. */
export function recovered(knowledge: Knowledge, truth: ReadonlyMap<string, number>): readonly string[] {
  if (knowledge.isAbsurd) return []
  const { cells } = knowledge
  return [...truth].flatMap(([cell, value]) => {
    const known = cells.get(cell)
    return isSmall(value) && known?.low === value && known.high === value ? [`${cell} is ${value}`] : []
  })
}
