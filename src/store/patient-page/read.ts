/** Reads what a patient's own page is made of: the one case of the link, in a small and constant number of queries. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { languageNamed } from '#core/leaflet/leaflet.ts'
import type { LetterFacts } from '#core/letter/facts.ts'
import { instrumentAnswers } from '#core/pathway/kinds/instrument-answers.ts'
import { type LeafletToRead, leafletsToRead } from '#core/patient-page/leaflets-to-read.ts'
import { type GivenLeaflet, type PatientPage, patientPage } from '#core/patient-page/patient-page.ts'
import { contact } from '#core/service/kinds/the-service.ts'
import { inForce } from '#core/service/state.ts'
import { readCase } from '../case/read.ts'
import { scoreTables } from '../feedback/score-table.ts'
import { proceduresWithLeaflet } from '../leaflet/procedures.ts'
import type { Database } from '../open.ts'
import { organisationNames } from '../service/read.ts'
import { asPatient, type Opened } from './link.ts'

/** A leaflet with its permanent address, where it is one of ours; null: the service's own, on paper. */
export interface ReadableLeaflet extends GivenLeaflet {
  readonly entry: string | null
}

export interface ReadPatientPage {
  readonly page: PatientPage
  readonly leaflets: readonly ReadableLeaflet[]
  /** Published leaflets on what is planned or was done, of which none was given. */
  readonly toRead: readonly LeafletToRead[]
  /** What letters and the radiation card are made from. */
  readonly facts: LetterFacts
  readonly service: string
}

/** Null where the case is gone. */
export function readPatientPage(
  db: Database,
  opened: Opened,
  { now, fictional }: { readonly now: Date; readonly fictional: boolean },
): Promise<ReadPatientPage | null> {
  const today = ukDay(now.toISOString())
  return asPatient(db, opened, async (own) => {
    const found = await readCase(own, opened.caseId)
    if (!found) return null
    const ring = inForce(found.surroundings.service, contact, today).at(-1)?.body ?? null
    const hasAnswers = found.course.latest(instrumentAnswers) !== undefined
    const tables = hasAnswers ? await scoreTables(own) : new Map()
    const page = patientPage(found.course, ring, today, tables)
    const organisations = await organisationNames(own, found.row.organisations)
    const leaflets = await withAddresses(own, page.leaflets, found.row.treating)
    const wanted = leafletsToRead(found.course, page.leaflets)
    const published = wanted.length === 0 ? new Set() : await proceduresWithLeaflet(own)
    return {
      page,
      leaflets,
      toRead: wanted.filter(({ procedure }) => published.has(procedure)),
      service: organisations.get(found.row.treating) ?? found.row.treating,
      facts: {
        ...{ course: found.course, patient: found.patient, treating: found.row.treating },
        ...{ organisations, contact: ring, today, fictional },
      },
    }
  })
}

/**
 * The very version that was given. A service's first variant bears the number of a master's version as well:
 * the variant is meant from when it was published. One query.
 */
async function withAddresses(
  db: Database,
  given: readonly GivenLeaflet[],
  organisation: string,
): Promise<readonly ReadableLeaflet[]> {
  if (given.length === 0) return []
  const rows = await db
    .selectFrom('leaflet_version')
    .select(['entry', 'procedure', 'language', 'organisation', 'version', 'published_at'])
    .where(
      'procedure',
      'in',
      given.map(({ procedure }) => procedure),
    )
    .where((each) => each.or([each('organisation', 'is', null), each('organisation', '=', organisation)]))
    .where('published_at', 'is not', null)
    .execute()
  return given.map((leaflet) => {
    const language = languageNamed(leaflet.language)
    const fits = rows.filter(
      (row) =>
        row.procedure === leaflet.procedure && row.version === leaflet.version && row.language === language,
    )
    const [variant] = fits.filter((row) => row.organisation !== null)
    const [master] = fits.filter((row) => row.organisation === null)
    const isSince = variant?.published_at && variant.published_at <= new Date(leaflet.at)
    const meant = isSince ? variant : (master ?? variant)
    return { ...leaflet, entry: meant?.entry ?? null }
  })
}
