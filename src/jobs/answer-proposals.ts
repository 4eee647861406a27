/**
 * Answers what the network was asked, in the background of this process: each question is claimed by one worker, which
 * gives signs of life and stops when it is told to. What a killed process left is taken up by the next that looks.
 */

import type { Answer } from '#core/network/proposal/answer.ts'
import { answerTo } from '#core/network/proposal/answer-to.ts'
import { proposalKey } from '#core/network/proposal/situation.ts'
import type { Run, Solver, State } from '#core/network/proposal/solver.ts'
import { solveCovering, solveFewestPathways, solvePMedian } from '#solver/solve.ts'
import {
  type Claim,
  cancelProposal,
  claimProposal,
  endProposal,
  signProposal,
} from '#store/network/proposal-claim.ts'
import { situationOf } from '#store/network/situation.ts'
import type { Store } from '#store/open.ts'

/** At once in one process: the other processors are for those who read pages. */
const mostAtOnce = 2
const beatMs = 400
/** Broken off so often, it is not begun again by itself. */
const mostAttempts = 3
const usualSeconds = 300

interface Workshop {
  readonly running: Map<string, AbortController>
  readonly work: Set<Promise<void>>
  closing: boolean
}

const workshops = new WeakMap<object, Workshop>()

function workshopOf(store: Store): Workshop {
  const known = workshops.get(store.pool)
  if (known) return known
  const made: Workshop = { running: new Map(), work: new Set(), closing: false }
  workshops.set(store.pool, made)
  return made
}

/** Begins what waits, as far as there is room, and goes on until nothing waits. Returns at once. */
export function answerProposals(store: Store): void {
  const shop = workshopOf(store)
  if (shop.closing || shop.work.size >= mostAtOnce) return
  const work: Promise<void> = workThrough(store, shop)
    .catch((error: unknown) => console.error(JSON.stringify({ problem: 'proposal', name: nameOf(error) })))
    .finally(() => shop.work.delete(work))
  shop.work.add(work)
}

/** Ends what this process works on: it waits again, and is taken up by the next process that looks. */
export async function stopAnswering(store: Store): Promise<void> {
  const shop = workshopOf(store)
  shop.closing = true
  for (const controller of shop.running.values()) controller.abort(closing)
  await Promise.all(shop.work)
}

/** Tells one to stop: at once where it runs here, in another process at its next sign of life. */
export async function stopProposal(store: Store, id: string, by: string): Promise<boolean> {
  const isTold = await cancelProposal(store.db, id, by, new Date())
  workshopOf(store).running.get(id)?.abort(cancelled)
  return isTold
}

const closing = new Error('the process ends')
const cancelled = new Error('cancelled')

async function workThrough(store: Store, shop: Workshop): Promise<void> {
  while (!shop.closing) {
    const claim = await claimProposal(store.db, new Date())
    if (!claim) return
    if (claim.attempt > mostAttempts)
      await endProposal(store.db, claim, { state: 'failed', failure: brokenOff }, new Date())
    else await workOn(store, shop, claim)
  }
}

const brokenOff =
  'The computation broke off three times, each time with the process that it ran in. Begin it again, or ask for less'
const broke = 'The computation broke off by a fault of the software, which is noted. Begin it again'

/** Does one that was claimed. What went wrong stands in it. */
async function workOn(store: Store, shop: Workshop, claim: Claim): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let last: State | null = null
  shop.running.set(claim.id, controller)
  if (shop.closing) controller.abort(closing)
  const beating = setInterval(() => {
    signProposal(store.db, claim, last, seconds(), new Date())
      .then((goesOn) => goesOn || controller.abort(cancelled))
      .catch(() => undefined)
  }, beatMs)
  const end = (ending: Parameters<typeof endProposal>[2]) => endProposal(store.db, claim, ending, new Date())
  try {
    const answer = await compute(store, claim, {
      signal,
      onProgress: (state) => {
        last = state
      },
      timeLimitSeconds: Math.max(usualSeconds, 2 * (claim.lastSeconds ?? 0)),
    })
    signal.throwIfAborted()
    const state = answer.outcome === 'stopped' ? 'stopped' : 'done'
    await end({ state, answer, seconds: seconds() })
  } catch (error) {
    if (signal.reason === closing) await end({ state: 'queued' })
    else if (signal.aborted) await end({ state: 'cancelled', seconds: seconds() })
    else {
      console.error(JSON.stringify({ problem: 'proposal', proposal: claim.id, name: nameOf(error) }))
      await end({ state: 'failed', failure: error instanceof Outdated ? error.message : broke })
    }
  } finally {
    clearInterval(beating)
    shop.running.delete(claim.id)
  }
}

/** What it rests on is no more what it was asked about. */
class Outdated extends Error {}

async function compute(store: Store, { question, inputs, key }: Claim, run: Run): Promise<Answer> {
  const { day, edition } = inputs
  const situation = await situationOf(store, { day, ...(edition ? { edition } : {}) })
  if (proposalKey(situation, question) !== key)
    throw new Outdated('The network or the travel times changed before this was answered. Ask it again')
  return answerTo(question, situation, solver, run)
}

const solver: Solver = {
  pMedian: (problem, run) => solvePMedian(problem, worded(run)),
  covering: (problem, run) => solveCovering(problem, worded(run)),
  fewestPathways: (problem, run) => solveFewestPathways(problem, worded(run)),
}

/** The solver's phases in a reader's words. */
function worded({ onProgress, ...run }: Run): Parameters<typeof solvePMedian>[1] {
  return {
    ...run,
    onProgress: ({ phase, ...state }) => onProgress?.({ ...state, phase: phases[phase] }),
  }
}

const phases = {
  preparing: 'Laying out who is near what',
  bounding: 'Finding a good answer, and how much better any could be',
  branching: 'Proving that no other answer is better',
} as const

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error')
