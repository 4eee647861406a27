/** Pages kept for the next reader, when somebody asks for very many that nobody else wants. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { readConfig } from '#config'
import { keptPages } from '#web/components/kept-pages.ts'
import { turnsFor } from '#web/components/turns.ts'
import type { Environment } from '#web/environment.ts'

function siteOf(atMost: number, make: (name: string) => string | Promise<string>) {
  const pages = keptPages(atMost)
  const config = { ...readConfig({}), trustProxy: true }
  const app = new Hono<Environment>()
  app.use(async (c, next) => {
    c.set('config', config)
    c.set('person', null)
    c.set('answering', null)
    c.set('now', () => new Date('2026-11-22'))
    await next()
  })
  app.get('/:name', (c) => {
    const name = c.req.param('name')
    return pages.answer(c, name, () => make(name))
  })
  return (name: string, client = '192.0.2.1') =>
    app.request(`/${name}`, { headers: { 'x-forwarded-for': client } })
}

describe('a page that is kept', () => {
  it('is made once for all who ask at the same moment', async () => {
    let made = 0
    const ask = siteOf(5, async (name) => {
      made += 1
      await new Promise((wait) => setTimeout(wait, 20))
      return name
    })
    await Promise.all(Array.from({ length: 200 }, (_, index) => ask('home', `192.0.2.${index}`)))
    assert.equal(made, 1)
  })

  it('is not pushed out by pages that are asked for once', async () => {
    const made: string[] = []
    const ask = siteOf(5, (name) => {
      made.push(name)
      return name
    })
    for (const name of ['home', 'map', 'home', 'map']) await ask(name)
    for (let index = 0; index < 100; index++) await ask(`place ${index}`)
    for (const name of ['home', 'map']) await ask(name)
    assert.deepEqual(
      made.filter((name) => !name.startsWith('place')),
      ['home', 'map'],
    )
  })

  it('is forgotten when it could not be made', async () => {
    let tries = 0
    const ask = siteOf(5, () => {
      tries += 1
      if (tries === 1) throw new Error('the database is away')
      return 'made'
    })
    const errors = console.error
    console.error = () => undefined
    assert.equal((await ask('home')).status, 500)
    console.error = errors
    assert.equal((await ask('home')).status, 200)
  })
})

describe('someone who asks for very many pages at once', () => {
  it('is told to wait, while others are served', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((open) => {
      go = open
    })
    const ask = siteOf(50, async (name) => {
      if (name !== 'theirs') await gate
      return name
    })
    const asked = Array.from({ length: 40 }, (_, index) => ask(`place ${index}`))
    const other = ask('theirs', '192.0.2.2')
    go()
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    assert.equal(statuses.filter((status) => status === 200).length, 12)
    assert.equal(statuses.filter((status) => status === 503).length, 28)
    assert.equal((await other).status, 200)
  })

  it('has them made two at a time', async () => {
    const inTurn = turnsFor(2)
    let [now, most] = [0, 0]
    const work = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((wait) => setTimeout(wait, 2))
      now -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => inTurn(work)))
    assert.equal(most, 2)
    await assert.rejects(
      inTurn(() => Promise.reject(new Error('broken'))),
      /broken/,
    )
    await inTurn(work)
  })
})
