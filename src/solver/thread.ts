/** A thread that solves: one question at a time, as long as it is kept. */

import { parentPort } from 'node:worker_threads'
import { loadExact } from './highs.ts'
import { type Asked, answerTo, type Said } from './question.ts'

/** How often it says how far it is. */
const everyMs = 100

const port = parentPort
if (!port) throw new Error('The solver’s thread was not started as one.')
const say = (said: Said) => port.postMessage(said)

const loading = loadExact()

port.on('message', async ({ id, question, timeLimitSeconds }: Asked) => {
  const began = performance.now()
  const exact = await loading
  const seconds = () => (performance.now() - began) / 1000
  let told = Number.NEGATIVE_INFINITY
  const answer = answerTo(question, {
    exact,
    secondsLeft: () => Math.max(0, timeLimitSeconds - seconds()),
    stop: () => seconds() >= timeLimitSeconds,
    report: (state) => {
      const now = performance.now()
      if (now - told < everyMs) return
      told = now
      say({ id, state, seconds: seconds() })
    },
  })
  say({ id, answer, seconds: seconds() })
})
