/** Why an invented patient is referred, how urgently, at what stage; why refused; what can go wrong. */

import { type CasePlan, has } from './plan.ts'

/** The question that the referral asks, which the MDT meeting then answers. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  nephrostomy: 'Obstructed kidney with falling function: nephrostomy as soon as it is possible?',
  'biliary-drainage-and-stenting':
    'Painless jaundice, endoscopy has failed: percutaneous drainage and stent?',
  'liver-ablation': 'Small liver tumours, not for resection: is ablation possible?',
  'kidney-ablation': 'Small renal tumour in an older patient: ablation in place of surgery?',
  'transarterial-chemoembolisation': 'Multinodular disease, preserved liver function: is TACE suitable?',
  'selective-internal-radiation-therapy': 'Liver-dominant disease after chemotherapy: is SIRT suitable?',
  'central-venous-catheter': 'Chemotherapy begins next week: a central catheter before then?',
  'image-guided-biopsy': 'New lesion, no tissue yet: can it be reached for a biopsy?',
  'image-guided-drainage': 'Collection that brings symptoms: drainage for relief?',
  'ureteric-stenting': 'Ureter narrowed by tumour: a stent in place of the drain?',
  'gastrointestinal-stenting': 'Obstructed by tumour, not for an operation: a stent?',
  'enteral-tube-placement': 'Cannot swallow enough before radiotherapy: a gastrostomy?',
  'vena-caval-filtration': 'Thrombosis, and anticoagulants are not possible before surgery: a filter?',
  vertebroplasty: 'Painful collapse of a vertebra in spite of analgesia: vertebroplasty?',
  'lung-ablation': 'Few small lung metastases, not for surgery: is ablation possible?',
  'bone-ablation': 'One painful bone metastasis after radiotherapy: ablation for relief?',
}

/** Who refers, where it is not the oncologist. */
export function specialtyOf({ disease, intent }: CasePlan) {
  const bySite: Readonly<Record<string, 'hepatology' | 'urology' | 'gynaecology' | 'respiratory'>> = {
    hepatocellular: 'hepatology',
    cholangiocarcinoma: 'hepatology',
    kidney: 'urology',
    'bladder-ureter': 'urology',
    prostate: 'urology',
    gynaecological: 'gynaecology',
    lung: 'respiratory',
  }
  return bySite[disease.site] ?? (intent === 'disease-modifying' ? 'surgery' : 'gastroenterology')
}

/** Stages at which a patient is referred for this: metastases are stage IV, what is ablated for cure is not. */
export function stagesOf({ procedure, disease }: CasePlan) {
  if (disease.site.startsWith('liver-metastases') || disease.icd10.startsWith('C7'))
    return [['IV', 1]] as const
  if (procedure.endsWith('-ablation'))
    return [
      ['I', 6],
      ['II', 2],
    ] as const
  if (disease.site === 'hepatocellular')
    return [
      ['II', 3],
      ['III', 5],
    ] as const
  return [
    ['IV', 5],
    ['III', 2],
    ['II', 2],
    ['unknown', 1],
  ] as const
}

export const SYMPTOMS: Readonly<Record<string, string>> = {
  'biliary-drainage-and-stenting': 'itch',
  'image-guided-drainage': 'breathlessness',
  'gastrointestinal-stenting': 'difficulty in swallowing',
  vertebroplasty: 'pain',
}

/** What a procedure is to relieve, where it is something that a patient can score. */
export function symptomOf(procedure: string): string | undefined {
  return SYMPTOMS[procedure]
}

/** Why it cannot wait. */
export const URGENCY: Readonly<Record<string, string>> = {
  nephrostomy: 'Kidney function falls, and there may be infection above the obstruction.',
  'biliary-drainage-and-stenting': 'Bilirubin rises, and chemotherapy waits for it to fall.',
  'image-guided-drainage': 'Breathless at rest, or infected collection.',
  'ureteric-stenting': 'Kidney function falls.',
  'vena-caval-filtration': 'New thrombosis, and the operation cannot wait.',
  'gastrointestinal-stenting': 'Complete obstruction.',
}

/** Why a referral is refused. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'liver-ablation': 'Too close to the bile duct for ablation; surgery is safer.',
  'kidney-ablation': 'Larger than can be ablated with a margin; surgery is safer.',
  'lung-ablation': 'Too many lesions for ablation; systemic treatment comes first.',
  'transarterial-chemoembolisation': 'Liver function does not allow it; supportive care is better.',
  'selective-internal-radiation-therapy': 'The shunt to the lung is too large for SIRT.',
  'image-guided-biopsy': 'Can be reached by endoscopy, with less risk.',
}

/** What can go wrong with each procedure. */
export function complicationsOf(plan: CasePlan): readonly string[] {
  if (plan.disease.organ === 'lung') return ['Small pneumothorax', 'Pneumothorax that needed a drain']
  if (has(plan, 'radioembolisation')) return ['Fatigue and nausea for two weeks', 'Gastric ulcer']
  if (has(plan, 'chemotherapy'))
    return ['Pain and fever for three days that needed opioids', 'Haematoma at the puncture site']
  if (has(plan, 'ablation')) return ['Pain that needed opioids', 'Haematoma around the ablation zone']
  if (has(plan, 'biopsy')) return ['Haematoma that needed no treatment']
  if (has(plan, 'drainage'))
    return ['Catheter displaced', 'Bleeding into the drain, settled', 'Sepsis after drainage']
  if (has(plan, 'venous')) return ['Haematoma at the puncture site', 'Infection of the line']
  return ['Pain that needed opioids', 'Bleeding at the site, settled']
}
