/** The master's leaflets, one for each procedure of the catalogue, in the languages that there are. */

import { asciticDiversion } from './content/ascitic-diversion.ts'
import { biliaryDrainageAndStenting } from './content/biliary-drainage-and-stenting.ts'
import { boneAblation } from './content/bone-ablation.ts'
import { centralVenousCatheter } from './content/central-venous-catheter.ts'
import { embolisation } from './content/embolisation.ts'
import { enteralTubePlacement } from './content/enteral-tube-placement.ts'
import { gastrointestinalStenting } from './content/gastrointestinal-stenting.ts'
import { imageGuidedAblationElsewhere } from './content/image-guided-ablation-elsewhere.ts'
import { imageGuidedAspiration } from './content/image-guided-aspiration.ts'
import { imageGuidedBiopsy } from './content/image-guided-biopsy.ts'
import { imageGuidedBrachytherapy } from './content/image-guided-brachytherapy.ts'
import { imageGuidedDrainage } from './content/image-guided-drainage.ts'
import { isolatedPerfusionChemotherapy } from './content/isolated-perfusion-chemotherapy.ts'
import { kidneyAblation } from './content/kidney-ablation.ts'
import { liverAblation } from './content/liver-ablation.ts'
import { lungAblation } from './content/lung-ablation.ts'
import { markerInsertion } from './content/marker-insertion.ts'
import { neoAdjuvantEmbolisation } from './content/neo-adjuvant-embolisation.ts'
import { nephrostomy } from './content/nephrostomy.ts'
import { percutaneousTranshepaticCholangiography } from './content/percutaneous-transhepatic-cholangiography.ts'
import { prostateAblation } from './content/prostate-ablation.ts'
import { selectiveInternalRadiationTherapy } from './content/selective-internal-radiation-therapy.ts'
import { transarterialChemoembolisation } from './content/transarterial-chemoembolisation.ts'
import { uretericStenting } from './content/ureteric-stenting.ts'
import { venaCavalFiltration } from './content/vena-caval-filtration.ts'
import { venaCavalStenting } from './content/vena-caval-stenting.ts'
import { vertebroplasty } from './content/vertebroplasty.ts'
import type { Language, LeafletBody } from './leaflet.ts'

/** In the catalogue's order. */
export const LEAFLETS: readonly LeafletBody[] = [
  imageGuidedBiopsy,
  nephrostomy,
  imageGuidedDrainage,
  centralVenousCatheter,
  uretericStenting,
  biliaryDrainageAndStenting,
  venaCavalFiltration,
  gastrointestinalStenting,
  percutaneousTranshepaticCholangiography,
  enteralTubePlacement,
  venaCavalStenting,
  asciticDiversion,
  vertebroplasty,
  isolatedPerfusionChemotherapy,
  imageGuidedAspiration,
  markerInsertion,
  neoAdjuvantEmbolisation,
  transarterialChemoembolisation,
  liverAblation,
  kidneyAblation,
  lungAblation,
  boneAblation,
  selectiveInternalRadiationTherapy,
  prostateAblation,
  imageGuidedAblationElsewhere,
  embolisation,
  imageGuidedBrachytherapy,
]

const byProcedure = new Map(LEAFLETS.map((leaflet) => [`${leaflet.procedure}/${leaflet.language}`, leaflet]))

/** The current master of a procedure's leaflet in a language; undefined where there is none. */
export function leafletOf(procedure: string, language: Language = 'en'): LeafletBody | undefined {
  return byProcedure.get(`${procedure}/${language}`)
}
