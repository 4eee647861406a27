/** What looks wrong in a referral: a code of another tumour, a paired organ without its side. */

import type { Bodies } from '../../bodies.ts'
import type { Warning } from '../remark.ts'

type Site = Bodies['referral']['tumour']['site']

/**
 * What a site's ICD-10 code begins with; a site that may have many is left out.
 *
 * @see domain-facts h: C22, C18, C64, C65, C78.7 are from the NICE pages; docs/sources.md, Formats: ICD-10's categories.
 *   C7A is of the American modification only
 * @unverified C90, D05, D30, D37 and D41
 */
const codes: Partial<Readonly<Record<Site, readonly string[]>>> = {
  hepatocellular: ['C22'],
  cholangiocarcinoma: ['C22', 'C23', 'C24'],
  'liver-metastases-colorectal': ['C78', 'C18', 'C19', 'C20'],
  'liver-metastases-neuroendocrine': ['C78', 'C7A', 'C17', 'C18', 'C25', 'C34', 'D37'],
  colorectal: ['C18', 'C19', 'C20', 'C21'],
  pancreas: ['C25'],
  'oesophago-gastric': ['C15', 'C16'],
  kidney: ['C64', 'C65', 'C79', 'D30', 'D41'],
  'bladder-ureter': ['C66', 'C67', 'C68'],
  prostate: ['C61'],
  lung: ['C34', 'C78'],
  bone: ['C40', 'C41', 'C79', 'C90'],
  breast: ['C50', 'D05'],
}

const paired: readonly Site[] = ['kidney', 'lung', 'breast']

export function referralWarnings({ tumour }: Bodies['referral']): readonly Warning[] {
  const found: Warning[] = []
  const expected = codes[tumour.site]
  if (expected && !expected.some((prefix) => tumour.icd10.startsWith(prefix)))
    found.push({ path: 'tumour.icd10', words: `${tumour.icd10} is not a usual code of the tumour site` })
  if (paired.includes(tumour.site) && tumour.laterality === undefined)
    found.push({
      path: 'tumour.laterality',
      words: 'Select the side, so that a treatment of the other one is noticed',
    })
  return found
}
