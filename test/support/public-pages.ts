/** The pages that anybody may open, one of each kind. */

import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { paths } from '#web/paths.ts'

/** As the shipped leaflets and a census have them; the link of the last opens nothing, and shows its question. */
export const publicPages: readonly string[] = [
  ...[paths.home(), paths.map(), paths.find(), paths.services(), paths.treatments(), paths.figures()],
  ...[paths.leaflets(), paths.leaflet('nephrostomy'), paths.leaflet('nephrostomy', { print: 'large' })],
  ...[paths.leafletEasyRead('nephrostomy'), paths.treatment('nephrostomy'), paths.glossary(), paths.about()],
  ...[...PLAIN_PAGES.map(({ id }) => id), 'conditions', 'treatments', 'positions', 'cover'].map((id) =>
    paths.plain(id),
  ),
  ...[paths.stories(), paths.storyTell(), paths.patientLink('x'.repeat(43))],
]
