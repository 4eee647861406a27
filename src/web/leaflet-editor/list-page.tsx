/** The leaflets' workshop: each leaflet with what is in use, what is being written, what waits for whom. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { LANGUAGE_NAMES } from '#core/leaflet/leaflet.ts'
import { leafletFor } from '#core/service/standing.ts'
import { draftsOf, type ListedDraft } from '#store/leaflet/draft.ts'
import { type KeptVersion, leafletsInUse, versionsInReview } from '#store/leaflet/read.ts'
import { readService } from '#store/service/read.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { maySign, mayWrite, nameOf, ownOrganisation } from './at.ts'
import { EditorFrame } from './frame.tsx'

interface Listed {
  readonly procedure: string
  readonly title: string
  readonly master: KeptVersion | undefined
  /** The service's own variant; undefined: it gives the master. */
  readonly variant: KeptVersion | undefined
  /** What the service's record says that it gives; undefined: nothing, or this is the nation's list. */
  readonly adopted: { readonly title: string; readonly version: string } | undefined
  readonly drafts: readonly ListedDraft[]
  readonly inReview: readonly KeptVersion[]
}

export async function listPage(c: PageContext) {
  const { db } = c.var.store
  const organisation = ownOrganisation(c)
  const [masters, masterDrafts, masterReviews, variants, drafts, reviews, service] = await Promise.all([
    leafletsInUse(db, null),
    organisation ? [] : draftsOf(db, null),
    organisation ? [] : versionsInReview(db, null),
    organisation ? leafletsInUse(db, organisation) : [],
    organisation ? draftsOf(db, organisation) : [],
    organisation ? versionsInReview(db, organisation) : [],
    organisation ? readService(db, organisation) : null,
  ])
  const today = isoDay(c.var.now())
  const rows = PROCEDURES.map(({ id, name }): Listed => {
    const isOf = (each: { readonly procedure: string }) => each.procedure === id
    return {
      procedure: id,
      title: name,
      master: masters.find((each) => isOf(each) && each.language === 'en'),
      variant: variants.find((each) => isOf(each) && each.language === 'en'),
      adopted: service ? leafletFor(service.course, id, 'English', today)?.body : undefined,
      drafts: [...masterDrafts, ...drafts].filter(isOf),
      inReview: [...masterReviews, ...reviews].filter(isOf),
    }
  })
  const where = service?.organisation.name ?? null
  return show(
    c,
    <EditorFrame c={c} title="Leaflets">
      <h1 className="nhsuk-heading-l">{where ? `Leaflets of ${where}` : 'Leaflets'}</h1>
      <p>{sentence(rows, organisation, today)}</p>
      <Waiting c={c} rows={rows} organisation={organisation} />
      <h2 className="nhsuk-heading-m">All leaflets</h2>
      <DataTable
        stacks
        caption="Leaflets by procedure"
        captionHidden
        rows={rows}
        keyOf={({ procedure }) => procedure}
        columns={[
          {
            heading: 'Procedure',
            names: true,
            cell: ({ procedure, title }) => (
              <a href={paths.leafletEditorOf(nameOf({ procedure, language: 'en', organisation }))}>{title}</a>
            ),
          },
          { heading: organisation ? 'You give' : 'In use', cell: (row) => inUseWords(row, organisation) },
          { heading: 'Signed off', cell: ({ master, variant }) => signedWords(variant ?? master) },
          { heading: 'Review due', cell: ({ master, variant }) => dueWords(variant ?? master) },
          { heading: 'In hand', cell: (row) => handWords(row) },
        ]}
      />
    </EditorFrame>,
  )
}

function sentence(rows: readonly Listed[], organisation: string | null, day: string): string {
  const inUse = rows.flatMap(({ master, variant }) => variant ?? master ?? [])
  const unsigned = inUse.filter(({ leaflet }) => !leaflet.signOff).length
  const overdue = inUse.filter(({ leaflet }) => leaflet.reviewDue < day).length
  const own = rows.filter(({ variant }) => variant).length
  const first = organisation
    ? `${own} of ${rows.length} leaflets are your own variants; for the others you give the master’s.`
    : `${inUse.length} of ${rows.length} procedures have a leaflet in use.`
  return `${first} ${unsigned} of those in use are not signed off by a clinician; ${overdue === 0 ? 'none is' : `${overdue} are`} overdue for review.`
}

