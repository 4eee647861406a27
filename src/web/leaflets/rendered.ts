/**
 * What was drawn of a version of a leaflet, kept by its entry: a version never changes, so this is never
 * stale. Nothing of a patient is in it. The oldest goes when there are too many.
 */

const most = 240

export class Drawn<Made> {
  readonly #kept = new Map<string, Made>()

  get(key: string): Made | undefined {
    return this.#kept.get(key)
  }

  keep(key: string, made: Made): Made {
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, made)
    return made
  }
}
