/** Studies and audits from which a number was taken. */

export const STUDIES = {
  'ir-doses-1998': {
    title: 'A study of patient radiation doses in interventional radiological procedures, 288 procedures',
    publisher: 'The British Journal of Radiology, volume 71, number 842',
    edition: '1998',
    address:
      'http://health.barakatkns.com/article/298220/a-study-of-patient-radiation-doses-in-interventional-radiological-procedures',
    read: 'in part',
  },
  'tace-doses': {
    title:
      'Preliminary assessment of effective doses for patients undergoing hepatic arterial chemoembolization',
    publisher: 'Radiation Hygiene, volume 14, number 2',
    edition: '2021',
    address: 'https://www.radhyg.ru/jour/article/view/803?locale=en_US',
    read: 'in part',
  },
  'liver-ablation-doses': {
    title:
      'Radiation dose and risk estimates of CT-guided percutaneous liver ablations and factors associated with dose reduction',
    publisher: 'CardioVascular and Interventional Radiology, number 12',
    edition: '2018',
    address:
      'https://www.springermedizin.de/radiation-dose-and-risk-estimates-of-ct-guided-percutaneous-live/16061526',
    read: 'in part',
  },
  'kidney-ablation-doses': {
    title:
      'A closer look at radiation exposure during percutaneous cryoablation for T1 renal tumors, 164 treatments',
    publisher: 'Cancers, volume 17',
    edition: '2025',
    address: 'https://doi.org/10.3390/cancers17122016',
    read: 'in part',
  },
  'nephrostomy-audit': {
    title: 'National audit of nephrostomy, 3,262 patients',
    publisher: 'The Royal College of Radiologists',
    edition: null,
    address: 'https://pubmed.ncbi.nlm.nih.gov/18625353/',
    read: 'in part',
  },
  'biliary-registry': {
    title: 'First biliary drainage and stent audit, 833 patients',
    publisher: 'British Society of Interventional Radiology',
    edition: '2011',
    address: 'https://doi.org/10.1007/s00270-011-0103-4',
    read: 'in part',
  },
  'lung-biopsy-risks': {
    title: 'Risks of transthoracic needle biopsy: how high?',
    publisher: 'Clinical Pulmonary Medicine',
    edition: '2013',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3601755/',
    read: 'in part',
  },
  'lung-ablation-pneumothorax': {
    title: 'Pneumothorax after radiofrequency ablation for lung neoplasms, 129 sessions',
    publisher: 'A study, as PubMed summarises it',
    edition: null,
    address: 'https://pubmed.ncbi.nlm.nih.gov/17057004/',
    read: 'in part',
  },
  'bone-ablation-standards': {
    title: 'CIRSE standards of practice on thermal ablation of bone tumours',
    publisher: 'CardioVascular and Interventional Radiology',
    edition: '2022',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9018647',
    read: 'in part',
  },
  'bone-ablation-pain': {
    title: 'Thermal ablation to relieve pain from metastatic bone disease: a systematic review',
    publisher: 'Skeletal Radiology',
    edition: '2018',
    address: 'https://link.springer.com/article/10.1007/s00256-018-3140-0',
    read: 'in part',
  },
  'gastrostomy-standards': {
    title: 'CIRSE standards of practice guidelines on gastrostomy',
    publisher: 'CardioVascular and Interventional Radiology',
    edition: '2016',
    address: 'https://link.springer.com/article/10.1007/s00270-016-1344-z',
    read: 'in part',
  },
  'pve-review': {
    title: 'Portal vein embolization before liver resection: a systematic review, 1,791 patients',
    publisher: 'CardioVascular and Interventional Radiology',
    edition: '2012',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3549243/',
    read: 'in part',
  },
  'marker-infections': {
    title: 'Infections after fiducial marker implantation for prostate radiotherapy, 285 patients',
    publisher: 'Radiation Oncology',
    edition: '2015',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4333155',
    read: 'in part',
  },
  'ascites-catheter-review': {
    title: 'Peritoneal catheter drainage for malignant ascites: a NICE medical technology guidance',
    publisher: 'Applied Health Economics and Health Policy',
    edition: '2012',
    address: 'https://pubmed.ncbi.nlm.nih.gov/22779402/',
    read: 'in part',
  },
  'tace-syndrome': {
    title: 'Risk factors for postembolization syndrome after chemoembolization, 316 treatments',
    publisher: 'Current Medical Imaging Reviews',
    edition: '2019',
    address: 'https://pubmed.ncbi.nlm.nih.gov/31989907/',
    read: 'in part',
  },
  'tace-abscess': {
    title: 'Liver abscess after chemoembolization, 3,341 sessions',
    publisher: 'Frontiers in Oncology',
    edition: '2023',
    address: 'https://www.frontiersin.org/journals/oncology/articles/10.3389/fonc.2023.1256012/full',
    read: 'in part',
  },
  cirt: {
    title: 'CIRT: registry of SIRT in Europe, 1,027 patients',
    publisher: 'CIRSE and European centres, as PubMed summarises it',
    edition: '2020',
    address: 'https://pubmed.ncbi.nlm.nih.gov/32959085/',
    read: 'in part',
  },
  'sirt-england': {
    title: 'SIRT for bowel cancer in the liver: commissioning through evaluation, 399 patients',
    publisher: 'NHS England',
    edition: null,
    address: 'https://orca.cardiff.ac.uk/id/eprint/115935',
    read: 'in part',
  },
  'eanm-sirt': {
    title:
      'EANM procedure guideline for the treatment of liver cancer and liver metastases with intra-arterial radioactive compounds',
    publisher: 'European Association of Nuclear Medicine',
    edition: '2022',
    address: 'https://link.springer.com/article/10.1007/s00259-021-05600-z',
    read: 'in part',
  },
  'sirt-contacts': {
    title: 'Radiation emission from patients treated with yttrium-90 microspheres, 143 treatments',
    publisher: 'Journal of Vascular and Interventional Radiology',
    edition: '2012',
    address: 'https://pubmed.ncbi.nlm.nih.gov/22440592/',
    read: 'in part',
  },
  'limb-perfusion-results': {
    title: 'Isolated limb perfusion for melanoma (chapter)',
    publisher: 'Springer',
    edition: null,
    address: 'https://link.springer.com/chapter/10.1007/978-3-319-28773-7_25',
    read: 'in part',
  },
  'rcog-risk': {
    title: 'Presenting information on risk (clinical governance advice 7)',
    publisher: 'Royal College of Obstetricians and Gynaecologists',
    edition: null,
    address:
      'https://www.rcog.org.uk/guidance/browse-all-guidance/clinical-governance-advice/presenting-information-on-risk-clinical-governance-advice-no-7/',
    read: 'in part',
  },
} as const
