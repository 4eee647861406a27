/**
 * The procedures of interventional oncology: every row of the paper's tables 1 and 2 and every item of
 * the College's lists 2.1 and 2.2, with the category that each list gives. The two differ; both are kept.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, tables 1 and 2
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, 2.1, 2.2
 */

import { z } from 'zod'
import { inSentence } from '../sentence.ts'
import { categorySchema } from './categories.ts'
import { OPCS_CODES, opcsCodeSchema } from './opcs-codes.ts'

export const procedureSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** As the profession says it. */
    name: z.string(),
    plainName: z.string(),
    /** One sentence for a patient. */
    plainly: z.string(),
    /** Null or empty: not on that list. The College's lists overlap, because category follows intent. */
    categoryBy: z
      .object({ paper: categorySchema.nullable(), college: z.array(categorySchema).readonly() })
      .readonly(),
    /** Only codes that a source confirms; absent otherwise. */
    codes: z.array(opcsCodeSchema).readonly().exactOptional(),
  })
  .readonly()
export type Procedure = z.infer<typeof procedureSchema>

/** Diagnosis only: an organisation that offers nothing else treats nobody. */
export const IMAGE_GUIDED_BIOPSY = 'image-guided-biopsy'

const supportive = { paper: 'supportive', college: ['supportive'] } as const
const diseaseModifying = { paper: 'disease-modifying', college: ['disease-modifying'] } as const
const ablation = { paper: 'disease-modifying', college: ['supportive', 'disease-modifying'] } as const

