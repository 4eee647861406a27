import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placesFor } from '#web/components/places.ts'
import { answerFor, edition, openEdition, roomSite } from './support.ts'

const site = await roomSite()
await openEdition(site)

describe('listening to an edition', () => {
  it('says that it changed, to anyone, and nothing else', async () => {
    const controller = new AbortController()
    const response = await fetch(new URL(`/live/${edition}`, site.baseUrl), { signal: controller.signal })
    assert.equal(response.headers.get('content-type'), 'text/event-stream')
    assert.ok(response.body)
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    let told = ''
    const until = async (words: string) => {
      while (!told.includes(words)) {
        const { value, done } = await reader.read()
        if (done) break
        told += decoder.decode(value, { stream: true })
      }
    }
    await until('event: listening')
    // The listener of this process connects at its first page.
    await new Promise((resolve) => setTimeout(resolve, 300))
    await answerFor(site, 'RA1')
    await until('event: changed')
    assert.match(told, new RegExp(`event: changed\\ndata: ${edition}\\n`))
    assert.doesNotMatch(told, /RA1|nephrostomy/)
    controller.abort()
  })

  it('has a place for so many, and for so many of one client, and gives places back once', () => {
    const places = placesFor({ all: 3, each: 2 })
    const leave = places.take('a')
    assert.ok(leave && places.take('a'))
    assert.equal(places.take('a'), null, 'a client has two at most')
    assert.ok(places.take('b'))
    assert.equal(places.take('c'), null, 'the process has three at most')
    leave()
    leave()
    assert.equal(places.taken(), 2)
    assert.ok(places.take('c'))
  })
})
