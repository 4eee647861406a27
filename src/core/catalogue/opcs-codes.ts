/**
 * OPCS-4 codes of procedures, only those that a source read confirms. A procedure is often a
 * combination of codes, and one combination does not always name one procedure.
 *
 * OPCS-4 is Crown copyright; no edition was read whole. SNOMED CT is left out: no source confirmed a concept.
 */
import { z } from 'zod'

export const opcsCodeSchema = z
  .object({
    /** The technique or approach that this combination names. */
    technique: z.string(),
    /** All of them together; a trailing `-` stands for any fourth character. */
    codes: z.array(z.string().regex(/^[A-Z]\d{2}(\.(\d|-))?$/)).readonly(),
    source: z.string(),
  })
  .readonly()
export type OpcsCode = z.infer<typeof opcsCodeSchema>

const nice = (guidance: string) => `NICE ${guidance}, OPCS-4 coding recommendation`
const biobank = 'OPCS-4 lists of a published UK Biobank analysis script'
const agreed = 'List of agreed OPCS-4.6 codes (1library.net)'

/** By procedure id. A procedure that is not here has no verified code. */
export const OPCS_CODES: Readonly<Record<string, readonly OpcsCode[]>> = {
  'selective-internal-radiation-therapy': [
    {
      technique: 'Selective internal radiation of the liver; Y89.- is added where needed',
      codes: ['J12.3', 'X65.3', 'Y36.4', 'Y53.4'],
      source: nice('IPG401 and IPG459'),
    },
  ],
  'liver-ablation': [
    {
      technique: 'Percutaneous radiofrequency',
      codes: ['J12.4', 'Y53.-'],
      source: nice('IPG214, IPG327, IPG406 and IPG444'),
    },
    {
      technique: 'Percutaneous microwave',
      codes: ['J12.7'],
      source: nice('IPG214, IPG327, IPG406 and IPG444'),
    },
    {
      technique: 'Laparoscopic microwave',
      codes: ['J08.3'],
      source: nice('IPG214, IPG327, IPG406 and IPG444'),
    },
    {
      technique: 'Open microwave',
      codes: ['J03.2', 'Y13.7'],
      source: nice('IPG214, IPG327, IPG406 and IPG444'),
    },
    {
      technique: 'Irreversible electroporation',
      codes: ['J12.8', 'Y12.3'],
      source: nice('IPG214, IPG327, IPG406 and IPG444'),
    },
  ],
  'isolated-perfusion-chemotherapy': [
    {
      technique:
        'Chemosaturation of the liver; codes of the drug and its delivery (X70 to X72, X33.8) are added',
      codes: ['J10.3', 'Y53.2', 'Z37.6'],
      source: nice('IPG488'),
    },
  ],
  'kidney-ablation': [
    { technique: 'Laparoscopic cryotherapy', codes: ['M10.4', 'Y53.-'], source: nice('IPG405') },
    { technique: 'Laparoscopic cryotherapy', codes: ['M04.3', 'Y75.2', 'Y13.2'], source: nice('IPG405') },
  ],
  nephrostomy: [
    { technique: 'Percutaneous nephrostomy', codes: ['M13.6'], source: biobank },
    { technique: 'Percutaneous drainage of the kidney', codes: ['M13.2'], source: biobank },
  ],
  'ureteric-stenting': [
    { technique: 'Percutaneous, metallic stent', codes: ['M33.1'], source: biobank },
    { technique: 'Percutaneous, plastic stent', codes: ['M33.2'], source: biobank },
    { technique: 'Percutaneous, not elsewhere classified', codes: ['M33.5'], source: biobank },
  ],
  'gastrointestinal-stenting': [
    { technique: 'Oesophagus, not elsewhere classified', codes: ['G21.5'], source: agreed },
    { technique: 'Oesophagus, endoscopic', codes: ['G15.4'], source: agreed },
  ],
}