const declared: readonly Procedure[] = [
  {
    id: IMAGE_GUIDED_BIOPSY,
    name: 'Image-guided biopsy',
    plainName: 'Biopsy guided by a scan',
    plainly: 'A small sample is taken with a needle, guided by a scan, to find out what a lump is.',
    categoryBy: supportive,
  },
  {
    id: 'nephrostomy',
    name: 'Nephrostomy',
    plainName: 'Kidney drain',
    plainly: 'A thin tube through the skin drains a kidney that is blocked.',
    categoryBy: supportive,
  },
  {
    id: 'image-guided-drainage',
    name: 'Image-guided drainage',
    plainName: 'Draining fluid',
    plainly: 'A thin tube drains fluid that has collected in the chest, the belly or an abscess.',
    categoryBy: supportive,
  },
  {
    id: 'central-venous-catheter',
    name: 'Central venous catheter',
    plainName: 'Long-term drip line',
    plainly: 'A fine tube into a large vein, through which chemotherapy and other medicines are given.',
    categoryBy: supportive,
  },
  {
    id: 'ureteric-stenting',
    name: 'Ureteric stenting',
    plainName: 'Stent between kidney and bladder',
    plainly: 'A small tube inside holds open the passage from the kidney to the bladder.',
    categoryBy: supportive,
  },
  {
    id: 'biliary-drainage-and-stenting',
    name: 'Biliary drainage and stenting',
    plainName: 'Bile duct drain or stent',
    plainly: 'A tube drains or holds open a blocked bile duct, which relieves jaundice.',
    categoryBy: supportive,
  },
  {
    id: 'vena-caval-filtration',
    name: 'Vena caval filtration',
    plainName: 'Filter in the main vein',
    plainly: 'A small filter in the main vein of the belly stops blood clots from reaching the lungs.',
    categoryBy: supportive,
  },
  {
    id: 'gastrointestinal-stenting',
    name: 'Gastrointestinal stenting',
    plainName: 'Stent in the gullet, stomach or bowel',
    plainly: 'A mesh tube holds open the gullet, the stomach or the bowel where a tumour narrows it.',
    categoryBy: supportive,
  },
  {
    id: 'percutaneous-transhepatic-cholangiography',
    name: 'Percutaneous transhepatic cholangiography',
    plainName: 'X-ray pictures of the bile ducts',
    plainly: 'Dye is put into the bile ducts through the skin, so that X-rays show where they are blocked.',
    categoryBy: { paper: 'supportive', college: [] },
  },
  {
    id: 'enteral-tube-placement',
    name: 'Enteral tube placement, such as radiologically inserted gastrostomy',
    plainName: 'Feeding tube',
    plainly: 'A tube through the skin into the stomach gives food when swallowing is not possible.',
    categoryBy: supportive,
  },
  {
    id: 'vena-caval-stenting',
    name: 'Vena caval stenting',
    plainName: 'Stent in a main vein',
    plainly: 'A mesh tube holds open a large vein that a tumour presses on, which relieves swelling.',
    categoryBy: supportive,
  },
  {
    id: 'ascitic-diversion',
    name: 'Ascitic diversion',
    plainName: 'Shunt or pump for fluid in the belly',
    plainly: 'A tube or small pump inside leads fluid away from the belly, again and again.',
    categoryBy: supportive,
  },
  {
    id: 'vertebroplasty',
    name: 'Vertebroplasty',
    plainName: 'Cement in a bone of the spine',
    plainly: 'Bone cement is injected into a weakened bone of the spine to relieve pain.',
    categoryBy: { paper: 'supportive', college: [] },
  },
  {
    id: 'isolated-perfusion-chemotherapy',
    name: 'Isolated perfusion chemotherapy',
    plainName: 'Chemotherapy to one part of the body',
    plainly: 'Strong chemotherapy is passed through one limb or the liver alone, kept apart from the rest.',
    // The paper counts it in table 1, the College lists it under 2.2.
    categoryBy: { paper: 'supportive', college: ['disease-modifying'] },
  },
  {
    id: 'image-guided-aspiration',
    name: 'Image-guided aspiration',
    plainName: 'Drawing off fluid with a needle',
    plainly: 'Fluid from the chest or the belly is drawn off once with a needle.',
    categoryBy: { paper: null, college: ['supportive'] },
  },
  {
    id: 'marker-insertion',
    name: 'Image-guided insertion of markers',
    plainName: 'Markers for radiotherapy',
    plainly: 'Tiny markers are placed in or near the tumour, so that radiotherapy can be aimed exactly.',
    categoryBy: { paper: null, college: ['supportive'] },
  },
  {
    id: 'neo-adjuvant-embolisation',
    name: 'Neo-adjuvant embolisation, such as portal vein embolisation',
    plainName: 'Blocking a vein before an operation',
    plainly: 'A vein of the liver is blocked on one side, so that the other grows before an operation.',
    categoryBy: { paper: null, college: ['supportive'] },
  },
  {
    id: 'transarterial-chemoembolisation',
    name: 'Transarterial chemoembolisation (TACE)',
    plainName: 'Chemotherapy beads into the liver (TACE)',
    plainly: 'Chemotherapy is put straight into the artery that feeds a liver tumour, which is then blocked.',
    categoryBy: diseaseModifying,
  },
  {
    id: 'liver-ablation',
    name: 'Liver ablation',
    plainName: 'Destroying a liver tumour with heat or cold',
    plainly: 'A needle is placed into a tumour of the liver and destroys it with heat, cold or electricity.',
    categoryBy: ablation,
  },
  {
    id: 'kidney-ablation',
    name: 'Kidney ablation',
    plainName: 'Destroying a kidney tumour with heat or cold',
    plainly: 'A needle is placed into a tumour of the kidney and destroys it with heat or cold.',
    categoryBy: ablation,
  },
  {
    id: 'lung-ablation',
    name: 'Lung ablation',
    plainName: 'Destroying a lung tumour with heat or cold',
    plainly: 'A needle is placed into a tumour of the lung and destroys it with heat or cold.',
    categoryBy: ablation,
  },
  {
    id: 'bone-ablation',
    name: 'Bone ablation',
    plainName: 'Destroying a bone tumour with heat or cold',
    plainly: 'A needle is placed into a tumour in bone and destroys it with heat or cold; it may ease pain.',
    categoryBy: ablation,
  },
  {
    id: 'selective-internal-radiation-therapy',
    name: 'Selective internal radiation therapy (SIRT)',
    plainName: 'Radioactive beads into the liver (SIRT)',
    plainly:
      'Tiny radioactive beads are put into the artery that feeds a liver tumour and treat it from inside.',
    categoryBy: diseaseModifying,
  },
  {
    id: 'prostate-ablation',
    name: 'Prostate ablation',
    plainName: 'Destroying a prostate tumour with heat or cold',
    plainly: 'A tumour of the prostate is destroyed with heat, cold or sound waves, guided by a scan.',
    categoryBy: ablation,
  },
  {
    id: 'image-guided-ablation-elsewhere',
    name: 'Image-guided ablation at another site',
    plainName: 'Destroying a tumour elsewhere with heat or cold',
    plainly: 'A needle is placed into a tumour elsewhere in the body and destroys it with heat or cold.',
    categoryBy: { paper: null, college: ['supportive', 'disease-modifying'] },
  },
  {
    id: 'embolisation',
    name: 'Embolisation',
    plainName: 'Blocking the blood supply of a tumour',
    plainly: 'The vessels that feed a tumour are blocked, to starve it or to prepare for an operation.',
    categoryBy: { paper: null, college: ['supportive', 'disease-modifying'] },
  },
  {
    id: 'image-guided-brachytherapy',
    name: 'Image-guided brachytherapy',
    plainName: 'Radiation from inside the tumour',
    plainly: 'Radioactive sources are placed into or beside the tumour, guided by a scan.',
    categoryBy: { paper: null, college: ['disease-modifying'] },
  },
]

/** The catalogue, in the order in which the paper's tables and then the College's lists name them. */
export const PROCEDURES: readonly Procedure[] = declared.map((procedure) => {
  const codes = OPCS_CODES[procedure.id]
  return codes === undefined ? procedure : { ...procedure, codes }
})

const byId = new Map(PROCEDURES.map((procedure) => [procedure.id, procedure]))

/** The procedure with this id, if the catalogue has it. */
export function procedureById(id: string): Procedure | undefined {
  return byId.get(id)
}

/** A procedure's name as the profession says it; the id itself when the catalogue has none. */
export function procedureName(id: string): string {
  return byId.get(id)?.name ?? id
}

/** A procedure's name in the middle of a sentence: 'selective internal radiation therapy (SIRT)'. */
export function procedureWithin(id: string): string {
  return inSentence(procedureName(id))
}

/** The procedures that the paper counts in its table 1 (supportive) or 2 (disease-modifying). */
export function inPaperTable(category: 'supportive' | 'disease-modifying'): readonly Procedure[] {
  return PROCEDURES.filter((procedure) => procedure.categoryBy.paper === category)
}
