/**
 * The totals that the published census printed, which the demonstration's closed edition is made to yield.
 * They are input to the generator and known nowhere in `src/core`.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Results, tables 1 and 2
 */
import type { Nation } from '#core/catalogue/organisations.ts'
import type { ProvisionClass } from '#core/census/provision.ts'

export const CLASSES: Readonly<Record<Nation, Readonly<Record<ProvisionClass, number>>>> = {
  England: { both: 57, 'supportive-only': 70, 'referral-pathway-only': 0, planned: 21, none: 5 },
  Scotland: { both: 8, 'supportive-only': 2, 'referral-pathway-only': 0, planned: 0, none: 4 },
  Wales: { both: 4, 'supportive-only': 1, 'referral-pathway-only': 1, planned: 0, none: 1 },
  'Northern Ireland': { both: 1, 'supportive-only': 0, 'referral-pathway-only': 0, planned: 0, none: 4 },
}

/** Providers that gave no detail: six, and the pathway-only board has none to give. */
export const NO_DETAIL = 6
export const BIOPSY_ONLY = 8
export const IO_LEADS = 19
export const WITH_DISEASE_MODIFYING_PATHWAY = 43

/** Table 1, without biopsy, which all that gave detail offer. */
export const SUPPORTIVE: Readonly<Record<string, number>> = {
  nephrostomy: 129,
  'image-guided-drainage': 128,
  'central-venous-catheter': 125,
  'ureteric-stenting': 124,
  'biliary-drainage-and-stenting': 118,
  'vena-caval-filtration': 88,
  'gastrointestinal-stenting': 87,
  'percutaneous-transhepatic-cholangiography': 84,
  'enteral-tube-placement': 81,
  'vena-caval-stenting': 79,
  'ascitic-diversion': 39,
  vertebroplasty: 6,
  'isolated-perfusion-chemotherapy': 5,
}

export const DISEASE_MODIFYING: Readonly<Record<string, number>> = {
  'transarterial-chemoembolisation': 40,
  'liver-ablation': 39,
  'kidney-ablation': 39,
  'lung-ablation': 28,
  'bone-ablation': 18,
  'selective-internal-radiation-therapy': 17,
  'prostate-ablation': 2,
}

/** The paper prints only their order; the counts are invented. */
export const BARRIERS: Readonly<Record<string, number>> = {
  funding: 64,
  staff: 57,
  'clinician-support': 41,
  'pathway-in-place': 33,
  recruitment: 24,
  other: 7,
  nothing: 5,
}
