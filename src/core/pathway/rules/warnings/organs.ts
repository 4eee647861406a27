/** The organs that a procedure is of, where its name says so; undefined: it may be of any. */

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

export function organsOf(procedure: string): readonly string[] | undefined {
  return organs[procedure]
}
