/**
 * What people have, in their words, and the procedures of the catalogue that may be used for it. It says what
 * exists, never what suits anybody: that an MDT meeting decides. Each link has its source; one that no source
 * which we read states is marked for review by a clinician, and pages say so.
 */

export interface MayBeUsed {
  /** An id of the catalogue. */
  readonly procedure: string
  /** Where it is said; null: nowhere that we read. It awaits a clinician's review. */
  readonly source: string | null
}

export interface Condition {
  readonly id: string
  /** In plain words, as a choice in a list. */
  readonly name: string
  /** Other words for it, for the search. */
  readonly alsoCalled: readonly string[]
  /** A cancer, or a problem that a cancer or its treatment brings. */
  readonly group: 'cancer' | 'problem'
  readonly mayBeUsed: readonly MayBeUsed[]
}

const table1 = 'Zhong et al., BMJ Open 2017;7:e016631, table 1, which names the procedure by what it relieves'
const table2 = 'Zhong et al., BMJ Open 2017;7:e016631, table 2, which names the procedure by its organ'
const liverCentres =
  'Zhong et al., BMJ Open 2017;7:e016631, discussion: disease-modifying procedures of the liver'
const college21 = 'RCR, Interventional oncology: guidance for service delivery, 2013, list 2.1'
const college22 = 'RCR, Interventional oncology: guidance for service delivery, 2013, list 2.2'
const leaflet = 'RCR, Interventional oncology: guidance for service delivery, 2013, example leaflet on SIRT'
const cirt = 'CIRT registry (CVIR 2020, PMC7728645): treated and followed up in 27 hospitals'
const spine = 'NICE IPG179 and OPCS-4 W35: cement for malignant disease of bone'

const biopsy: MayBeUsed = { procedure: 'image-guided-biopsy', source: college21 }

