/** Pages for patients of charities and of societies of the profession. */

export const CHARITIES_AND_SOCIETIES = {
  'sepsis-safety-net': {
    title: 'Adult sepsis safety net',
    publisher: 'Patient, with the UK Sepsis Trust',
    edition: null,
    address: 'https://patient.info/infections/sepsis-septicaemia-leaflet/adult-sepsis-safety-net',
    read: 'whole',
  },
  'macmillan-cord': {
    title: 'Malignant spinal cord compression',
    publisher: 'Macmillan Cancer Support',
    edition: null,
    address:
      'https://www.macmillan.org.uk/information-and-support/coping/side-effects-and-symptoms/other-side-effects/malignant-spinal-cord-compression.html',
    read: 'in part',
  },
  'macmillan-sirt': {
    title: 'Selective internal radiation therapy (SIRT)',
    publisher: 'Macmillan Cancer Support',
    edition: null,
    address:
      'https://www.macmillan.org.uk/cancer-information-and-support/treatment/types-of-treatment/radiotherapy/internal-radiotherapy/selective-internal-radiation-therapy-sirt',
    read: 'in part',
  },
  'macmillan-kidney-embolisation': {
    title: 'Arterial embolisation for kidney cancer',
    publisher: 'Macmillan Cancer Support',
    edition: null,
    address:
      'https://www.macmillan.org.uk/cancer-information-and-support/treatments-and-drugs/arterial-embolisation-for-kidney-cancer',
    read: 'in part',
  },
  'macmillan-limb': {
    title: 'Chemotherapy into a limb for melanoma',
    publisher: 'Macmillan Cancer Support',
    edition: null,
    address:
      'https://www.macmillan.org.uk/cancer-information-and-support/treatments-and-drugs/chemotherapy-into-an-arm-or-leg-for-melanoma',
    read: 'in part',
  },
  'melanoma-focus-limb': {
    title: 'Isolated limb infusion or perfusion',
    publisher: 'Melanoma Focus',
    edition: null,
    address:
      'https://melanomafocus.org/melanoma-patient-treatment-guide/melanoma-treatment/other-treatment-options/isolated-limb-infusion-or-perfusion/',
    read: 'in part',
  },
  'cruk-limb': {
    title: 'Isolated limb infusion and isolated limb perfusion',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://www.cancerresearchuk.org/about-cancer/melanoma/treatment/advanced-treatment/isolated-limb-infusion-perfusion',
    read: 'in part',
  },
  'cruk-tace': {
    title: 'Trans arterial chemoembolisation (TACE)',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://about-cancer.cancerresearchuk.org/about-cancer/liver-cancer/treatment/chemoembolisation',
    read: 'in part',
  },
  'cruk-sirt': {
    title: 'Selective internal radiation therapy (SIRT)',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://www.cancerresearchuk.org/about-cancer/cancer-in-general/treatment/radiotherapy/internal/radioactive-implant-treatment/selective-internal-radiation-therapy-sirt',
    read: 'in part',
  },
  'cruk-liver-ablation': {
    title: 'Treatment using heat to destroy liver cancer (thermal ablation)',
    publisher: 'Cancer Research UK',
    edition: null,
    address: 'https://www.cancerresearchuk.org/about-cancer/liver-cancer/treatment/thermal_ablation',
    read: 'in part',
  },
  'cruk-kidney-embolisation': {
    title: 'Blocking the blood supply for kidney cancer (renal artery embolisation)',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://www.cancerresearchuk.org/about-cancer/kidney-cancer/treatment/renal-artery-embolisation',
    read: 'in part',
  },
  'cruk-oesophageal-stent': {
    title: 'Making swallowing easier: oesophageal stent',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://www.cancerresearchuk.org/about-cancer/oesophageal-cancer/treatment/making-swallowing-easier/oesophageal-stent',
    read: 'in part',
  },
  'cruk-seeds': {
    title: 'Permanent seed brachytherapy for prostate cancer',
    publisher: 'Cancer Research UK',
    edition: null,
    address:
      'https://www.cancerresearchuk.org/about-cancer/prostate-cancer/treatment/radiotherapy/brachytherapy/permanent-seed-brachytherapy',
    read: 'in part',
  },
  'prostate-uk-seeds': {
    title: 'Permanent seed brachytherapy',
    publisher: 'Prostate Cancer UK',
    edition: null,
    address:
      'https://prostatecanceruk.org/prostate-information-and-support/treatments/permanent-seed-brachytherapy',
    read: 'in part',
  },
  'prostate-uk-hifu': {
    title: 'High-intensity focused ultrasound (HIFU)',
    publisher: 'Prostate Cancer UK',
    edition: null,
    address: 'https://prostatecanceruk.org/information/prostate-cancer/treatment/treatment-choices/hifu',
    read: 'in part',
  },
  'infopool-focal': {
    title: 'Focal therapy',
    publisher: 'The infopool',
    edition: null,
    address: 'https://www.theinfopool.co.uk/treatment/focal-therapy',
    read: 'in part',
  },
  'liver-trust-biopsy': {
    title: 'Liver biopsy',
    publisher: 'British Liver Trust',
    edition: null,
    address:
      'https://britishlivertrust.org.uk/information-and-support/living-with-a-liver-condition/liver-biopsy/',
    read: 'whole',
  },
  'bsir-nephrostomy': {
    title: 'Percutaneous nephrostomy (leaflet of the British Society of Interventional Radiology)',
    publisher: 'British Society of Urogenital Radiology',
    edition: null,
    address: 'http://bsur.org.uk/percutaneous-nephrostomy/',
    read: 'in part',
  },
  'cirse-vena-cava-stent': {
    title: 'Vena cava stenting',
    publisher: 'CIRSE, pages for patients',
    edition: null,
    address: 'https://cirse.org/?p=2767',
    read: 'in part',
  },
  'genesis-markers': {
    title: 'Fiducial markers',
    publisher: 'GenesisCare UK',
    edition: null,
    address:
      'https://www.genesiscare.com/uk/treatment/radiotherapy/fiducial-markers-for-prostate-cancer-radiotherapy',
    read: 'in part',
  },
  'colon-stent': {
    title: 'Questions and answers on a bowel stent',
    publisher: 'Cancerbackup, now Macmillan',
    edition: null,
    address:
      'http://www.cancerbackup.org.uk/QAs/BowelcancerQAs/TreatmentQAs/Treatment-general/related_faqs/QAs/1080320722',
    read: 'in part',
  },
  'cancer-council-pve': {
    title: 'Portal vein embolisation for primary liver cancer',
    publisher: 'Cancer Council Australia',
    edition: '2018',
    address: 'https://www.cancercouncil.com.au/liver-cancer-2/treatment/portal-vein-embolisation-pve/',
    read: 'whole',
  },
} as const
