/** The work that goes on by itself: mail, reminders, the daily seal, the nightly snapshot; started with the node, stopped with it. */

import { setTimeout as pause } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import type { Config } from '#config'
import { ukDay } from '#core/calendar/uk-day.ts'
import type { Mailer } from '#mail/mailer.ts'
import { freshen } from '#store/case/freshen.ts'
import { queueReminders } from '#store/census/reminder.ts'
import { forgetDrafts } from '#store/feedback/answer.ts'
import { mailQueue } from '#store/jobs.ts'
import { rescueMail } from '#store/mail/message.ts'
import type { Store } from '#store/open.ts'
import { sealRecord } from '#store/record/seal.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { withinScope } from '#store/scope.ts'
import { queueReviewReminders } from '#store/service/reminder.ts'
import { sweepUploads } from '#store/upload/upload.ts'
import { answerProposals, stopAnswering } from './answer-proposals.ts'
import { startQueue, stopQueue } from './queue.ts'
import { sendMail } from './send-mail.ts'
import { takeSnapshotIfDue } from './take-snapshot.ts'

export interface JobParts {
  readonly store: Store
  readonly config: Pick<Config, 'baseUrl' | 'mailFrom'>
  readonly mailer: Mailer
  /** Ed25519 private key, PKCS #8 PEM. */
  readonly sealKey: string
  /** Absent: no snapshots of the registry are taken. */
  readonly snapshots?: { readonly dataFolder: string; readonly registryKey: string } | undefined
  readonly now?: () => Date
  readonly firstPauseSeconds?: number
}

export interface Jobs {
  stop(): Promise<void>
}

/** Something done at times. `at`: cron, in UK time. */
interface Routine {
  readonly queue: string
  readonly at: string
  readonly run: () => Promise<unknown>
  /** Also when the node starts, for what was missed while it was down. */
  readonly atStart: boolean
  /** After so many hours it counts as broken and is tried again; absent: a quarter. */
  readonly mostHours?: number
}

/** Letters posted side by side; the pool of connections to the mail server is smaller. */
const mailsAtOnce = 10

export async function startJobs(parts: JobParts): Promise<Jobs> {
  const { store, mailer } = parts
  const now = parts.now ?? (() => new Date())
  const boss = await startQueue(store)
  const key = sealKey(parts.sealKey)
  const routines: readonly Routine[] = [
    { queue: 'seal-record', at: '5 0 * * *', atStart: true, run: () => sealRecord(store.db, key) },
    {
      queue: 'send-reminders',
      at: '30 8 * * *',
      atStart: false,
      run: () => queueReminders(store.db, ukDay(now().toISOString()), now()),
    },
    {
      queue: 'remind-of-reviews',
      at: '0 8 * * *',
      atStart: false,
      run: () => queueReviewReminders(store.db, ukDay(now().toISOString()), now()),
    },
    // What time has changed, and all when new software judges by other rules: before people ask for it.
    {
      queue: 'fold-cases',
      at: '10 5 * * *',
      atStart: true,
      run: () => withinScope(store.db, 'whole', (whole) => freshen(whole, 'whole', now())),
    },
    // Where no mail server is set up, mail waits without jobs until a start with one.
    {
      queue: 'rescue-mail',
      at: '*/10 * * * *',
      atStart: true,
      run: async () => (mailer.mode === 'waiting' ? 0 : rescueMail(store.db)),
    },
    // Files that were sent and never kept: they name patients.
    {
      queue: 'sweep-uploads',
      at: '15 * * * *',
      atStart: true,
      run: () => withinScope(store.db, 'whole', (whole) => sweepUploads(whole, now())),
    },
    // What patients answered and never sent.
    {
      queue: 'forget-drafts',
      at: '20 * * * *',
      atStart: true,
      run: () => forgetDrafts(store.db, now()),
    },
    // Questions of the network that a process left unanswered when it ended.
    {
      queue: 'answer-proposals',
      at: '* * * * *',
      atStart: true,
      run: async () => answerProposals(store),
    },
    ...snapshotRoutine(parts, now),
  ]
  try {
    await workOnMail(boss, { ...parts, now })
    for (const routine of routines) await workOn(boss, routine)
  } catch (error) {
    // Nothing goes on by itself of a node that did not start.
    await stopQueue(boss)
    throw error
  }
  return {
    async stop() {
      await stopAnswering(store)
      await stopQueue(boss)
      mailer.close()
    },
  }
}

/** After the seal of the day. */
function snapshotRoutine({ store, snapshots, sealKey: pem }: JobParts, now: () => Date): Routine[] {
  if (!snapshots) return []
  const run = () =>
    takeSnapshotIfDue(store.db, { ...snapshots, asOf: ukDay(now().toISOString()), signKey: sealKey(pem) })
  return [{ queue: 'take-snapshot', at: '30 0 * * *', atStart: false, mostHours: 12, run }]
}

async function workOnMail(boss: PgBoss, parts: JobParts & { readonly now: () => Date }): Promise<void> {
  const options = { batchSize: mailsAtOnce, pollingIntervalSeconds: 1 }
  await boss.work<{ message: string }>(mailQueue, options, async (jobs) => {
    const done = await Promise.allSettled(jobs.map(({ data }) => sendMail(parts, data.message)))
    // One that broke is tried again by the queue; the others of the batch are done.
    const broken = jobs.filter((_, index) => done[index]?.status === 'rejected').map(({ id }) => id)
    if (broken.length > 0) await boss.fail(mailQueue, broken)
  })
}

async function workOn(boss: PgBoss, { queue, at, run, atStart, mostHours = 0.25 }: Routine): Promise<void> {
  await boss.createQueue(queue, {
    ...{ name: queue, retryLimit: 3, retryDelay: 60, expireInSeconds: mostHours * 3600 },
  })
  await boss.schedule(queue, at, {}, { tz: 'Europe/London' })
  // Before there is a worker, so that its first look finds it.
  if (atStart) await sendAtStart(boss, queue)
  await boss.work(queue, { pollingIntervalSeconds: 20 }, async () => {
    await run()
  })
}

const noPartition = '23514'

/** A queue is a partition of its own; seen once in a thousand starts, another connection did not know it at once. */
async function sendAtStart(boss: PgBoss, queue: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await boss.send(queue, {}, { singletonKey: 'start', singletonSeconds: 60 })
      return
    } catch (error) {
      if (tries === 5 || (error as { readonly code?: string }).code !== noPartition) throw error
      await pause(100 * tries)
    }
  }
}
