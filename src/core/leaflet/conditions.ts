/** What people look for when they do not know a procedure's name: conditions and complaints, with what may help. */

export interface Condition {
  readonly id: string
  readonly name: string
  /** Other words for it, for the search. */
  readonly alsoCalled: readonly string[]
  readonly procedures: readonly string[]
}

/** A to Z. */
export const CONDITIONS: readonly Condition[] = [
  {
    id: 'abscess',
    name: 'Abscess',
    alsoCalled: ['pus', 'infected fluid'],
    procedures: ['image-guided-drainage'],
  },
  {
    id: 'bleeding-tumour',
    name: 'Bleeding from a tumour',
    alsoCalled: ['haemorrhage'],
    procedures: ['embolisation'],
  },
  {
    id: 'blocked-bile-duct',
    name: 'Blocked bile duct, jaundice',
    alsoCalled: ['yellow skin', 'itching', 'pancreas', 'bile duct cancer', 'cholangiocarcinoma'],
    procedures: ['biliary-drainage-and-stenting', 'percutaneous-transhepatic-cholangiography'],
  },
  {
    id: 'blocked-bowel',
    name: 'Blocked bowel',
    alsoCalled: ['bowel cancer', 'obstruction', 'colon'],
    procedures: ['gastrointestinal-stenting'],
  },
  {
    id: 'blocked-kidney',
    name: 'Blocked kidney',
    alsoCalled: ['hydronephrosis', 'ureter'],
    procedures: ['nephrostomy', 'ureteric-stenting'],
  },
  {
    id: 'blood-clots',
    name: 'Blood clots in the legs or lungs',
    alsoCalled: ['thrombosis', 'DVT', 'pulmonary embolism'],
    procedures: ['vena-caval-filtration'],
  },
  {
    id: 'bone-cancer',
    name: 'Cancer in a bone',
    alsoCalled: ['bone metastases', 'bone pain'],
    procedures: ['bone-ablation', 'vertebroplasty', 'image-guided-biopsy'],
  },
  {
    id: 'bowel-cancer-liver',
    name: 'Bowel cancer that has spread to the liver',
    alsoCalled: ['colorectal', 'liver metastases'],
    procedures: ['liver-ablation', 'selective-internal-radiation-therapy', 'neo-adjuvant-embolisation'],
  },
  {
    id: 'chemotherapy',
    name: 'Chemotherapy, and how it is given',
    alsoCalled: ['drip', 'PICC', 'Hickman', 'port'],
    procedures: [
      'central-venous-catheter',
      'transarterial-chemoembolisation',
      'isolated-perfusion-chemotherapy',
    ],
  },
  {
    id: 'eye-melanoma',
    name: 'Cancer of the eye that has spread to the liver',
    alsoCalled: ['ocular melanoma', 'uveal melanoma'],
    procedures: ['isolated-perfusion-chemotherapy'],
  },
  {
    id: 'fluid-in-belly',
    name: 'Fluid in the belly',
    alsoCalled: ['ascites', 'swollen belly'],
    procedures: ['image-guided-aspiration', 'image-guided-drainage', 'ascitic-diversion'],
  },
  {
    id: 'fluid-in-chest',
    name: 'Fluid round a lung',
    alsoCalled: ['pleural effusion', 'short of breath'],
    procedures: ['image-guided-aspiration', 'image-guided-drainage'],
  },
  {
    id: 'kidney-cancer',
    name: 'Kidney cancer',
    alsoCalled: ['renal'],
    procedures: ['kidney-ablation', 'embolisation', 'image-guided-biopsy'],
  },
  {
    id: 'liver-cancer',
    name: 'Liver cancer',
    alsoCalled: ['hepatocellular', 'HCC', 'hepatoma'],
    procedures: [
      'liver-ablation',
      'transarterial-chemoembolisation',
      'selective-internal-radiation-therapy',
      'neo-adjuvant-embolisation',
      'image-guided-biopsy',
    ],
  },
  {
    id: 'lump',
    name: 'A lump, and finding out what it is',
    alsoCalled: ['diagnosis', 'sample', 'test'],
    procedures: ['image-guided-biopsy'],
  },
  {
    id: 'lung-cancer',
    name: 'Lung cancer, or cancer that has spread to a lung',
    alsoCalled: ['lung metastases'],
    procedures: ['lung-ablation', 'image-guided-biopsy'],
  },
  {
    id: 'melanoma',
    name: 'Melanoma on an arm or leg',
    alsoCalled: ['skin cancer'],
    procedures: ['isolated-perfusion-chemotherapy'],
  },
  {
    id: 'prostate-cancer',
    name: 'Prostate cancer',
    alsoCalled: [],
    procedures: ['prostate-ablation', 'image-guided-brachytherapy', 'marker-insertion'],
  },
  {
    id: 'radiotherapy',
    name: 'Radiotherapy, and how it is aimed',
    alsoCalled: ['fiducial', 'SABR', 'seeds'],
    procedures: ['marker-insertion', 'image-guided-brachytherapy'],
  },
  {
    id: 'spine',
    name: 'Broken or weak bone in the spine',
    alsoCalled: ['back pain', 'fracture', 'vertebra', 'myeloma'],
    procedures: ['vertebroplasty', 'bone-ablation'],
  },
  {
    id: 'swallowing',
    name: 'Trouble swallowing, or not enough food',
    alsoCalled: ['gullet', 'oesophagus', 'feeding tube', 'stomach'],
    procedures: ['gastrointestinal-stenting', 'enteral-tube-placement'],
  },
  {
    id: 'swollen-face',
    name: 'Swollen face and arms',
    alsoCalled: ['superior vena cava', 'SVC obstruction'],
    procedures: ['vena-caval-stenting'],
  },
  {
    id: 'tumour-elsewhere',
    name: 'A tumour somewhere else',
    alsoCalled: ['adrenal', 'pancreas', 'soft tissue', 'sarcoma'],
    procedures: ['image-guided-ablation-elsewhere', 'embolisation', 'image-guided-biopsy'],
  },
]
