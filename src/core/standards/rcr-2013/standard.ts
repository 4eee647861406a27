/**
 * The College's guidance, first edition, as a standard.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013
 */

import type { Standard } from '../standard.ts'
import { section3 } from './section-3.ts'
import { section4 } from './section-4.ts'
import { section5 } from './section-5.ts'
import { section6 } from './section-6.ts'
import { section7 } from './section-7.ts'

export const rcr2013: Standard = {
  id: 'rcr-2013',
  title: 'Interventional oncology: guidance for service delivery',
  publisher: 'The Royal College of Radiologists',
  edition: 'First edition, 2013',
  date: 'Approved 31 October and 1 November 2013',
  source: 'Read in full, sections 3 to 7, in the text of the document',
  sections: [section3, section4, section5, section6, section7],
}
