/** Writes into a service's record: the entry, and with it who is asked to take patients by a referral pathway. */

import { serviceSubject } from '#core/census/kinds.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Kind } from '#core/record/kind.ts'
import { activityCount, validationResult, validationSample } from '#core/service/kinds/registry.ts'
import { referralPathway } from '#core/service/kinds.ts'
import { judgeAnew } from '../case/freshen.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from '../record/append.ts'
import { entriesOf } from '../record/read.ts'
import { tellRecipient } from './reminder.ts'

export interface ServiceStatement<Body = unknown> {
  /** A UUID of version 7, where the form carried one: sent twice, it is one entry. */
  readonly id?: string
  readonly organisation: string
  readonly kind: Kind<string, Body>
  readonly body: Body
  readonly occurredAt: Date
  /** `person:<id>` */
  readonly author: string
  readonly role: string
  /** The entry that it replaces. */
  readonly corrects?: string
}

export interface RecordOptions<Body> {
  /** The position of the head that the writer saw. */
  readonly expected?: number
  /** What else is written with the entry. */
  readonly project?: (tx: Transaction, entry: Entry<Body>) => Promise<void>
}

/**
 * Appends a statement to a service's record, signed for that organisation. The cases that it treats are
 * judged anew when somebody next looks: a licence or a protocol changes what they are judged by.
 */
export async function recordInService<Body>(
  db: Database | Transaction,
  { organisation, ...statement }: ServiceStatement<Body>,
  { expected, project }: RecordOptions<Body> = {},
): Promise<Appended<Body>> {
  return append(
    db,
    { ...statement, subject: serviceSubject(organisation), organisation },
    {
      ...(expected === undefined ? {} : { expected }),
      project: async (tx, entry) => {
        if (entry.kind === referralPathway.name) {
          await keepPathway(tx, organisation, entry)
          const { to } = entry.body as { readonly to: string }
          await tellRecipient(tx, { to, entry: entry.id, at: new Date(entry.recordedAt) })
        }
        if (!ofTheRegistry.has(entry.kind)) await judgeAnew(tx, organisation)
        await project?.(tx, entry)
      },
    },
  )
}

/** No case is judged by what a service says for the registry. */
const ofTheRegistry: ReadonlySet<string> = new Set(
  [activityCount, validationSample, validationResult].map(({ name }) => name),
)

async function keepPathway(tx: Transaction, organisation: string, entry: Entry): Promise<void> {
  const { to } = entry.body as { readonly to: string }
  await tx
    .insertInto('referral_pathway')
    .values({ pathway: await firstOf(tx, entry), from_organisation: organisation, to_organisation: to })
    .onConflict((conflict) => conflict.column('pathway').doUpdateSet({ to_organisation: to }))
    .execute()
}

/** The first statement that an entry goes back to. */
async function firstOf(tx: Transaction, entry: Entry): Promise<string> {
  if (!entry.corrects) return entry.id
  const course = courseOf(entry.subject, await entriesOf(tx, entry.subject))
  return course.standing(entry.id)?.first ?? entry.id
}
