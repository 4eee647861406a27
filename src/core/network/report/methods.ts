/** What a report says of how it was made, what it cannot say, and whose data are in it. */

import type { ReportSources } from '../report.ts'

type Given = Pick<
  ReportSources,
  'network' | 'access' | 'demand' | 'travelWords' | 'proposals' | 'from' | 'code'
>

export function methods({ network, access, demand, travelWords, proposals }: Given): readonly string[] {
  const edition = network.edition
    ? `the census edition ${network.edition.title}`
    : 'no census, for none has opened'
  return [
    `Provision is what services answered in ${edition}; one main site stands for a service.`,
    'Referral pathways are those in force on the day: stated in the record of the referring service, confirmed by the recipient or not yet; and those declared in the census.',
    ...(access
      ? [
          `Access: each small area of the national statistics to the nearest service that offers the procedure. ${travelWords} No threshold exists for interventional oncology; 45 minutes is radiotherapy’s in England.`,
        ]
      : []),
    ...(demand
      ? [
          'Demand: residents × new cases a year × the share of new cases that would have the procedure, added up over cancers and districts. Crude rates. Observed: treatments in the registry by region of the service, as its disclosure control lets them out: * stands for a number that is withheld.',
        ]
      : []),
    ...(proposals.length > 0
      ? ['Proposals were computed by the solver HiGHS; each says whether its answer is proven to be optimal.']
      : []),
  ]
}

export function limits({ network, access, demand }: Given): readonly string[] {
  const silent = network.sites.filter(({ code }) => !network.provisions.has(code)).length
  return [
    ...(network.fictional ? ['Every service and answer is invented: this is a demonstration.'] : []),
    ...(silent > 0
      ? [`${silent} of ${network.sites.length} services of the United Kingdom did not answer.`]
      : []),
    'What services declare was not checked against what they do, but for what the registry holds.',
    'Regions are given to people by the nearest hospital of their nation; borders of regions are not in the data.',
    ...(access
      ? [
          'Residents of Scotland and Northern Ireland are census totals of councils and districts, shared equally among their small areas.',
        ]
      : []),
    ...(demand
      ? [
          'Incidence is from published tables that were not verified in the registries’ own, unless a line says otherwise; assumed shares are no facts.',
        ]
      : []),
  ]
}

export function sources({ from, code }: Given): readonly string[] {
  return [
    ...(from.edition
      ? [
          `Census edition ${from.edition}${from.editionDigest ? `, digest SHA-256 ${from.editionDigest}` : ', still open'}.`,
        ]
      : []),
    ...(from.snapshot ? [`Registry snapshot ${from.snapshot}.`] : []),
    ...(from.travelTimes ? [`Travel times: ${from.travelTimes}.`] : []),
    `Table of demand, statement ${from.demand}.`,
    `Made by Fourth Pillar ${code}.`,
    'Zhong et al., BMJ Open 2017;7:e016631: classes of provision, and what a formal referral pathway is.',
    'Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right. Source: Office for National Statistics, NISRA, NRS, NHS ODS and NHS.UK, licensed under the Open Government Licence v3.0. GeoNames (CC BY 4.0) for BT outcodes. Made with Natural Earth. Incidence: Cancer Research UK, from the four cancer registries.',
  ]
}
