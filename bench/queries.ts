/** The queries that a page makes, as they were made, and the same queries made bare: by nobody but the driver. */

import pg from 'pg'

interface Made {
  readonly text: string
  readonly values: unknown[]
  /** How many had been answered when it was made: those of one number travel together. */
  readonly after: number
}

type Query = (...given: unknown[]) => unknown

/** What is sent to PostgreSQL while `work` is done. */
export async function queriesOf(work: () => Promise<unknown>): Promise<readonly Made[]> {
  const made: Made[] = []
  let answered = 0
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const { query } = prototype
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [first, second] = given
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as Made)
    made.push({ text, values: Array.isArray(values) ? values : [], after: answered })
    const done = query.apply(this, given)
    if (done instanceof Promise) done.then(() => answered++).catch(() => undefined)
    return done
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return made
}

/** Makes them again on one connection as the application's role, those together that were made together. */
export async function bareQueries(url: string, made: readonly Made[]) {
  const client = new pg.Client({
    ...{ connectionString: url, pipeline: true, options: '-c role=fourth_pillar_app' },
  } as pg.ClientConfig)
  await client.connect()
  const rounds = [...Map.groupBy(made, ({ after }) => after).values()]
  const names = new Map([...new Set(made.map(({ text }) => text))].map((text, at) => [text, `q${at}`]))
  return {
    count: made.length,
    run: async () => {
      for (const round of rounds) {
        await Promise.all(
          round.map(({ text, values }) => client.query({ name: names.get(text) ?? '', text, values })),
        )
      }
    },
    close: () => client.end(),
  }
}
