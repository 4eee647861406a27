/** Which tumours lead to which procedures, in the demonstration: plausible, and no more than that. */

import type { Chance } from '../random.ts'
import type { TeamName } from './meetings.ts'
import { weighted } from './story.ts'

export interface Disease {
  readonly site: string
  readonly icd10: string
  readonly organ: string
  /** Of the MDT that discusses it. */
  readonly team: TeamName
  readonly sided?: boolean
  readonly born: { readonly from: number; readonly to: number }
  /** Where it is a disease of one sex, or nearly so. */
  readonly sex?: 'female' | 'male'
}

const adult = { from: 1942, to: 1982 }
const older = { from: 1938, to: 1970 }

const hcc: Disease = {
  site: 'hepatocellular',
  icd10: 'C22.0',
  organ: 'liver',
  team: 'Hepatobiliary',
  born: older,
}
const colorectalLiver: Disease = {
  site: 'liver-metastases-colorectal',
  icd10: 'C78.7',
  organ: 'liver',
  team: 'Hepatobiliary',
  born: adult,
}
const neuroendocrine: Disease = {
  site: 'liver-metastases-neuroendocrine',
  icd10: 'C78.7',
  organ: 'liver',
  team: 'Hepatobiliary',
  born: adult,
}
const breastLiver: Disease = {
  site: 'liver-metastases-other',
  icd10: 'C78.7',
  organ: 'liver',
  team: 'Hepatobiliary',
  born: adult,
  sex: 'female',
}
const bileDuct: Disease = {
  site: 'cholangiocarcinoma',
  icd10: 'C22.9',
  organ: 'bile-duct',
  team: 'Hepatobiliary',
  born: older,
}
const pancreas: Disease = {
  site: 'pancreas',
  icd10: 'C25',
  organ: 'bile-duct',
  team: 'Hepatobiliary',
  born: older,
}
const kidney: Disease = {
  site: 'kidney',
  icd10: 'C64',
  organ: 'kidney',
  team: 'Urology and gynaecology',
  sided: true,
  born: older,
}
const bladder: Disease = {
  site: 'bladder-ureter',
  icd10: 'C67',
  organ: 'kidney',
  team: 'Urology and gynaecology',
  sided: true,
  born: older,
}
const ureter: Disease = { ...bladder, organ: 'ureter' }
const prostate: Disease = {
  site: 'prostate',
  icd10: 'C61',
  organ: 'kidney',
  team: 'Urology and gynaecology',
  sided: true,
  born: { from: 1938, to: 1966 },
  sex: 'male',
}
const cervix: Disease = {
  site: 'gynaecological',
  icd10: 'C53',
  organ: 'kidney',
  team: 'Urology and gynaecology',
  sided: true,
  born: adult,
  sex: 'female',
}
const lung: Disease = {
  site: 'lung',
  icd10: 'C34',
  organ: 'lung',
  team: 'Thoracic',
  sided: true,
  born: older,
}
const pleura: Disease = { ...lung, organ: 'pleura' }
const ovary: Disease = {
  site: 'gynaecological',
  icd10: 'C56',
  organ: 'peritoneum',
  team: 'Urology and gynaecology',
  born: adult,
  sex: 'female',
}
const bone: Disease = {
  site: 'bone',
  icd10: 'C79.5',
  organ: 'bone',
  team: 'Gastrointestinal',
  born: adult,
}
const spine: Disease = { ...bone, organ: 'spine' }
const oesophagus: Disease = {
  site: 'oesophago-gastric',
  icd10: 'C15',
  organ: 'oesophagus',
  team: 'Gastrointestinal',
  born: older,
}
const colon: Disease = {
  site: 'colorectal',
  icd10: 'C18',
  organ: 'bowel',
  team: 'Gastrointestinal',
  born: adult,
}
const lymphoma: Disease = {
  site: 'lymphoma',
  icd10: 'C85',
  organ: 'lymph-node',
  team: 'Thoracic',
  born: { from: 1940, to: 2000 },
}
const breast: Disease = {
  site: 'breast',
  icd10: 'C50',
  organ: 'vein',
  team: 'Thoracic',
  born: { from: 1945, to: 1986 },
  sex: 'female',
}
const headAndNeck: Disease = {
  site: 'head-and-neck',
  icd10: 'C10',
  organ: 'stomach',
  team: 'Thoracic',
  born: older,
}

