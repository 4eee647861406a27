/** The page of a leaflet: the current version, or one version for good. */

import { renderToStaticMarkup } from 'react-dom/server'
import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { LANGUAGE_NAMES } from '#core/leaflet/leaflet.ts'
import { wordsOf } from '#core/leaflet/words/words.ts'
import { publishedLanguages } from '#store/leaflet/titles.ts'
import { keptPages } from '../components/kept-pages.ts'
import { LeafletSheet } from '../components/leaflet/leaflet-sheet.tsx'
import { QrCode } from '../components/qr-code.tsx'
import type { PageContext } from '../environment.ts'
import { htmlOf, Page } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type AskedLeaflet, askedLeaflet, askedVersion } from './asked.ts'
import { Drawn } from './rendered.ts'

const sheets = new Drawn<string>()
/** Each leaflet in its usual and its large print, and some of the versions that people were given. */
const pages = keptPages(120)

export async function leafletPage(c: PageContext) {
  const asked = await askedLeaflet(c)
  if (!asked) return notFound(c)
  const { procedure, version, large } = asked
  const languages = (await publishedLanguages(c.var.store.db, procedure.id)).filter(
    (language) => language !== version.language,
  )
  const view = { language: version.language === 'en' ? undefined : version.language }
  const draw = () =>
    htmlOf(
      <Page
        c={c}
        title={version.leaflet.title}
        here={paths.treatments()}
        breadcrumbs={[{ text: 'Leaflets', href: paths.leaflets() }]}
        description={procedure.plainly}
      >
        <div className="fp-reading">
          <ul className="fp-leaflet__ways" aria-label="Other ways to read this">
            <li>
              <a href={paths.leafletPdf(procedure.id, { ...view, print: large ? 'large' : undefined })}>
                PDF{large ? ' in large print' : ''}
              </a>
            </li>
            <li>
              {large ? (
                <a href={paths.leaflet(procedure.id, view)}>Usual print</a>
              ) : (
                <a href={paths.leaflet(procedure.id, { ...view, print: 'large' })}>Large print</a>
              )}
            </li>
            <li>
              <a href={paths.leafletEasyRead(procedure.id, view)}>Easy read</a>
            </li>
            {languages.map((language) => (
              <li key={language}>
                <a href={paths.leaflet(procedure.id, { language })} lang={language} hrefLang={language}>
                  {LANGUAGE_NAMES[language]}
                </a>
              </li>
            ))}
            <li>
              <a href={paths.treatment(procedure.id)}>About this treatment</a>
            </li>
          </ul>
          <Sheet c={c} asked={asked} />
        </div>
      </Page>,
    )
  return pages.answer(c, [keyOf(asked), ...languages].join(' '), draw)
}

/** Everything that the page depends on but for the languages that there are. */
const keyOf = ({ version, large }: AskedLeaflet): string =>
  [version.entry, version.state, version.leaflet.signOff?.on ?? '', large ? 'large' : 'usual'].join(' ')

export async function leafletVersionPage(c: PageContext) {
  const asked = await askedVersion(c)
  if (!asked) return notFound(c)
  const { procedure, version } = asked
  const draw = () =>
    htmlOf(
      <Page
        c={c}
        title={`${version.leaflet.title}, version ${version.version}`}
        here={paths.treatments()}
        breadcrumbs={[
          { text: 'Leaflets', href: paths.leaflets() },
          { text: version.leaflet.title, href: paths.leaflet(procedure.id) },
        ]}
      >
        <div className="fp-reading">
          <Past asked={asked} />
          <ul className="fp-leaflet__ways" aria-label="Other ways to read this">
            <li>
              <a href={paths.leafletVersion(procedure.id, version.entry, 'pdf')}>PDF of this version</a>
            </li>
          </ul>
          <Sheet c={c} asked={asked} />
        </div>
      </Page>,
    )
  return pages.answer(c, `${keyOf(asked)} version`, draw)
}

/** That a version is no longer the one in use, and where that is. */
function Past({ asked: { procedure, version } }: { readonly asked: AskedLeaflet }) {
  if (version.state === 'published') return null
  const { withdrawnAt, reason } = version
  return (
    <div className="fp-leaflet__standing" role="note">
      <p>
        <strong>
          {version.state === 'withdrawn'
            ? `This version was withdrawn${withdrawnAt ? ` on ${dayWords(ukDay(withdrawnAt.toISOString()))}` : ''}.`
            : 'There is a later version than this one.'}
        </strong>{' '}
        {reason ? `${reason} ` : ''}It stays here to be read by those who were given it.{' '}
        <a href={paths.leaflet(procedure.id)}>Read the current version</a>.
      </p>
    </div>
  )
}

function Sheet({ c, asked }: { readonly c: PageContext; readonly asked: AskedLeaflet }) {
  const { procedure, version, large } = asked
  const key = `${version.entry} ${version.leaflet.signOff?.on ?? ''} ${c.var.config.baseUrl}`
  const { code, current } = wordsOf(version.language).page
  const html =
    sheets.get(key) ??
    sheets.keep(
      key,
      renderToStaticMarkup(
        <LeafletSheet
          leaflet={version.leaflet}
          procedureName={procedure.name}
          code={
            <div className="fp-leaflet__code">
              <QrCode text={currentAddress(c, asked)} label={code} />
              {current}
            </div>
          }
        />,
      ),
    )
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew it from the version, now or for an earlier reader
    <div className={large ? 'fp-leaflet--large' : undefined} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

/** Where the version in use always stands. */
export function currentAddress(c: PageContext, { procedure, version }: AskedLeaflet): string {
  const language = version.language === 'en' ? undefined : version.language
  return `${c.var.config.baseUrl}${paths.leaflet(procedure.id, { language })}`
}
