/** The organs that a procedure is of, where its name says so; and which of them have a side. */

const organs: Readonly<Record<string, readonly string[]>> = {
  nephrostomy: ['kidney', 'ureter'],
  'ureteric-stenting': ['ureter', 'kidney', 'bladder'],
  'biliary-drainage-and-stenting': ['bile-duct', 'liver', 'pancreas'],
  'percutaneous-transhepatic-cholangiography': ['bile-duct', 'liver'],
  'gastrointestinal-stenting': ['oesophagus', 'stomach', 'bowel'],
  'enteral-tube-placement': ['stomach', 'bowel'],
  'vena-caval-filtration': ['vein'],
  'vena-caval-stenting': ['vein'],
  'central-venous-catheter': ['vein'],
  'ascitic-diversion': ['peritoneum'],
  vertebroplasty: ['spine', 'bone'],
  'liver-ablation': ['liver'],
  'kidney-ablation': ['kidney'],
  'lung-ablation': ['lung'],
  'bone-ablation': ['bone', 'spine'],
  'prostate-ablation': ['prostate'],
  'transarterial-chemoembolisation': ['liver'],
  'selective-internal-radiation-therapy': ['liver'],
  'neo-adjuvant-embolisation': ['liver', 'kidney'],
}

const pairs: ReadonlySet<string> = new Set(['kidney', 'ureter', 'lung', 'pleura', 'adrenal', 'breast'])
const ofBothSides: ReadonlySet<string> = new Set(['liver', 'bone', 'lymph-node', 'soft-tissue'])

/** Whether there is one on each side, so that a side has to be named. */
export const isPaired = (organ: string): boolean => pairs.has(organ)

/** Whether the tumour's side is the target's: that of a vein or of the stomach is not. */
export const hasSide = (organ: string): boolean => pairs.has(organ) || ofBothSides.has(organ)

/** Undefined: it may be of any. */
export function organsOf(procedure: string): readonly string[] | undefined {
  return organs[procedure]
}
