/** Where a figure's numbers come from: the edition's digest, or that it is still open; and how to cite it. */
import type { Config } from '#config'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { paths } from '../paths.ts'
import { type Figure, numberOf, subjectOf, type View } from './figure.ts'

export const FICTIONAL = 'Fictional demonstration data'

/** "Edition closed on 1 May 2017; digest SHA-256 ab12..." or "Open edition, not yet closed, as of ...". */
export function standingWords({ edition, entries }: View, now: Date): string {
  if (!edition) return 'No edition has opened yet.'
  if (edition.state === 'closed') {
    const on = edition.closedAt ? ` on ${dateWords(edition.closedAt)}` : ''
    return `Edition closed${on}; digest SHA-256 ${edition.digest ?? 'not recorded'}.`
  }
  return `Open edition, not yet closed: as of ${dateTimeWords(now)}, ${entries} entries of the record.`
}

export function citation(figure: Figure, view: View, config: Pick<Config, 'baseUrl'>, now: Date): string {
  const { edition } = view
  if (!edition) return ''
  const parts = [
    `Fourth Pillar, ${edition.title} (as of ${dateWords(edition.censusOn)}), ${numberOf(figure.id).toLowerCase()}: ${subjectOf(figure.id)}.`,
    edition.fictional ? `${FICTIONAL}.` : '',
    edition.state === 'closed'
      ? `Edition digest SHA-256 ${edition.digest ?? 'not recorded'}.`
      : standingWords(view, now),
    `${config.baseUrl}${paths.figure(edition.id, figure.id)}`,
  ]
  return parts.filter(Boolean).join(' ')
}
