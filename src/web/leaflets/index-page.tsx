/** All leaflets: A to Z by procedure or by condition, with a search. */

import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { type LeafletTitle, leafletTitles } from '#store/leaflet/titles.ts'
import { AToZ, fromAToZ } from '../components/a-to-z.tsx'
import { keptPages } from '../components/kept-pages.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf, Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { leafletsFor } from './found.ts'

const longestSearch = 80

/** Those without a search, by what they list. */
const pages = keptPages(4)

export async function leafletsPage(c: PageContext) {
  const titles = (await leafletTitles(c.var.store.db)).filter(({ language }) => language === 'en')
  const sought = (c.req.query('q') ?? '').trim().slice(0, longestSearch)
  const byCondition = c.req.query('by') === 'condition'
  const page = (
    <Page
      c={c}
      title={sought ? `Leaflets: ${sought}` : 'Leaflets'}
      here={paths.treatments()}
      description="A leaflet in plain words for every procedure of interventional oncology."
    >
      <div className="fp-reading">
        <h1 className="nhsuk-heading-xl">Leaflets</h1>
        <div className="nhsuk-u-reading-width">
          <p className="nhsuk-lede-text">
            What each treatment is, what happens on the day, what may go wrong and when to call for help. In
            plain words, to read before you talk with your team.
          </p>
          <search>
            <form method="get" action={paths.leaflets()}>
              <div className="nhsuk-form-group">
                <label className="nhsuk-label nhsuk-label--s" htmlFor="q">
                  Search
                </label>
                <div className="nhsuk-hint" id="q-hint">
                  Such as liver, stent or jaundice
                </div>
                <input
                  className="nhsuk-input nhsuk-input--width-20"
                  id="q"
                  name="q"
                  type="search"
                  maxLength={longestSearch}
                  defaultValue={sought}
                  aria-describedby="q-hint"
                />
              </div>
              <button className="nhsuk-button" type="submit">
                Search
              </button>
            </form>
          </search>
        </div>
        {sought ? <Found sought={sought} titles={titles} /> : null}
        {sought ? null : byCondition ? <ByCondition titles={titles} /> : <ByProcedure titles={titles} />}
        <p>
          The doctors’ words are explained in the <a href={paths.glossary()}>glossary</a>.
        </p>
      </div>
    </Page>
  )
  if (sought) return show(c, page)
  const key = JSON.stringify([byCondition, titles])
  return pages.answer(c, key, () => htmlOf(page))
}

function Found({ sought, titles }: { readonly sought: string; readonly titles: readonly LeafletTitle[] }) {
  const found = leafletsFor(titles, sought)
  return (
    <section aria-labelledby="found">
      <h2 className="nhsuk-heading-l" id="found">
        {found.length === 0
          ? `No leaflet is about “${sought}”`
          : `${found.length} ${found.length === 1 ? 'leaflet' : 'leaflets'} for “${sought}”`}
      </h2>
      {found.length === 0 ? <p>Try another word, or fewer letters of it.</p> : <List titles={found} />}
      <p>
        <a href={paths.leaflets()}>All leaflets</a>
      </p>
    </section>
  )
}

function ByProcedure({ titles }: { readonly titles: readonly LeafletTitle[] }) {
  return (
    <>
      <Switch by="procedure" />
      <AToZ items={titles} nameOf={({ title }) => title}>
        {(under) => <List titles={under} />}
      </AToZ>
    </>
  )
}

function ByCondition({ titles }: { readonly titles: readonly LeafletTitle[] }) {
  const byProcedure = new Map(titles.map((each) => [each.procedure, each]))
  return (
    <>
      <Switch by="condition" />
      {fromAToZ(CONDITIONS, ({ name }) => name).map(({ id, name, mayBeUsed }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="nhsuk-heading-m" id={id}>
            {name}
          </h2>
          <List titles={mayBeUsed.flatMap(({ procedure }) => byProcedure.get(procedure) ?? [])} />
        </section>
      ))}
    </>
  )
}

function Switch({ by }: { readonly by: 'procedure' | 'condition' }) {
  const ways = [
    { by: 'procedure', text: 'By treatment', href: paths.leaflets() },
    { by: 'condition', text: 'By illness or complaint', href: paths.leaflets({ by: 'condition' }) },
  ]
  return (
    <nav className="fp-parts nhsuk-u-margin-top-4" aria-label="How they are sorted">
      <ul>
        {ways.map((way) => (
          <li key={way.by}>
            <a href={way.href} aria-current={way.by === by ? 'page' : undefined}>
              {way.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function List({ titles }: { readonly titles: readonly LeafletTitle[] }) {
  return (
    <ul className="fp-az">
      {titles.map(({ procedure, title }) => (
        <li key={procedure}>
          <a href={paths.leaflet(procedure)}>{title}</a>
          <p>{procedureById(procedure)?.name}</p>
        </li>
      ))}
    </ul>
  )
}
