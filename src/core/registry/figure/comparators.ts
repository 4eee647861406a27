/**
 * Published results of other registries, as data: shown as a reference beside the figure that asks the same, never
 * mixed into it.
 *
 * @see domain-facts j, where each was read; docs/sources.md
 */

import type { Cohort } from '../cohort.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Comparator } from './comparator.ts'

const sirt = 'selective-internal-radiation-therapy'

export interface Published extends Comparator {
  readonly procedure: string
  /** Three characters of ICD-10; null: whatever the diagnosis. */
  readonly icd10: readonly string[] | null
  readonly outcome:
    | 'overall-survival'
    | 'progression-free-survival'
    | 'mortality-30'
    | 'severe-30'
    | 'technical-success'
    | 'complication-30'
}

const cirt = {
  registry: 'CIRT (resin SIRT, Europe, 2015 to 2017)',
  procedure: sirt,
  measure: 'median-survival-months',
  outcome: 'overall-survival',
  source: 'PubMed 32959085, PMC7728645',
  verified: true,
} as const
const ctE = {
  registry: 'NHS England commissioning through evaluation, SIRT, 2013 to 2017',
  procedure: sirt,
  icd10: ['C18', 'C19', 'C20'],
  population: 'Colorectal cancer, liver metastases',
  measure: 'median-survival-months',
  of: 399,
  source: 'orca.cardiff.ac.uk/id/eprint/115935',
  verified: true,
} as const

export const publishedComparators: readonly Published[] = [
  {
    ...cirt,
    id: 'cirt-hcc',
    population: 'Hepatocellular carcinoma',
    icd10: ['C22'],
    estimate: 16.5,
    lower: 14.2,
    upper: 19.3,
    of: 422,
  },
  {
    ...cirt,
    id: 'cirt-icc',
    population: 'Intrahepatic cholangiocarcinoma',
    icd10: ['C22'],
    estimate: 14.6,
    lower: 10.9,
    upper: 17.9,
    of: 120,
  },
  {
    ...cirt,
    id: 'cirt-crc',
    population: 'Colorectal cancer, liver metastases',
    icd10: ['C18', 'C19', 'C20'],
    estimate: 9.8,
    lower: 8.3,
    upper: 12.9,
    of: 237,
  },
  {
    ...cirt,
    id: 'cirt-pancreas',
    population: 'Pancreatic cancer, liver metastases',
    icd10: ['C25'],
    estimate: 5.6,
    lower: 4.1,
    upper: 6.6,
    of: null,
  },
  {
    ...cirt,
    id: 'cirt-breast',
    population: 'Breast cancer, liver metastases',
    icd10: ['C50'],
    estimate: 10.6,
    lower: 7.3,
    upper: 14.4,
    of: null,
  },
  {
    ...cirt,
    id: 'cirt-melanoma',
    population: 'Melanoma, liver metastases',
    icd10: ['C43', 'C69'],
    estimate: 14.6,
    lower: 7.3,
    upper: 21.4,
    of: null,
  },
  {
    ...cirt,
    id: 'cirt-net',
    population: 'Neuroendocrine tumours, liver metastases',
    icd10: ['C7A', 'C17', 'D37'],
    estimate: 33.1,
    lower: 22.1,
    upper: null,
    of: 58,
  },
  {
    ...cirt,
    id: 'cirt-mortality',
    population: 'All diagnoses',
    icd10: null,
    measure: 'proportion',
    outcome: 'mortality-30',
    estimate: 0.01,
    lower: null,
    upper: null,
    of: 1027,
  },
  {
    ...cirt,
    id: 'cirt-severe',
    population: 'All diagnoses; adverse events of grade 3 or 4',
    icd10: null,
    measure: 'proportion',
    outcome: 'severe-30',
    estimate: 0.025,
    lower: null,
    upper: null,
    of: 1027,
  },
  { ...ctE, id: 'cte-os', outcome: 'overall-survival', estimate: 7.6, lower: 6.9, upper: 8.3 },
  { ...ctE, id: 'cte-pfs', outcome: 'progression-free-survival', estimate: 3.0, lower: 2.8, upper: 3.1 },
  {
    ...ctE,
    id: 'cte-severe',
    outcome: 'severe-30',
    measure: 'proportion',
    estimate: 0.08,
    lower: null,
    upper: null,
  },
  {
    id: 'cirel-severe',
    registry: 'CIREL (irinotecan-eluting beads, Europe, 2018 to 2020), first 50 patients',
    population: 'Colorectal cancer, liver metastases; grade 3 or 4 within 30 days',
    procedure: 'transarterial-chemoembolisation',
    icd10: ['C18', 'C19', 'C20'],
    measure: 'proportion',
    outcome: 'severe-30',
    estimate: 0.1,
    lower: null,
    upper: null,
    of: 50,
    source: 'CVIR 2020, 10.1007/s00270-020-02646-8',
    verified: true,
  },
  {
    id: 'rcr-nephrostomy-success',
    registry: 'RCR nephrostomy audit (85 of 285 hospitals; its authors call its credibility limited)',
    population: 'All nephrostomies',
    procedure: 'nephrostomy',
    icd10: null,
    measure: 'proportion',
    outcome: 'technical-success',
    estimate: 0.98,
    lower: null,
    upper: null,
    of: 3262,
    source: 'PubMed 18625353',
    verified: true,
  },
  {
    id: 'rcr-nephrostomy-complication',
    registry: 'RCR nephrostomy audit (85 of 285 hospitals; its authors call its credibility limited)',
    population: 'All nephrostomies',
    procedure: 'nephrostomy',
    icd10: null,
    measure: 'proportion',
    outcome: 'complication-30',
    estimate: 0.063,
    lower: null,
    upper: null,
    of: 3262,
    source: 'PubMed 18625353',
    verified: true,
  },
  {
    id: 'bsir-biliary-success',
    registry: 'BSIR biliary drainage and stenting registry, 2006 to 2009',
    population: 'All drainages and stents',
    procedure: 'biliary-drainage-and-stenting',
    icd10: null,
    measure: 'proportion',
    outcome: 'technical-success',
    estimate: 0.987,
    lower: null,
    upper: null,
    of: 833,
    source: 'CVIR 2012, 10.1007/s00270-011-0103-4',
    verified: true,
  },
  {
    id: 'bsir-biliary-severe',
    registry: 'BSIR biliary drainage and stenting registry, 2006 to 2009',
    population: 'All drainages and stents; complications called major',
    procedure: 'biliary-drainage-and-stenting',
    icd10: null,
    measure: 'proportion',
    outcome: 'severe-30',
    estimate: 0.079,
    lower: null,
    upper: null,
    of: 833,
    source: 'CVIR 2012, 10.1007/s00270-011-0103-4',
    verified: true,
  },
]

