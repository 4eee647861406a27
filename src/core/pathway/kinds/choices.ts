/** Fields that several kinds ask in the same way. */

import { ecogWords } from '../../clinical/ecog.ts'
import * as field from '../../record/field.ts'

/** Of a living patient; grade 5 is death, which is its own kind of entry. */
export const ecog = () =>
  field.choice({
    label: 'ECOG performance status',
    options: {
      '0': ['0', ecogWords['0']],
      '1': ['1', ecogWords['1']],
      '2': ['2', ecogWords['2']],
      '3': ['3', ecogWords['3']],
      '4': ['4', ecogWords['4']],
    },
  })

export const intent = () =>
  field.choice({
    label: 'Intent',
    options: {
      'disease-modifying': ['Disease-modifying', 'Treats the tumour itself'],
      supportive: [
        'Supportive or symptomatic',
        'Supports other treatment, or relieves what the tumour causes',
      ],
    },
  })

export const laterality = () =>
  field.choice({
    label: 'Side',
    options: {
      left: 'Left',
      right: 'Right',
      both: 'Both sides',
      midline: 'Midline',
      'not-applicable': 'Does not apply',
    },
  })

export const organ = (label = 'Organ') =>
  field.choice({
    label,
    options: {
      liver: 'Liver',
      'bile-duct': 'Bile ducts',
      kidney: 'Kidney',
      ureter: 'Ureter',
      bladder: 'Bladder',
      lung: 'Lung',
      pleura: 'Pleura',
      bone: 'Bone',
      spine: 'Spine',
      prostate: 'Prostate',
      pancreas: 'Pancreas',
      oesophagus: 'Oesophagus',
      stomach: 'Stomach',
      bowel: 'Bowel',
      peritoneum: 'Peritoneum or ascites',
      'lymph-node': 'Lymph node',
      adrenal: 'Adrenal',
      breast: 'Breast',
      thyroid: 'Thyroid',
      vein: 'Central vein',
      'soft-tissue': 'Soft tissue',
      other: 'Elsewhere',
    },
  })

export const tumourSite = () =>
  field.choice({
    label: 'Tumour site',
    options: {
      hepatocellular: 'Liver: hepatocellular',
      cholangiocarcinoma: 'Bile ducts: cholangiocarcinoma',
      'liver-metastases-colorectal': 'Liver metastases of colorectal cancer',
      'liver-metastases-neuroendocrine': 'Liver metastases of a neuroendocrine tumour',
      'liver-metastases-other': 'Liver metastases of another cancer',
      colorectal: 'Colon and rectum',
      pancreas: 'Pancreas',
      'oesophago-gastric': 'Oesophagus and stomach',
      kidney: 'Kidney',
      'bladder-ureter': 'Bladder and ureter',
      prostate: 'Prostate',
      lung: 'Lung',
      bone: 'Bone, primary or metastases',
      gynaecological: 'Gynaecological',
      breast: 'Breast',
      lymphoma: 'Lymphoma',
      'head-and-neck': 'Head and neck',
      other: 'Another site',
      unknown: 'Not known yet',
    },
  })

const icd10Form = /^[CD]\d{2}(\.[\dX])?$/

/** An ICD-10 code as it is written, of what systems and people send: c220, C22 .0 and c22.0 are C22.0. */
export function icd10Written(typed: string): string {
  const code = typed.toUpperCase().replace(/\s/g, '')
  const dotted = /^[CD]\d{2}[\dX]$/.test(code) ? `${code.slice(0, 3)}.${code.slice(3)}` : code
  return icd10Form.test(dotted) ? dotted : typed
}

export const icd10 = () =>
  field.text({
    label: 'ICD-10 code',
    hint: 'Such as C22.0',
    max: 7,
    pattern: icd10Form,
    mismatch: 'The ICD-10 code has to look like C22.0',
    written: icd10Written,
  })

/** The units in which an agent's dose is given. Activity is always in GBq, so that none is mistaken for another. */
export const doseUnit = () =>
  field.choice({
    label: 'Unit',
    options: { mg: 'mg', 'mg-m2': 'mg/m²', ml: 'ml', GBq: 'GBq', units: 'units' },
  })

/** Asked where `breachesOf` finds that a clause was not kept; never before. */
export const breachReason = () =>
  field.optional(
    field.paragraph({
      label: 'Why a rule was not kept',
      hint: 'Asked when the record shows that one was not',
      max: 1000,
    }),
  )

/** What an item of a follow-up plan is, in a case's plan and in the protocol that plans start from. */
export const followUpItem = () =>
  field.choice({
    label: 'What',
    missing: 'Select what is to be done',
    options: {
      telephone: 'Telephone call',
      clinic: 'Clinic',
      bloods: 'Blood tests',
      imaging: 'Imaging and response',
      'drain-check': 'Check of drain or stent',
      exchange: 'Exchange of drain or stent',
      feedback: 'Feedback asked for',
      other: 'Other',
    },
  })
