/** What if by hand: open or close services on the map or in a list, and see who gains and who loses. */

import { Button, Select } from 'nhsuk-react-components'
import { procedureName, procedureWithin } from '#core/catalogue/procedures.ts'
import { situationOf } from '#store/network/situation.ts'
import { isoDay } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { ProcedureOptions, TravelBasisNote } from './proposals-parts.tsx'
import { ChangeKey } from './what-if-key.tsx'
import { ChangeMap, type ChangeSite } from './what-if-map.tsx'
import { tintOf } from './what-if-marks.ts'
import { ReachTables } from './what-if-reach.tsx'
import {
  readWhatIf,
  turned,
  type WhatIfModel,
  type WhatIfView,
  whatIfHref,
  whatIfModel,
} from './what-if-view.ts'

export async function whatIfPage(c: PageContext) {
  const asked = readWhatIf(c.req.query())
  const situation = await situationOf(c.var.store, { day: isoDay(c.var.now()) })
  const model = whatIfModel(asked, situation)
  const added = chosenByList(model, asked)
  if (added) return c.redirect(whatIfHref(added), 303)
  const { view, sites, change } = model
  const title = `What if: ${procedureName(view.procedure)}`
  return show(
    c,
    <NetworkPage c={c} part="what-if" title={title} islands={['what-if']} wide>
      <div className="fp-map-page">
        <div className="fp-map-page__head">
          <h1 className="nhsuk-heading-l">{title}</h1>
          <p className="fp-statement" data-live="statement">
            {model.sentence}
          </p>
          {c.req.query('procedure') && c.req.query('procedure') !== view.procedure ? (
            <p className="fp-late">
              The address names a procedure that does not exist. This is {procedureWithin(view.procedure)}.
            </p>
          ) : null}
          {model.unknown.length > 0 ? (
            <p className="fp-late">
              Left out, because no organisation of today’s network has this code: {model.unknown.join(', ')}.
            </p>
          ) : null}
        </div>
        <div className="fp-map-page__side">
          <div className="fp-panel" data-live="choices" data-live-unless-touched="">
            <Choices model={model} />
          </div>
          <section className="fp-what-if__changes" data-live="changed" aria-label="What is changed">
            <Changed model={model} />
          </section>
          <ChangeKey roles={sites.map(({ role }) => role)} tinted={sites.map(({ saves }) => tintOf(saves))} />
        </div>
        <ChangeMap
          title={`Map of the United Kingdom: ${title}`}
          description={`${model.sentence} Each service is a link that opens or closes it; the lists and tables do the same.`}
          sites={sites}
          listHref="#who"
          press={pressWords}
        />
        <section className="fp-map-page__list" id="who" data-live="who" aria-label="Who gains and who loses">
          <h2 className="nhsuk-heading-m">Who gains and who loses</h2>
          <ReachTables change={change} />
        </section>
        <div className="fp-map-page__list">
          <TravelBasisNote situation={situation} />
        </div>
      </div>
    </NetworkPage>,
  )
}

const pressWords = ({ role }: ChangeSite): string =>
  role === 'offers'
    ? 'Press to close it'
    : role === 'new'
      ? 'Press to leave it as it is'
      : role === 'left-out'
        ? 'Press to keep it open'
        : 'Press to open it'

/** A service that was chosen in a list, without scripts: the address with it turned about. */
function chosenByList({ view, sites }: WhatIfModel, asked: { add: string; drop: string }): WhatIfView | null {
  const found = (code: string, role: string) => sites.some((site) => site.code === code && site.role === role)
  let next: WhatIfView | null = null
  if (found(asked.add, 'other')) next = turned(next ?? view, asked.add, false)
  if (found(asked.drop, 'offers')) next = turned(next ?? view, asked.drop, true)
  return next
}

function Choices({ model: { view, sites } }: { readonly model: WhatIfModel }) {
  const { procedure, open, close } = view
  const of = (role: string) => sites.filter((site) => site.role === role)
  return (
    <>
      <form method="get" action={paths.networkWhatIf()} data-what-if-form="">
        <Select id="procedure" name="procedure" label="Procedure" defaultValue={procedure}>
          <ProcedureOptions />
        </Select>
        <Button small secondary>
          Show
        </Button>
      </form>
      <form method="get" action={paths.networkWhatIf()} data-what-if-form="">
        <input type="hidden" name="procedure" value={procedure} />
        <input type="hidden" name="open" value={open.join(',')} />
        <input type="hidden" name="close" value={close.join(',')} />
        <SiteSelect name="add" label="Open a service at" sites={of('other')} />
        <SiteSelect name="drop" label="Close the service of" sites={of('offers')} />
        <div className="fp-actions">
          <Button small>See what comes of it</Button>
        </div>
      </form>
    </>
  )
}

function Changed({ model: { view, sites } }: { readonly model: WhatIfModel }) {
  const changed = sites.filter(({ role }) => role === 'new' || role === 'left-out')
  return (
    <>
      <h2 className="nhsuk-heading-xs">
        {changed.length === 0 ? 'Nothing is changed yet' : 'What is changed'}
      </h2>
      {changed.length === 0 ? (
        <p className="fp-quiet">Press a service on the map, or choose one above.</p>
      ) : (
        <>
          <ul className="fp-what-if__changed">
            {changed.map(({ code, name, role, href }) => (
              <li key={code}>
                <span>
                  {role === 'new' ? 'Opened' : 'Closed'}: {name}
                </span>
                <a href={href}>
                  Undo<span className="nhsuk-u-visually-hidden">: {name}</span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={whatIfHref({ ...view, open: [], close: [] })}>Start again from today</a>
          </p>
        </>
      )}
    </>
  )
}

interface SiteSelectProps {
  readonly name: string
  readonly label: string
  readonly sites: readonly { readonly code: string; readonly name: string }[]
}

function SiteSelect({ name, label, sites }: SiteSelectProps) {
  return (
    <Select id={name} name={name} label={label} defaultValue="">
      <Select.Option value="">{sites.length === 0 ? 'There is none' : 'Choose one'}</Select.Option>
      {sites.map((site) => (
        <Select.Option key={site.code} value={site.code}>
          {site.name}
        </Select.Option>
      ))}
    </Select>
  )
}
