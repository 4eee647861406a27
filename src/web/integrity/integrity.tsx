/** The record's page: counts, the last seal, and what a verification of every chain and seal found. */

import { Button, InsetText } from 'nhsuk-react-components'
import { kindOf } from '#core/record/kind.ts'
import { faultLine } from '#core/record/verify.ts'
import { recordCounts } from '#store/census/room/record-counts.ts'
import { lastSeal } from '#store/record/seal.ts'
import { type Verified, verifyStore } from '#store/record/verify.ts'
import { dateTimeWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface Found {
  readonly verified: Verified
  readonly at: Date
  readonly seconds: number
}

export async function integrityPage(c: PageContext, found?: Found) {
  const { db } = c.var.store
  const [counts, seal] = await Promise.all([recordCounts(db), lastSeal(db)])
  const entries = counts.reduce((sum, { entries: own }) => sum + own, 0)
  return show(
    c,
    <Page c={c} title="Record" here={paths.integrity()}>
      <h1 className="nhsuk-heading-l">Record</h1>
      <p className="fp-statement">
        {entries.toLocaleString('en-GB')} entries. None can be changed or removed.
      </p>
      {found ? <Result {...found} /> : null}
      <form method="post" action={paths.integrity()}>
        <Button preventDoubleClick>{found ? 'Verify again' : 'Verify every chain and seal now'}</Button>
      </form>
      <h2 className="nhsuk-heading-m">What it means</h2>
      <p>
        Everything said about a service or an edition is an entry in its record. Each entry carries a digest
        over the one before it and all that it says itself. Change, remove or swap one, and every digest after
        it is wrong.
      </p>
      <p>
        Once a day the last digests of all records are sealed together and signed. Whoever cuts entries off
        the end of a record contradicts the last seal. Note its digest elsewhere, and nobody can rewrite what
        came before, not even whoever runs the database.
      </p>
      <p>
        The same check runs as a command: <code>npm run verify</code>.
      </p>
      <h2 className="nhsuk-heading-m">Last seal</h2>
      {seal ? (
        <p>
          Number {seal.number}, {dateTimeWords(seal.sealedAt)}, over {seal.heads}{' '}
          {seal.heads === 1 ? 'record' : 'records'} that had changed.
          <br />
          Digest <span className="fp-digest">{seal.digest}</span>
        </p>
      ) : (
        <p>None yet. The first is made after midnight.</p>
      )}
      <DataTable
        stacks
        caption="What is in it"
        rows={counts}
        keyOf={({ kind }) => kind}
        empty="Nothing has been said yet."
        columns={[
          {
            heading: 'Kind of entry',
            names: true,
            cell: ({ kind, version }) => kindOf(kind, version)?.title ?? kind,
          },
          { heading: 'Entries', number: true, cell: (row) => row.entries.toLocaleString('en-GB') },
          { heading: 'Records', number: true, cell: ({ subjects }) => subjects.toLocaleString('en-GB') },
          { heading: 'Latest', cell: ({ latestAt }) => dateTimeWords(latestAt) },
        ]}
      />
    </Page>,
  )
}

function Result({ verified, at, seconds }: Found) {
  const { entries, subjects, seals, erased, firstFault } = verified
  const read = `Read ${entries.toLocaleString('en-GB')} entries in ${subjects.toLocaleString('en-GB')} records and ${seals} ${seals === 1 ? 'seal' : 'seals'} on ${dateTimeWords(at)}, in ${seconds.toFixed(1)} seconds.`
  if (firstFault) {
    return (
      <div className="nhsuk-error-summary" role="alert">
        <h2 className="nhsuk-error-summary__title">The record does not hold</h2>
        <p>The first thing that does not hold: {faultLine(firstFault)}.</p>
        <p>{read}</p>
        <p>Keep the database as it is, and compare it with a backup from before.</p>
      </div>
    )
  }
  return (
    <InsetText>
      <p>
        <strong>Every chain and every seal holds.</strong> {read}
        {erased > 0 ? ` ${erased} bodies were erased by law; their entries say why.` : ''}
      </p>
    </InsetText>
  )
}

const running = new WeakMap<object, Promise<Found>>()

/** One at a time, for it reads everything: a press while one runs waits for the same answer. */
export async function verifyNow(c: PageContext) {
  const { pool } = c.var.store
  const found = running.get(pool) ?? verify(c).finally(() => running.delete(pool))
  running.set(pool, found)
  return integrityPage(c, await found)
}

async function verify(c: PageContext): Promise<Found> {
  const { config, store } = c.var
  const started = performance.now()
  const verified = await verifyStore(store.db, { publicKeys: config.sealPublicKeys })
  return { verified, at: c.var.now(), seconds: (performance.now() - started) / 1000 }
}
