/**
 * What a treatment's form starts with where the case says nothing yet, a procedure: what is usual, to be
 * changed with one press. Nothing here is an outcome: success and complications are always asked.
 *
 * @unverified usual practice as the authors of this program understand it, no source gives it; a service's
 * favourites take its place (`store/case/favourite.ts`)
 */

import { procedureById } from '../catalogue/procedures.ts'
import type { Bodies } from './bodies.ts'

type Treatment = Bodies['treatment']

export interface Usual {
  readonly organ?: Treatment['targets'][number]['organ']
  readonly guidance?: Treatment['guidance']
  readonly anaesthesia?: Treatment['anaesthesia']
  readonly minutes?: number
  readonly modality?: NonNullable<Treatment['modality']>
  readonly embolic?: NonNullable<Treatment['embolic']>
  readonly selectivity?: NonNullable<Treatment['selectivity']>
  /** The agent and unit of its prescription. */
  readonly agent?: {
    readonly agent: Bodies['prescription']['agent']
    readonly unit: Bodies['prescription']['unit']
  }
}

const drain: Usual = { guidance: ['ultrasound', 'fluoroscopy'], anaesthesia: 'local', minutes: 30 }

const usual: Readonly<Record<string, Usual>> = {
  'image-guided-biopsy': { guidance: ['ultrasound'], anaesthesia: 'local', minutes: 30 },
  nephrostomy: { ...drain, organ: 'kidney', minutes: 45 },
  'image-guided-drainage': { ...drain, guidance: ['ultrasound'] },
  'image-guided-aspiration': { ...drain, guidance: ['ultrasound'], minutes: 20 },
  'central-venous-catheter': { ...drain, organ: 'vein' },
  'ureteric-stenting': { ...drain, organ: 'ureter', guidance: ['fluoroscopy'], minutes: 45 },
  'biliary-drainage-and-stenting': { ...drain, organ: 'bile-duct', anaesthesia: 'sedation', minutes: 60 },
  'percutaneous-transhepatic-cholangiography': {
    ...drain,
    organ: 'bile-duct',
    anaesthesia: 'sedation',
    minutes: 45,
  },
  'vena-caval-filtration': { ...drain, organ: 'vein' },
  'vena-caval-stenting': {
    organ: 'vein',
    guidance: ['fluoroscopy'],
    anaesthesia: 'sedation',
    minutes: 60,
  },
  'gastrointestinal-stenting': { guidance: ['fluoroscopy'], anaesthesia: 'sedation', minutes: 45 },
  'enteral-tube-placement': {
    organ: 'stomach',
    guidance: ['fluoroscopy'],
    anaesthesia: 'local',
    minutes: 30,
  },
  'ascitic-diversion': { ...drain, organ: 'peritoneum', minutes: 60 },
  vertebroplasty: { organ: 'spine', guidance: ['fluoroscopy'], anaesthesia: 'sedation', minutes: 60 },
  'marker-insertion': { guidance: ['ct'], anaesthesia: 'local', minutes: 30 },
  'isolated-perfusion-chemotherapy': {
    organ: 'liver',
    guidance: ['fluoroscopy'],
    anaesthesia: 'general',
    minutes: 180,
    agent: { agent: 'melphalan', unit: 'mg' },
  },
  'neo-adjuvant-embolisation': {
    organ: 'liver',
    guidance: ['ultrasound', 'fluoroscopy'],
    anaesthesia: 'sedation',
    minutes: 90,
  },
  embolisation: { guidance: ['fluoroscopy'], anaesthesia: 'local', minutes: 90 },
  'transarterial-chemoembolisation': {
    organ: 'liver',
    guidance: ['fluoroscopy', 'cone-beam-ct'],
    anaesthesia: 'sedation',
    minutes: 90,
    embolic: 'drug-eluting',
    selectivity: 'segmental',
    agent: { agent: 'doxorubicin', unit: 'mg' },
  },
  'selective-internal-radiation-therapy': {
    organ: 'liver',
    guidance: ['fluoroscopy', 'cone-beam-ct'],
    anaesthesia: 'local',
    minutes: 90,
    embolic: 'microspheres',
    selectivity: 'lobar',
    agent: { agent: 'y90-resin', unit: 'GBq' },
  },
  'liver-ablation': {
    organ: 'liver',
    guidance: ['ct'],
    anaesthesia: 'general',
    minutes: 90,
    modality: 'microwave',
  },
  'kidney-ablation': {
    organ: 'kidney',
    guidance: ['ct'],
    anaesthesia: 'general',
    minutes: 120,
    modality: 'cryo',
  },
  'lung-ablation': {
    organ: 'lung',
    guidance: ['ct'],
    anaesthesia: 'general',
    minutes: 90,
    modality: 'microwave',
  },
  'bone-ablation': {
    organ: 'bone',
    guidance: ['ct'],
    anaesthesia: 'general',
    minutes: 90,
    modality: 'radiofrequency',
  },
  'prostate-ablation': { organ: 'prostate', anaesthesia: 'general', minutes: 120, modality: 'hifu' },
  'image-guided-ablation-elsewhere': { guidance: ['ct'], anaesthesia: 'general', minutes: 90 },
  'image-guided-brachytherapy': {
    guidance: ['ultrasound'],
    anaesthesia: 'general',
    minutes: 120,
    agent: { agent: 'i125', unit: 'GBq' },
  },
}

/** What is usual for a procedure; nothing for one that the catalogue does not have. */
export function usualFor(procedure: string): Usual {
  return usual[procedure] ?? {}
}

/** The intent that the College's lists leave a procedure; undefined where both do. */
export function onlyIntent(procedure: string): Treatment['intent'] | undefined {
  const lists = procedureById(procedure)?.categoryBy
  if (!lists) return undefined
  if (lists.college.length === 1) return lists.college[0]
  return lists.college.length === 0 ? (lists.paper ?? undefined) : undefined
}

interface UsualItem {
  readonly what: Bodies['follow-up-plan']['items'][number]['what']
  readonly by: string
  readonly fromDays: number
  readonly toDays: number
}

/** Follow-up where the service has no protocol for the procedure: a call, then what the intent asks for. */
export const usualFollowUp: Readonly<Record<Treatment['intent'], readonly UsualItem[]>> = {
  'disease-modifying': [
    { what: 'telephone', by: 'Cancer nurse specialist', fromDays: 1, toDays: 7 },
    { what: 'clinic', by: 'Interventional radiologist', fromDays: 28, toDays: 42 },
    { what: 'imaging', by: 'Interventional radiologist', fromDays: 56, toDays: 84 },
    { what: 'feedback', by: 'Cancer nurse specialist', fromDays: 7, toDays: 42 },
  ],
  supportive: [
    { what: 'telephone', by: 'Cancer nurse specialist', fromDays: 1, toDays: 7 },
    { what: 'feedback', by: 'Cancer nurse specialist', fromDays: 7, toDays: 42 },
  ],
}
