/** The profession's words in plain ones: for the public glossary, and marked where a leaflet uses them. */

export interface Term {
  /** Part of an address. */
  readonly id: string
  readonly term: string
  /** In one or two short sentences. */
  readonly means: string
  /** Other forms in which it stands in a text, as they are written. */
  readonly alsoAs?: readonly string[]
  /** The procedure whose leaflet says more. */
  readonly procedure?: string
}

/** A to Z. */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'ablation',
    term: 'ablation',
    means: 'Destroying a tumour where it is, with heat, cold or electricity.',
    procedure: 'liver-ablation',
  },
  { id: 'abscess', term: 'abscess', means: 'A pocket of pus inside the body.' },
  {
    id: 'anaesthetic',
    term: 'anaesthetic',
    means:
      'A medicine that takes away feeling. A local one makes one place numb. A general one puts you to sleep.',
  },
  { id: 'angiogram', term: 'angiogram', means: 'X-ray pictures of blood vessels, made with a dye.' },
  { id: 'antegrade', term: 'antegrade', means: 'Put in from above, in the direction in which things flow.' },
  {
    id: 'antibiotic',
    term: 'antibiotic',
    means: 'A medicine against germs called bacteria.',
    alsoAs: ['antibiotics'],
  },
  { id: 'artery', term: 'artery', means: 'A blood vessel that takes blood from the heart to the body.' },
  {
    id: 'ascites',
    term: 'ascites',
    means: 'Fluid that builds up in the belly.',
    procedure: 'ascitic-diversion',
  },
  {
    id: 'aspiration',
    term: 'aspiration',
    means: 'Drawing off fluid with a needle.',
    procedure: 'image-guided-aspiration',
  },
  { id: 'bile', term: 'bile', means: 'A green juice that the liver makes. It helps to digest fat.' },
  {
    id: 'bile-duct',
    term: 'bile duct',
    means: 'A pipe through which bile flows from the liver to the gut.',
    alsoAs: ['bile ducts'],
    procedure: 'biliary-drainage-and-stenting',
  },
  {
    id: 'biopsy',
    term: 'biopsy',
    means: 'Taking a tiny piece of the body to look at under a microscope.',
    procedure: 'image-guided-biopsy',
  },
  {
    id: 'brachytherapy',
    term: 'brachytherapy',
    means: 'Radiation from a source that is put into the tumour or beside it.',
    procedure: 'image-guided-brachytherapy',
  },
  {
    id: 'catheter',
    term: 'catheter',
    means: 'A thin tube that goes into the body, such as into the bladder or a blood vessel.',
  },
  { id: 'chemotherapy', term: 'chemotherapy', means: 'Medicines that kill cancer cells.' },
  {
    id: 'chemosaturation',
    term: 'chemosaturation',
    means: 'Chemotherapy that is given to the liver alone, at a very high dose.',
    procedure: 'isolated-perfusion-chemotherapy',
  },
  { id: 'cirrhosis', term: 'cirrhosis', means: 'A liver with many scars. It works less well.' },
  {
    id: 'consent',
    term: 'consent',
    means: 'Saying yes to a treatment after you know what it may do and what may go wrong.',
  },
  {
    id: 'cryoablation',
    term: 'cryoablation',
    means: 'Destroying a tumour by freezing it with a needle.',
    alsoAs: ['cryotherapy'],
    procedure: 'kidney-ablation',
  },
  {
    id: 'ct-scan',
    term: 'CT scan',
    means: 'A scan that makes pictures of slices of the body with X-rays.',
    alsoAs: ['CT scans', 'CT'],
  },
  {
    id: 'dye',
    term: 'X-ray dye',
    means: 'A clear fluid that shows up on X-rays. Doctors call it contrast.',
    alsoAs: ['contrast'],
  },
  {
    id: 'embolisation',
    term: 'embolisation',
    means: 'Blocking a blood vessel from inside, on purpose.',
    procedure: 'embolisation',
  },
  {
    id: 'ercp',
    term: 'ERCP',
    means: 'A test and treatment of the bile ducts with a camera tube through the mouth.',
  },
  {
    id: 'fiducial',
    term: 'fiducial',
    means: 'A tiny metal marker that shows radiotherapy where to aim.',
    procedure: 'marker-insertion',
  },
  {
    id: 'hickman-line',
    term: 'Hickman line',
    means: 'A soft tube into a big vein, under the skin of the chest.',
    procedure: 'central-venous-catheter',
  },
  {
    id: 'hifu',
    term: 'HIFU',
    means:
      'Sound waves that heat and kill a tumour. The letters stand for high-intensity focused ultrasound.',
    procedure: 'prostate-ablation',
  },
  {
    id: 'interventional-oncology',
    term: 'interventional oncology',
    means: 'Cancer care through a needle or a fine tube, guided by a scan.',
  },
  {
    id: 'interventional-radiologist',
    term: 'interventional radiologist',
    means: 'A doctor who treats people through a needle or a fine tube, guided by a scan.',
  },
  { id: 'jaundice', term: 'jaundice', means: 'Yellow skin and eyes, because bile cannot flow away.' },
  {
    id: 'mdt-meeting',
    term: 'MDT meeting',
    means:
      'A meeting of all the experts who care for people with your kind of cancer. MDT stands for multidisciplinary team.',
  },
  { id: 'melanoma', term: 'melanoma', means: 'A kind of skin cancer.' },
  {
    id: 'metastasis',
    term: 'metastasis',
    means: 'A cancer that has spread from where it began to another place.',
    alsoAs: ['metastases', 'secondary'],
  },
  {
    id: 'microwave-ablation',
    term: 'microwave ablation',
    means: 'Destroying a tumour with the heat of microwaves.',
    procedure: 'liver-ablation',
  },
  {
    id: 'mri-scan',
    term: 'MRI scan',
    means: 'A scan that makes pictures with a strong magnet, without radiation.',
    alsoAs: ['MRI scans', 'MRI'],
  },
  {
    id: 'nephrostomy',
    term: 'nephrostomy',
    means: 'A thin tube through the skin that drains a kidney.',
    procedure: 'nephrostomy',
  },
  { id: 'peg', term: 'PEG', means: 'A feeding tube into the stomach that is put in with a camera.' },
  { id: 'peritonitis', term: 'peritonitis', means: 'A serious infection of the inside of the belly.' },
  {
    id: 'picc',
    term: 'PICC',
    means: 'A long soft tube through a vein of the arm into a big vein.',
    procedure: 'central-venous-catheter',
  },
  { id: 'pneumothorax', term: 'pneumothorax', means: 'Air round the lung, so that the lung goes down.' },
  {
    id: 'port',
    term: 'port',
    means: 'A small box under the skin, joined to a tube into a big vein.',
    procedure: 'central-venous-catheter',
  },
  {
    id: 'portal-vein',
    term: 'portal vein',
    means: 'The vein that takes blood from the gut to the liver.',
    procedure: 'neo-adjuvant-embolisation',
  },
  {
    id: 'post-embolisation-syndrome',
    term: 'post-embolisation syndrome',
    means: 'Pain, fever and feeling sick for some days after a vessel was blocked.',
    procedure: 'transarterial-chemoembolisation',
  },
  { id: 'prostate', term: 'prostate', means: 'A gland below the bladder. Only people born male have one.' },
  {
    id: 'ptc',
    term: 'PTC',
    means: 'X-ray pictures of the bile ducts through a needle in the liver.',
    procedure: 'percutaneous-transhepatic-cholangiography',
  },
  { id: 'radiation', term: 'radiation', means: 'Rays that pass through the body. X-rays are one kind.' },
  {
    id: 'radiofrequency-ablation',
    term: 'radiofrequency ablation',
    means: 'Destroying a tumour with heat from an electric current.',
    procedure: 'liver-ablation',
  },
  { id: 'radiotherapy', term: 'radiotherapy', means: 'Treatment of cancer with rays.' },
  {
    id: 'rig',
    term: 'RIG',
    means: 'A feeding tube into the stomach that is put in with X-rays.',
    procedure: 'enteral-tube-placement',
  },
  {
    id: 'sabr',
    term: 'SABR',
    means: 'Radiotherapy that is aimed at a small tumour with great care, in a few strong doses.',
  },
  {
    id: 'sedation',
    term: 'sedation',
    means: 'A medicine that makes you calm and sleepy, but not fully asleep.',
  },
  {
    id: 'sepsis',
    term: 'sepsis',
    means: 'The body’s dangerous reaction to an infection. It needs help at once.',
  },
  {
    id: 'sirt',
    term: 'SIRT',
    means: 'Tiny radioactive beads that are put into the vessels of a liver tumour.',
    alsoAs: ['radioembolisation'],
    procedure: 'selective-internal-radiation-therapy',
  },
  { id: 'stent', term: 'stent', means: 'A small tube that stays inside and holds a passage open.' },
  {
    id: 'steroid',
    term: 'steroid',
    means: 'A medicine that calms swelling.',
    alsoAs: ['steroids', 'Steroids'],
  },
  { id: 'stoma', term: 'stoma', means: 'An opening on the belly. Waste runs through it into a bag.' },
  {
    id: 'tace',
    term: 'TACE',
    means: 'Chemotherapy into the artery of a liver tumour, which is then blocked.',
    procedure: 'transarterial-chemoembolisation',
  },
  {
    id: 'tumour',
    term: 'tumour',
    means: 'A lump of cells that grow when they should not. It may be cancer or not.',
    alsoAs: ['tumours'],
  },
  { id: 'ultrasound', term: 'ultrasound', means: 'Pictures made from sound. There is no radiation.' },
  {
    id: 'ureter',
    term: 'ureter',
    means: 'The pipe from a kidney to the bladder.',
    procedure: 'ureteric-stenting',
  },
  {
    id: 'vena-cava',
    term: 'vena cava',
    means: 'The biggest vein. It takes blood back to the heart.',
    procedure: 'vena-caval-stenting',
  },
  {
    id: 'vertebroplasty',
    term: 'vertebroplasty',
    means: 'Putting cement into a weak bone of the spine.',
    procedure: 'vertebroplasty',
  },
  { id: 'work-up', term: 'work-up', means: 'The tests before a treatment that show if it is right for you.' },
]

