/** Reads what a patient's own page is made of: the one case of the link, in a small and constant number of queries. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { LANGUAGE_NAMES, type Language } from '#core/leaflet/leaflet.ts'
import type { LetterFacts } from '#core/letter/facts.ts'
import { type GivenLeaflet, type PatientPage, patientPage } from '#core/patient-page/patient-page.ts'
import { contact } from '#core/service/kinds/the-service.ts'
import { inForce } from '#core/service/state.ts'
import { readCase } from '../case/read.ts'
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
    const page = patientPage(found.course, ring, today)
    const organisations = await organisationNames(own, found.row.organisations)
    const leaflets = await withAddresses(own, page.leaflets, found.row.treating)
    return {
      page,
      leaflets,
      service: organisations.get(found.row.treating) ?? found.row.treating,
      facts: {
        ...{ course: found.course, patient: found.patient, treating: found.row.treating },
        ...{ organisations, contact: ring, today, fictional },
      },
    }
  })
}

/** The very version that was given: the service's variant of that number, else the master's. One query. */
async function withAddresses(
  db: Database,
  given: readonly GivenLeaflet[],
  organisation: string,
): Promise<readonly ReadableLeaflet[]> {
  if (given.length === 0) return []
  const rows = await db
    .selectFrom('leaflet_version')
    .select(['entry', 'procedure', 'language', 'organisation', 'version'])
    .where(
      'procedure',
      'in',
      given.map(({ procedure }) => procedure),
    )
    .where((each) => each.or([each('organisation', 'is', null), each('organisation', '=', organisation)]))
    .where('state', '!=', 'in-review')
    .execute()
  return given.map((leaflet) => {
    const fits = rows.filter(
      ({ procedure, version, language }) =>
        procedure === leaflet.procedure &&
        version === leaflet.version &&
        language === languageNamed(leaflet.language),
    )
    const found = fits.find((each) => each.organisation === organisation) ?? fits[0]
    return { ...leaflet, entry: found?.entry ?? null }
  })
}

function languageNamed(words: string): Language {
  const known = Object.entries(LANGUAGE_NAMES).find(([, name]) => name === words)
  return (known?.[0] as Language | undefined) ?? 'en' // a name of the table, or English
}