/** Registries whose published results ask of other things than a figure here does: for the page of comparators. */
export const otherRegistries: readonly {
  readonly name: string
  readonly words: string
  readonly source: string
}[] = [
  {
    name: 'NED (National Endoscopy Database)',
    words:
      'Uploads itself from local systems: in October 2018 from 295 of 529 services (56%). 592,764 colonoscopies; caecal intubation 93.5% (93.4 to 93.6). 63.9% of operators met all minima, of those with fewer than 100 a year 46.4%.',
    source: 'United European Gastroenterology Journal 2019, 10.1177/2050640619841539',
  },
  {
    name: 'DeGIR (German registry of interventional radiology)',
    words:
      'Derives availability from registered procedures. 2019: 12,323 oncological interventions in 216 clinics; supportive module 860 procedures per million inhabitants.',
    source: 'DeGIR’s report for 2019; not read in the source',
  },
  {
    name: 'CIEMAR (microwave ablation of colorectal metastases)',
    words:
      '500 patients, at least 976 tumours up to 9 lesions of 3 cm; primary local tumour control. Outcomes not found.',
    source: 'PubMed 37884801',
  },
  {
    name: 'BSIR BIAS (iliac angioplasty and stenting)',
    words: '117 centres since 2000; 8,294 cases 2011 to 2014: success 97%, systemic complications 2.8%.',
    source: 'bsir.org, BIAS registry',
  },
]

/** Those that ask the same of the same patients as the figure does. */
export function comparatorsOf(spec: FigureSpec): readonly Comparator[] {
  const outcome = outcomeOf(spec)
  if (outcome === null) return []
  const procedures = valuesOf(spec.cohort, 'procedure')
  const diagnoses = valuesOf(spec.cohort, 'icd10')
  return publishedComparators
    .filter((each) => each.outcome === outcome && procedures.length === 1 && procedures[0] === each.procedure)
    .filter(({ icd10 }) => {
      if (icd10 === null) return true
      if ('by' in spec && spec.by === 'icd10') return true
      return diagnoses.length > 0 && diagnoses.every((code) => icd10.includes(code))
    })
    .map(({ procedure: _, icd10: __, outcome: ___, ...comparator }) => comparator)
}

function outcomeOf(spec: FigureSpec): Published['outcome'] | null {
  if (!('endpoint' in spec)) return null
  const { endpoint } = spec
  if (endpoint.measure === 'time') {
    if (spec.kind !== 'survival' || endpoint.start !== 'treatment' || endpoint.competing.length > 0)
      return null
    const events = [...endpoint.events].sort().join('+')
    return events === 'death'
      ? 'overall-survival'
      : events === 'death+progression'
        ? 'progression-free-survival'
        : null
  }
  if (endpoint.counted !== 'yes') return null
  const byColumn: Readonly<Record<string, Published['outcome']>> = {
    died30: 'mortality-30',
    severe30: 'severe-30',
    technicalSuccess: 'technical-success',
    complication30: 'complication-30',
  }
  return Object.hasOwn(byColumn, endpoint.column) ? (byColumn[endpoint.column] ?? null) : null
}

function valuesOf({ conditions }: Cohort, column: string): readonly string[] {
  return conditions.flatMap((condition) =>
    condition.column === column && condition.is === 'one-of' ? [...condition.values] : [],
  )
}