/** In the order in which a list offers them. */
export const CONDITIONS: readonly Condition[] = [
  {
    id: 'cancer-of-the-liver',
    name: 'Cancer that began in the liver',
    alsoCalled: ['liver cancer', 'hepatocellular', 'HCC', 'hepatoma'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'liver-ablation', source: table2 },
      { procedure: 'transarterial-chemoembolisation', source: liverCentres },
      { procedure: 'selective-internal-radiation-therapy', source: leaflet },
      { procedure: 'neo-adjuvant-embolisation', source: college21 },
      biopsy,
    ],
  },
  {
    id: 'spread-to-the-liver',
    name: 'Cancer that has spread to the liver',
    alsoCalled: [
      'liver metastases',
      'bowel cancer',
      'colorectal',
      'ocular melanoma',
      'uveal melanoma',
      'cancer of the eye',
    ],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'liver-ablation', source: table2 },
      { procedure: 'selective-internal-radiation-therapy', source: leaflet },
      { procedure: 'transarterial-chemoembolisation', source: liverCentres },
      { procedure: 'neo-adjuvant-embolisation', source: college21 },
      { procedure: 'isolated-perfusion-chemotherapy', source: null },
      biopsy,
    ],
  },
  {
    id: 'cancer-of-the-bile-ducts',
    name: 'Cancer of the bile ducts',
    alsoCalled: ['bile duct cancer', 'cholangiocarcinoma'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'biliary-drainage-and-stenting', source: college21 },
      { procedure: 'selective-internal-radiation-therapy', source: cirt },
      { procedure: 'percutaneous-transhepatic-cholangiography', source: table1 },
      biopsy,
    ],
  },
  {
    id: 'cancer-of-the-kidney',
    name: 'Cancer of the kidney',
    alsoCalled: ['kidney cancer', 'renal'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'kidney-ablation', source: table2 },
      { procedure: 'embolisation', source: null },
      biopsy,
    ],
  },
  {
    id: 'cancer-in-the-lung',
    name: 'Cancer in the lung, begun there or spread to it',
    alsoCalled: ['lung cancer', 'lung metastases'],
    group: 'cancer',
    mayBeUsed: [{ procedure: 'lung-ablation', source: table2 }, biopsy],
  },
  {
    id: 'cancer-in-bone',
    name: 'Cancer in a bone',
    alsoCalled: ['bone cancer', 'bone metastases', 'bone pain'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'bone-ablation', source: table2 },
      { procedure: 'vertebroplasty', source: spine },
      { procedure: 'embolisation', source: null },
      biopsy,
    ],
  },
  {
    id: 'cancer-of-the-prostate',
    name: 'Cancer of the prostate',
    alsoCalled: ['prostate cancer'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'prostate-ablation', source: table2 },
      { procedure: 'image-guided-brachytherapy', source: college22 },
      { procedure: 'marker-insertion', source: null },
    ],
  },
  {
    id: 'melanoma-of-a-limb',
    name: 'Melanoma on an arm or leg',
    alsoCalled: ['skin cancer'],
    group: 'cancer',
    mayBeUsed: [{ procedure: 'isolated-perfusion-chemotherapy', source: null }],
  },
  {
    id: 'tumour-elsewhere',
    name: 'A tumour somewhere else',
    alsoCalled: ['adrenal', 'pancreas', 'soft tissue', 'sarcoma'],
    group: 'cancer',
    mayBeUsed: [
      { procedure: 'image-guided-ablation-elsewhere', source: null },
      { procedure: 'embolisation', source: null },
      biopsy,
    ],
  },
  {
    id: 'lump-to-be-tested',
    name: 'A lump that has to be tested',
    alsoCalled: ['diagnosis', 'sample', 'test'],
    group: 'problem',
    mayBeUsed: [biopsy],
  },
  {
    id: 'blocked-kidney',
    name: 'A blocked kidney',
    alsoCalled: ['hydronephrosis', 'ureter'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'nephrostomy', source: college21 },
      { procedure: 'ureteric-stenting', source: college21 },
    ],
  },
  {
    id: 'jaundice',
    name: 'Jaundice from a blocked bile duct',
    alsoCalled: ['yellow skin', 'itching', 'pancreas'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'biliary-drainage-and-stenting', source: college21 },
      { procedure: 'percutaneous-transhepatic-cholangiography', source: table1 },
    ],
  },
  {
    id: 'fluid-in-the-belly',
    name: 'Fluid in the belly',
    alsoCalled: ['ascites', 'swollen belly'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'image-guided-drainage', source: college21 },
      { procedure: 'ascitic-diversion', source: college21 },
      { procedure: 'image-guided-aspiration', source: college21 },
    ],
  },
  {
    id: 'fluid-round-the-lung',
    name: 'Fluid round the lung',
    alsoCalled: ['pleural effusion', 'short of breath'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'image-guided-drainage', source: college21 },
      { procedure: 'image-guided-aspiration', source: college21 },
    ],
  },
  {
    id: 'narrowed-gut',
    name: 'A gullet, stomach or bowel that a tumour narrows',
    alsoCalled: ['blocked bowel', 'obstruction', 'colon', 'oesophagus', 'trouble swallowing'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'gastrointestinal-stenting', source: college21 },
      { procedure: 'enteral-tube-placement', source: null },
    ],
  },
  {
    id: 'cannot-swallow-enough',
    name: 'Not able to swallow enough food',
    alsoCalled: ['feeding tube', 'stomach'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'enteral-tube-placement', source: college21 }],
  },
  {
    id: 'swelling-from-a-blocked-vein',
    name: 'Swelling from a main vein that a tumour presses on',
    alsoCalled: ['swollen face and arms', 'superior vena cava', 'SVC obstruction'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'vena-caval-stenting', source: college21 }],
  },
  {
    id: 'line-for-chemotherapy',
    name: 'A line for chemotherapy',
    alsoCalled: ['chemotherapy', 'drip', 'PICC', 'Hickman', 'port'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'central-venous-catheter', source: college21 }],
  },
  {
    id: 'pain-in-the-spine',
    name: 'Pain from a weakened bone of the spine',
    alsoCalled: ['back pain', 'fracture', 'vertebra', 'myeloma'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'vertebroplasty', source: spine },
      { procedure: 'bone-ablation', source: null },
    ],
  },
  {
    id: 'abscess',
    name: 'An abscess',
    alsoCalled: ['pus', 'infected fluid'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'image-guided-drainage', source: null }],
  },
  {
    id: 'bleeding-from-a-tumour',
    name: 'Bleeding from a tumour',
    alsoCalled: ['haemorrhage'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'embolisation', source: null }],
  },
  {
    id: 'blood-clots',
    name: 'Blood clots in the legs or lungs',
    alsoCalled: ['thrombosis', 'DVT', 'pulmonary embolism'],
    group: 'problem',
    mayBeUsed: [{ procedure: 'vena-caval-filtration', source: null }],
  },
  {
    id: 'radiotherapy-to-be-aimed',
    name: 'Radiotherapy, and how it is aimed',
    alsoCalled: ['fiducial', 'SABR', 'seeds'],
    group: 'problem',
    mayBeUsed: [
      { procedure: 'marker-insertion', source: null },
      { procedure: 'image-guided-brachytherapy', source: null },
    ],
  },
]

const byId = new Map(CONDITIONS.map((condition) => [condition.id, condition]))

/** The condition with this id, if the catalogue has it. */
export function conditionById(id: string): Condition | undefined {
  return byId.get(id)
}
