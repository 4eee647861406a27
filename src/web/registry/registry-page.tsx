/** The registry in public: what it is, for whom, how complete it is, its figures, how to check one, how to opt out. */

import { ruleOf } from '#core/registry/disclosure/policy.ts'
import { dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type Shown, shownWords } from './counts.tsx'

export interface PublishedFigure {
  readonly href: string
  readonly title: string
  readonly finding: string
  readonly publishedAt: Date
}

/** Of one endpoint: how much of what is due is there. */
export interface Completeness {
  readonly title: string
  readonly unit: string
  readonly due: Shown
  readonly known: Shown
  readonly missing: Shown
}

export interface RegistryFacts {
  readonly id: string
  readonly asOf: string
  readonly treatments: Shown
  readonly patients: Shown
  readonly organisations: Shown
  readonly excluded: number
  /** Sentences on how long patients were followed. */
  readonly followUp: readonly string[]
  readonly completeness: readonly Completeness[]
}

interface RegistryPageProps {
  readonly c: PageContext
  /** Null while no snapshot was taken; what is wrong with the latest where it cannot be read. */
  readonly facts: RegistryFacts | string | null
  readonly figures: readonly PublishedFigure[]
}

export function RegistryPage({ c, facts, figures }: RegistryPageProps) {
  return (
    <Page
      c={c}
      title="Registry"
      here={paths.registry()}
      description="Outcomes of interventional oncology: did it work, was it safe, what did the patient say; with what is missing beside every figure."
    >
      <h1 className="nhsuk-heading-xl">Registry</h1>
      <p className="nhsuk-lede-text">
        Did it work, was it safe, and what did the patient say? The registry answers from the record that care
        makes anyway, shows what is missing beside every figure, and lets anyone recompute any of them.
      </p>
      {may(c, 'registry:explore') ? <Doors c={c} /> : null}
      <Figures figures={figures} />
      {typeof facts === 'string' || !facts ? <NoSnapshot fault={facts} /> : <Completenesses facts={facts} />}
      <ForWhom />
      <Recompute />
      <OptOut />
    </Page>
  )
}

/** What those who work with the registry open from here. */
function Doors({ c }: { readonly c: PageContext }) {
  return (
    <div className="fp-actions">
      <a className="nhsuk-button" href={paths.registryExplore()}>
        Explore
      </a>
      <a href={paths.registrySnapshots()}>Snapshots</a>
      {may(c, 'registry:see-downloads') ? <a href={paths.registryDownloads()}>Downloads</a> : null}
    </div>
  )
}

function Figures({ figures }: { readonly figures: readonly PublishedFigure[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-l">Figures</h2>
      {figures.length === 0 ? (
        <p>No figure has been published yet.</p>
      ) : (
        <ul className="fp-figure-list">
          {figures.map(({ href, title, finding, publishedAt }) => (
            <li key={href}>
              <a href={href}>
                <span>
                  <strong>{title}</strong>
                  {finding}. <span className="fp-quiet">Published on {dateWords(publishedAt)}.</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Completenesses({ facts }: { readonly facts: RegistryFacts }) {
  const { treatments, patients, organisations } = facts
  return (
    <>
      <h2 className="nhsuk-heading-l" id="completeness">
        How complete it is
      </h2>
      <p className="fp-statement">
        {shownWords(treatments)} treatments of {shownWords(patients)} patients at {shownWords(organisations)}{' '}
        services, as of {dateWords(facts.asOf)}.
      </p>
      {facts.followUp.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <DataTable
        stacks
        caption="What is due and what is there, endpoint by endpoint"
        rows={facts.completeness}
        keyOf={({ title }) => title}
        columns={[
          { heading: 'Endpoint', names: true, cell: ({ title }) => title },
          { heading: 'Due', number: true, cell: ({ due }) => shownWords(due) },
          { heading: 'Recorded', number: true, cell: ({ known }) => shownWords(known) },
          { heading: 'Missing', number: true, cell: ({ missing }) => shownWords(missing) },
          { heading: 'Complete', number: true, cell: completeWords },
        ]}
      />
      <p className="fp-quiet">
        {facts.excluded === 0
          ? 'Nobody is left out. '
          : `${facts.excluded} ${facts.excluded === 1 ? 'person is' : 'people are'} left out, because they opted out, refused, or are test patients. `}
        Snapshot <span className="fp-digest">{facts.id}</span>.
      </p>
    </>
  )
}

function completeWords({ due, known }: Completeness): string {
  if (due === '*' || known === '*') return '*'
  return due === 0 ? 'none due' : `${Math.floor((100 * known) / due)}%`
}

function NoSnapshot({ fault }: { readonly fault: string | null }) {
  return (
    <>
      <h2 className="nhsuk-heading-l" id="completeness">
        How complete it is
      </h2>
      <p>
        {fault
          ? `The latest snapshot cannot be read, and nothing is shown from it. ${fault}`
          : 'No snapshot of the registry was taken yet. One is taken each night.'}
      </p>
    </>
  )
}

function ForWhom() {
  return (
    <>
      <h2 className="nhsuk-heading-l">For whom</h2>
      <div className="fp-columns">
        <div>
          <h3 className="nhsuk-heading-s">Patients and the public</h3>
          <p>
            What these treatments come to, in figures that hide nothing. Read about{' '}
            <a href={paths.treatments()}>each treatment</a> first.
          </p>
        </div>
        <div>
          <h3 className="nhsuk-heading-s">Services</h3>
          <p>
            Where you stand against the nation, with your own missing data. Only you see your service by name;
            sign in to open it.
          </p>
        </div>
        <div>
          <h3 className="nhsuk-heading-s">Researchers</h3>
          <p>
            Cohorts and figures on the page, or whole snapshots under terms. Start with the{' '}
            <a href={paths.registryDictionary()}>data dictionary</a> and the{' '}
            <a href={paths.registryComparators()}>published comparators</a>.
          </p>
        </div>
      </div>
    </>
  )
}

function Recompute() {
  return (
    <div className="nhsuk-u-reading-width">
      <h2 className="nhsuk-heading-l" id="recompute">
        How to recompute a figure
      </h2>
      <ol>
        <li>
          Open the figure and download its figure file (JSON): what it shows, of which snapshot, with its
          digest.
        </li>
        <li>
          Get that snapshot (<code>snapshot.tar</code>): researchers download it under terms. It holds Parquet
          files, signed.
        </li>
        <li>
          On any machine with this project’s source and nothing else, run{' '}
          <code className="fp-wrap">npm run reproduce -- figure.json --snapshot snapshot.tar</code>.
        </li>
        <li>
          It checks the signature and every file, computes the figure anew, and says whether the digest is the
          same.
        </li>
      </ol>
    </div>
  )
}

/** The strictest of the nations’: figures are of several. */
const { largestWithheld: largest } = ruleOf([])

function OptOut() {
  return (
    <div className="nhsuk-u-reading-width">
      <h2 className="nhsuk-heading-l" id="opt-out">
        What is known of a patient, and how to opt out
      </h2>
      <p>
        Rows of the registry hold no name, number, address or free text, and no date of birth. A patient is a
        pseudonym that nobody outside can turn back. Small counts below a whole nation, up to {largest}, are
        not shown, nor is any number from which one could be worked out.
      </p>
      <p>
        In England, the national data opt-out is followed: whoever chose it is in no later snapshot. Anyone
        can also tell the team that treats them that they refuse; care goes on the same either way. Snapshots
        that were given out before are not called back, and those who have them have to start new work from
        the latest.
      </p>
    </div>
  )
}