/** A piece of a text: plain, or one that a term explains. */
export type Piece = { readonly text: string; readonly term: Term | null }

const forms = GLOSSARY.flatMap((term) =>
  [term.term, ...(term.alsoAs ?? [])].map((form) => ({ form, term })),
).sort((a, b) => b.form.length - a.form.length)
const escaped = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyForm = new RegExp(`(?<![\\w-])(${forms.map(({ form }) => escaped(form)).join('|')})(?![\\w-])`, 'gi')
const byForm = new Map(forms.map(({ form, term }) => [form.toLowerCase(), term]))

/**
 * A text cut where the profession's words stand in it, each marked the first time only. `seen` holds the
 * ids already marked on the page, and those of this text are added to it.
 */
export function withTerms(text: string, seen: Set<string>): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(anyForm)) {
    const term = byForm.get(found[0].toLowerCase())
    if (!term || seen.has(term.id) || !isWritten(term, found[0])) continue
    seen.add(term.id)
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), term: null })
    pieces.push({ text: found[0], term })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), term: null })
  return pieces
}

/** "PORT" and "port" are one word; "Peg" is not "PEG", nor "rig" the "RIG". */
function isWritten(term: Term, found: string): boolean {
  const letters = [term.term, ...(term.alsoAs ?? [])].find(
    (form) => form.toLowerCase() === found.toLowerCase(),
  )
  return letters !== undefined && (/^[A-Z]{2,}/.test(letters) ? letters === found : true)
}

/** The profession's words taken out of a text and a plain one put in their place, to measure how it reads. */
export function withoutTerms(text: string, plain = 'treatment'): string {
  return text.replace(anyForm, plain)
}
