/** My referrals: where each patient is whom one's organisation referred. */

import { Button, Checkboxes } from 'nhsuk-react-components'
import { procedureName } from '#core/catalogue/procedures.ts'
import { STAGE_WORDS } from '#core/pathway/case-kind.ts'
import { nameOf } from '#core/patient/patient.ts'
import { freshen } from '#store/case/freshen.ts'
import { noteLooks } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { type MadeReferral, referralsMade } from '#store/referral/made.ts'
import { caseKeyIn, caseKeyWords } from '../components/case-key.ts'
import { dateWords } from '../components/dates.ts'
import { PageLinks } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { referenceOf } from './reference.ts'

const rowsOnPage = 50

const answerWords: Readonly<Record<string, string>> = {
  acknowledged: 'Acknowledged',
  advice: 'Advice given',
  accepted: 'Accepted',
  refused: 'Refused',
}

export async function mine(c: PageContext) {
  const { organisations } = scopeFor(c, 'case:see')
  const own = c.req.query('own') === 'yes'
  const after = caseKeyIn(c.req.query('after'))
  const { made, names } = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, c.var.now())
    const made = await referralsMade(db, {
      organisations,
      author: own ? `person:${c.var.person?.id}` : null,
      after,
      size: rowsOnPage,
    })
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: organisations[0] ?? null,
      page: 'referrals made',
      looked: made.rows.map(({ patient, caseId }) => ({ patient, caseId })),
    })
    return {
      made,
      names: await organisationNames(
        db,
        made.rows.map(({ treating }) => treating),
      ),
    }
  })
  const last = made.rows.at(-1)
  return show(
    c,
    <Page
      c={c}
      title="My referrals"
      here={paths.cases()}
      breadcrumbs={[{ text: 'Cases', href: paths.cases() }]}
      wide
    >
      <h1 className="nhsuk-heading-l">My referrals</h1>
      {scopeFor(c, 'case:refer').organisations.length > 0 ? (
        <div className="fp-actions">
          <a className="nhsuk-button" href={paths.refer()}>
            Refer a patient
          </a>
        </div>
      ) : null}
      <form method="get" action={paths.referrals()} className="fp-inline-form" aria-label="Which referrals">
        <Checkboxes id="own" name="own" small>
          <Checkboxes.Item value="yes" defaultChecked={own}>
            Only those that I made
          </Checkboxes.Item>
        </Checkboxes>
        <Button secondary small>
          Show
        </Button>
      </form>
      <DataTable
        stacks
        caption="Referrals to other services, the newest first"
        rows={made.rows}
        keyOf={({ caseId }) => caseId}
        empty="Nobody was referred yet. A referral appears here when it is sent, with where the patient is."
        columns={columns(names)}
      />
      <PageLinks
        first={null}
        next={
          made.more && last ? paths.referrals({ own: own ? 'yes' : '', after: caseKeyWords(last) }) : null
        }
      />
    </Page>,
  )
}

function columns(names: ReadonlyMap<string, string>) {
  return [
    {
      heading: 'Patient',
      names: true,
      cell: (row: MadeReferral) => <a href={paths.referral(row.caseId)}>{nameOf(row)}</a>,
    },
    {
      heading: 'For',
      cell: ({ procedure }: MadeReferral) => (procedure ? procedureName(procedure) : 'Not recorded'),
    },
    { heading: 'To', cell: ({ treating }: MadeReferral) => names.get(treating) ?? treating },
    { heading: 'Sent', cell: ({ openedAt }: MadeReferral) => dateWords(openedAt) },
    {
      heading: 'Answer',
      cell: ({ answer, unread }: MadeReferral) => (
        <>
          {answer ? (answerWords[answer] ?? answer) : 'None yet'}
          {unread ? (
            <>
              {' '}
              <strong className="nhsuk-tag">Not read</strong>
            </>
          ) : null}
        </>
      ),
    },
    { heading: 'Where', cell: ({ stage }: MadeReferral) => STAGE_WORDS[stage] },
    { heading: 'Reference', cell: ({ caseId }: MadeReferral) => referenceOf(caseId) },
  ]
}
