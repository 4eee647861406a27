/**
 * The threads that solve: a few, kept warm for a while, so that the web's own thread never waits for a search. A
 * search that is given up is ended with its thread; one whose thread dies is a named error.
 */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Asked, Said } from './question.ts'

/** A solver's thread failed: the machine's doing or a bug, never an answer. */
export class SolverError extends Error {
  override readonly name = 'SolverError'
  readonly code: 'crashed' | 'killed' | 'overdue' | 'too-many'
  constructor(code: SolverError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface PoolOptions {
  readonly threads: number
  /** How many may wait for a thread before the next is refused. */
  readonly waiting: number
  /** How long a thread is kept that nobody asks anything. */
  readonly idleSeconds: number
  /** How long beyond its time limit a search may take to stop by itself. */
  readonly graceSeconds: number
}

export interface Job {
  readonly asked: Asked
  readonly signal: AbortSignal | undefined
  onSaid(said: Said): void
}

interface Waiting extends Job {
  done(said: Said): void
  failed(error: unknown): void
}

interface Thread {
  readonly worker: Worker
  job: Waiting | null
  timer: NodeJS.Timeout | null
}

export interface Pool {
  /** Resolves with the message that holds the answer; rejects with the signal's reason or a SolverError. */
  run(job: Job): Promise<Said>
  /** Ends every thread; what they were at is an error of its own. */
  close(): Promise<void>
  readonly threads: () => number
}

const usual: PoolOptions = {
  threads: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waiting: 50,
  idleSeconds: 60,
  graceSeconds: 15,
}

export function openPool(options: Partial<PoolOptions> = {}): Pool {
  const { threads: most, waiting, idleSeconds, graceSeconds } = { ...usual, ...options }
  const threads = new Set<Thread>()
  const queue: Waiting[] = []

  function start(): Thread {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { name: 'solver' })
    const thread: Thread = { worker, job: null, timer: null }
    threads.add(thread)
    worker.on('message', (said: Said) => {
      const { job } = thread
      if (job?.asked.id !== said.id) return
      if (!('answer' in said)) {
        job.onSaid(said)
        return
      }
      free(thread)
      job.done(said)
      next()
    })
    worker.on('error', (cause) =>
      lost(thread, new SolverError('crashed', `The solver failed: ${cause.message}`, { cause })),
    )
    worker.on('exit', () =>
      lost(thread, new SolverError('killed', 'The solver’s thread ended before it answered.')),
    )
    return thread
  }

  function lost(thread: Thread, error: SolverError): void {
    if (!threads.delete(thread)) return
    if (thread.timer) clearTimeout(thread.timer)
    const { job } = thread
    thread.job = null
    void thread.worker.terminate()
    job?.failed(error)
    next()
  }

  function free(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer)
    thread.job = null
    thread.worker.unref()
    thread.timer = setTimeout(() => end(thread), idleSeconds * 1000).unref()
  }

  function end(thread: Thread): void {
    threads.delete(thread)
    if (thread.timer) clearTimeout(thread.timer)
    thread.job = null
    void thread.worker.terminate()
  }

  function next(): void {
    const idle = [...threads].find(({ job }) => job === null)
    if (queue.length === 0 || (!idle && threads.size >= most)) return
    const thread = idle ?? start()
    const job = queue.shift() as Waiting
    if (thread.timer) clearTimeout(thread.timer)
    thread.job = job
    thread.worker.ref()
    const { timeLimitSeconds } = job.asked
    const overdue = () =>
      lost(
        thread,
        new SolverError('overdue', `The solver did not stop after its ${timeLimitSeconds} seconds.`),
      )
    thread.timer = setTimeout(overdue, Math.min((timeLimitSeconds + graceSeconds) * 1000, 2 ** 31 - 1))
    thread.worker.postMessage(job.asked)
    next()
  }

  function giveUp(job: Waiting): void {
    const at = queue.indexOf(job)
    if (at >= 0) queue.splice(at, 1)
    for (const thread of [...threads]) if (thread.job === job) end(thread)
    next()
  }

  return {
    threads: () => threads.size,
    run: (job) =>
      new Promise((resolve, reject) => {
        const { signal } = job
        if (signal?.aborted) {
          reject(signal.reason)
          return
        }
        if (queue.length >= waiting) {
          reject(new SolverError('too-many', `${waiting} searches are waiting already. Try again later.`))
          return
        }
        const aborted = () => {
          giveUp(entry)
          reject(signal?.reason)
        }
        const entry: Waiting = {
          ...job,
          done: (said) => {
            signal?.removeEventListener('abort', aborted)
            resolve(said)
          },
          failed: (error) => {
            signal?.removeEventListener('abort', aborted)
            reject(error)
          },
        }
        signal?.addEventListener('abort', aborted, { once: true })
        queue.push(entry)
        next()
      }),
    close: async () => {
      const error = new SolverError('killed', 'The solver was closed.')
      for (const job of queue.splice(0)) job.failed(error)
      await Promise.all(
        [...threads].map((thread) => {
          const { job } = thread
          end(thread)
          job?.failed(error)
          return thread.worker.terminate()
        }),
      )
    },
  }
}
