/** How a procedure works: what decides which fields its forms ask. */

export const techniques = [
  'biopsy',
  'drainage', // of urine, bile, fluid; also aspiration and shunts
  'stenting',
  'venous', // access, filters
  'feeding',
  'bone', // cement
  'markers',
  'ablation',
  'embolisation', // bland, before an operation, or with an agent
  'chemotherapy', // an agent that the procedure brings
  'radioembolisation',
  'brachytherapy',
] as const
export type Technique = (typeof techniques)[number]

const techniquesOf: Readonly<Record<string, readonly Technique[]>> = {
  'image-guided-biopsy': ['biopsy'],
  nephrostomy: ['drainage'],
  'image-guided-drainage': ['drainage'],
  'central-venous-catheter': ['venous'],
  'ureteric-stenting': ['stenting'],
  'biliary-drainage-and-stenting': ['drainage', 'stenting'],
  'vena-caval-filtration': ['venous'],
  'gastrointestinal-stenting': ['stenting'],
  'percutaneous-transhepatic-cholangiography': ['drainage'],
  'enteral-tube-placement': ['feeding'],
  'vena-caval-stenting': ['stenting', 'venous'],
  'ascitic-diversion': ['drainage'],
  vertebroplasty: ['bone'],
  'isolated-perfusion-chemotherapy': ['chemotherapy'],
  'image-guided-aspiration': ['drainage'],
  'marker-insertion': ['markers'],
  'neo-adjuvant-embolisation': ['embolisation'],
  'transarterial-chemoembolisation': ['embolisation', 'chemotherapy'],
  'liver-ablation': ['ablation'],
  'kidney-ablation': ['ablation'],
  'lung-ablation': ['ablation'],
  'bone-ablation': ['ablation'],
  'prostate-ablation': ['ablation'],
  'image-guided-ablation-elsewhere': ['ablation'],
  'selective-internal-radiation-therapy': ['radioembolisation', 'embolisation'],
  embolisation: ['embolisation'],
  'image-guided-brachytherapy': ['brachytherapy'],
}

/** A procedure's techniques; none for one that the catalogue does not have. */
export function techniquesFor(procedure: string): readonly Technique[] {
  return Object.hasOwn(techniquesOf, procedure) ? (techniquesOf[procedure] ?? []) : []
}

/** Whether the procedure brings a radioactive agent into the patient. */
export function isRadioactive(procedure: string): boolean {
  return techniquesFor(procedure).some((each) => each === 'radioembolisation' || each === 'brachytherapy')
}
