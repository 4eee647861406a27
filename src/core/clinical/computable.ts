/** What a calculation answers when it cannot be made: which inputs are missing, in words, and never NaN. */

export interface NotComputable {
  readonly computable: false
  /** What people call each input that stands in the way, as in 'bilirubin'. */
  readonly missing: readonly string[]
  /** As in 'Not computable: bilirubin and INR are missing'. */
  readonly words: string
}

/** A result, or why there is none. */
export type Computable<Result extends object> = (Result & { readonly computable: true }) | NotComputable

/**
 * Whether a formula's inputs are there. Null when all are.
 *
 * @param inputs what people call each input, to its value; numbers have to be above 0
 */
export function obstacle(
  inputs: Readonly<Record<string, number | string | undefined>>,
): NotComputable | null {
  const missing: string[] = []
  const wrong: string[] = []
  for (const [name, value] of Object.entries(inputs)) {
    if (value === undefined || value === '' || Number.isNaN(value)) missing.push(name)
    else if (typeof value === 'number' && !(Number.isFinite(value) && value > 0)) wrong.push(name)
  }
  if (missing.length > 0)
    return notComputable(`${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing`, missing)
  if (wrong.length > 0)
    return notComputable(
      `${listed(wrong)} ${wrong.length > 1 ? 'have' : 'has'} to be a number above 0`,
      wrong,
    )
  return null
}

/** Says why something cannot be computed; `why` follows on 'Not computable: '. */
export function notComputable(why: string, missing: readonly string[] = []): NotComputable {
  return { computable: false, missing, words: `Not computable: ${why}` }
}

/** 'bilirubin', 'bilirubin and INR', 'bilirubin, INR and creatinine'. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
