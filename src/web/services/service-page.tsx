/** One service, for everyone: what it provides now and over the editions, and how to be referred to it. */

import type { ServiceHistory } from '#store/census/provision-data.ts'
import { dateWords } from '../components/dates.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { mapModel } from '../components/map-model.ts'
import { focusOn } from '../components/national-map/focus.ts'
import { CLASS_MARKS } from '../components/national-map/marks.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { HistoryTable } from './history.tsx'
import { HowToBeReferred } from './how-to-be-referred.tsx'
import { ProcedureColumns } from './procedure-columns.tsx'
import { type RecordedView, recordedCover } from './recorded.tsx'
import { ServiceFacts } from './service-facts.tsx'

export interface ServicePageProps {
  readonly c: PageContext
  readonly history: ServiceHistory
  readonly provision: ProvisionView
  readonly recorded: RecordedView
}

export function ServicePage({ c, history, provision, recorded }: ServicePageProps) {
  const { organisation } = history
  const { mapped, own } = withThis(history, provision)
  const mark = own ? CLASS_MARKS[own.class ?? 'no-answer'] : CLASS_MARKS['no-answer']
  const asked = provision.members.some(({ code }) => code === organisation.code)
  return (
    <Page
      c={c}
      title={organisation.name}
      here={paths.find()}
      breadcrumbs={[
        { text: 'Find a service', href: paths.find() },
        { text: 'All services', href: paths.services() },
      ]}
      description={`${organisation.name}: ${mark.words}`}
    >
      <h1 className="nhsuk-heading-xl">
        <span className="nhsuk-caption-xl">
          {organisation.region}, {organisation.nation}
        </span>
        {organisation.name}
      </h1>
      <Notices history={history} />
      <div className="fp-service">
        <div>
          <p className="fp-service__now">
            <MarkIcon mark={mark} size={32} />
            <span>{asked ? wordsNow(own !== undefined, mark.words) : 'Not asked in the latest census'}</span>
          </p>
          <EditionNote {...provision} />
          <ServiceFacts history={history} provision={own} cover={recordedCover(recorded)} />
        </div>
        <figure className="fp-service__map">
          <NationalMap
            title={`Where ${organisation.name} is`}
            description={`${organisation.mainSite}, ${organisation.region}.`}
            services={mapped}
            marks={CLASS_MARKS}
            focus={focusOn(organisation.longitude, organisation.latitude, 3.2, 1.8)}
          />
          <figcaption>{organisation.mainSite}</figcaption>
        </figure>
      </div>
      <ProcedureColumns code={organisation.code} provision={provision} />
      <HowToBeReferred history={history} own={own} view={provision} recorded={recorded} />
      <HistoryTable history={history} />
    </Page>
  )
}

function wordsNow(answered: boolean, words: string): string {
  return answered ? words : 'No answer yet'
}

/** The services of the edition; with this one added where the edition did not ask it. */
function withThis({ organisation }: ServiceHistory, provision: ProvisionView) {
  const { services } = mapModel(provision, undefined, false)
  const there = services.some(({ code }) => code === organisation.code)
  const self = { ...organisation, mark: 'no-answer', words: 'Not asked in this census' }
  const mapped = there ? services : [...services, self]
  return { mapped, own: provision.provisions.get(organisation.code) }
}

function Notices({ history: { organisation, successor, predecessors } }: Pick<ServicePageProps, 'history'>) {
  const closed = organisation.closedOn
  if (!closed && !successor && predecessors.length === 0) return null
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      {closed ? <p>This organisation closed on {dateWords(closed)}.</p> : null}
      {successor ? (
        <p>
          <a href={paths.service(successor.code)}>{successor.name}</a> carries on its services.
        </p>
      ) : null}
      {predecessors.length > 0 ? (
        <p>
          It carries on the services of{' '}
          {predecessors.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 ? ', ' : ''}
              <a href={paths.service(code)}>{name}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </div>
  )
}