const diseasesOf: Readonly<Record<string, readonly (readonly [Disease, number])[]>> = {
  'image-guided-biopsy': [
    [lung, 3],
    [lymphoma, 2],
    [colorectalLiver, 2],
    [kidney, 1],
  ],
  nephrostomy: [
    [prostate, 3],
    [bladder, 3],
    [cervix, 2],
  ],
  'image-guided-drainage': [
    [ovary, 2],
    [pleura, 3],
    [colon, 2],
  ],
  'image-guided-aspiration': [
    [pleura, 2],
    [ovary, 2],
  ],
  'central-venous-catheter': [
    [breast, 3],
    [{ ...colon, organ: 'vein' }, 3],
    [{ ...lymphoma, organ: 'vein' }, 3],
  ],
  'ureteric-stenting': [
    [ureter, 3],
    [{ ...cervix, organ: 'ureter' }, 2],
  ],
  'biliary-drainage-and-stenting': [
    [pancreas, 5],
    [bileDuct, 3],
  ],
  'vena-caval-filtration': [
    [{ ...ovary, organ: 'vein' }, 1],
    [{ ...lung, organ: 'vein' }, 1],
  ],
  'gastrointestinal-stenting': [
    [oesophagus, 3],
    [colon, 2],
  ],
  'enteral-tube-placement': [
    [headAndNeck, 4],
    [{ ...oesophagus, organ: 'stomach' }, 2],
  ],
  'vena-caval-stenting': [[{ ...lung, organ: 'vein' }, 1]],
  'ascitic-diversion': [[ovary, 1]],
  vertebroplasty: [[spine, 1]],
  'liver-ablation': [
    [hcc, 4],
    [colorectalLiver, 5],
  ],
  'kidney-ablation': [[kidney, 1]],
  'lung-ablation': [
    [{ ...lung, site: 'lung', icd10: 'C78.0' }, 2],
    [lung, 1],
  ],
  'bone-ablation': [[bone, 1]],
  'prostate-ablation': [[{ ...prostate, organ: 'prostate', sided: false }, 1]],
  'transarterial-chemoembolisation': [
    [hcc, 7],
    [neuroendocrine, 2],
  ],
  'selective-internal-radiation-therapy': [
    [colorectalLiver, 5],
    [hcc, 7],
    [{ ...bileDuct, icd10: 'C22.1', organ: 'liver' }, 3],
    [breastLiver, 2],
    [neuroendocrine, 2],
  ],
}

/** Procedures that the demonstration tells of, with how often a service that offers all of them does each. */
export const frequencies: Readonly<Record<string, number>> = {
  nephrostomy: 14,
  'image-guided-biopsy': 12,
  'central-venous-catheter': 9,
  'biliary-drainage-and-stenting': 10,
  'image-guided-drainage': 9,
  'ureteric-stenting': 5,
  'gastrointestinal-stenting': 3,
  'enteral-tube-placement': 4,
  'vena-caval-filtration': 1,
  vertebroplasty: 1,
  'liver-ablation': 10,
  'kidney-ablation': 6,
  'lung-ablation': 3,
  'bone-ablation': 2,
  'transarterial-chemoembolisation': 8,
  'selective-internal-radiation-therapy': 8,
}

export function diseaseFor(chance: Chance, procedure: string): Disease {
  return weighted(chance, diseasesOf[procedure] ?? [[colon, 1]])
}