function inUseWords({ master, variant, adopted }: Listed, organisation: string | null): string {
  if (variant) return `Your version ${variant.version}${behindWords(variant.base, master)}`
  if (!organisation) return master ? `Version ${master.version}` : 'None'
  if (!adopted) return 'Nothing that your record names'
  const isMasters = master?.leaflet.title === adopted.title
  return `“${adopted.title}”, version ${adopted.version}${isMasters ? behindWords(adopted.version, master) : ''}`
}

/** Where the master has gone on since. */
const behindWords = (version: string | null, master: KeptVersion | undefined): string =>
  master && master.version !== version ? `; the master is at ${master.version} now` : ''

const signedWords = (version: KeptVersion | undefined): string =>
  version?.leaflet.signOff
    ? `${version.leaflet.signOff.name}, ${dateWords(version.leaflet.signOff.on)}`
    : 'Not yet'

const dueWords = (version: KeptVersion | undefined): string =>
  version ? dateWords(version.leaflet.reviewDue) : 'not recorded'

function handWords({ drafts, inReview }: Listed) {
  if (drafts.length + inReview.length === 0) return 'Nothing'
  return (
    <ul className="nhsuk-list fp-plain-list">
      {drafts.map((draft) => (
        <li key={nameOf(draft)}>
          <a href={paths.leafletEditorOf(nameOf(draft), 'draft')}>Draft{languageWords(draft)}</a> by{' '}
          {draft.savedBy}
        </li>
      ))}
      {inReview.map((version) => (
        <li key={version.entry}>
          <a href={paths.leafletEditorVersion(nameOf(version), version.entry)}>
            Version {version.version}
            {languageWords(version)} in review
          </a>
        </li>
      ))}
    </ul>
  )
}

const languageWords = ({ language }: Pick<KeptVersion, 'language'>): string =>
  language === 'en' ? '' : ` (${LANGUAGE_NAMES[language]})`

/** What waits for this person: versions to sign, or signed ones to publish; variants that the master has left behind. */
function Waiting({
  c,
  rows,
  organisation,
}: {
  readonly c: PageContext
  readonly rows: readonly Listed[]
  readonly organisation: string | null
}) {
  const waiting = rows.flatMap(({ inReview }) => inReview)
  const toSign = maySign(c, organisation) ? waiting.filter(({ leaflet }) => !leaflet.signOff) : []
  const toPublish = mayWrite(c, organisation) ? waiting.filter(({ leaflet }) => leaflet.signOff) : []
  const behind = mayWrite(c, organisation)
    ? rows.filter(({ master, variant }) => variant && master && variant.base !== master.version)
    : []
  if (toSign.length + toPublish.length + behind.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">What waits for you</h2>
      <ul>
        {toSign.map((version) => (
          <li key={version.entry}>
            <a href={paths.leafletEditorVersion(nameOf(version), version.entry)}>
              Read and sign off {version.leaflet.title}, version {version.version}
            </a>{' '}
            <span className="fp-quiet">by {version.author}</span>
          </li>
        ))}
        {toPublish.map((version) => (
          <li key={version.entry}>
            <a href={paths.leafletEditorVersion(nameOf(version), version.entry)}>
              Publish {version.leaflet.title}, version {version.version}
            </a>{' '}
            <span className="fp-quiet">signed off by {version.leaflet.signOff?.name}</span>
          </li>
        ))}
        {behind.map(({ variant, master }) =>
          variant && master ? (
            <li key={variant.entry}>
              <a href={paths.leafletEditorOf(nameOf(variant), 'merge')}>
                Take over what the master changed in {master.leaflet.title}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </>
  )
}
