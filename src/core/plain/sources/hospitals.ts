/** Leaflets of NHS hospitals: what they tell their own patients. */

export const HOSPITAL_LEAFLETS = {
  'belfast-ir': {
    title: 'Interventional radiology',
    publisher: 'Belfast Health and Social Care Trust',
    edition: null,
    address: 'https://belfasttrust.hscni.net/services/cancer/treatments/interventional-radiology/',
    read: 'in part',
  },
  'cuh-sedation': {
    title: 'Adult patients discharged following procedural sedation',
    publisher: 'Cambridge University Hospitals',
    edition: null,
    address:
      'https://www.cuh.nhs.uk/patient-information/adult-patients-discharged-following-procedural-sedation/',
    read: 'whole',
  },
  'cuh-drainage': {
    title: 'Information for patients undergoing a CT-guided percutaneous drainage procedure',
    publisher: 'Cambridge University Hospitals',
    edition: null,
    address:
      'https://www.cuh.nhs.uk/patient-information/information-for-patients-undergoing-a-ct-guided-percutaneous-drainage-procedure',
    read: 'in part',
  },
  'cuh-ureteric-stent': {
    title: 'Antegrade ureteric stent insertion',
    publisher: 'Cambridge University Hospitals',
    edition: null,
    address:
      'https://www.cuh.nhs.uk/patient-information/antegrade-ureteric-stent-insertion-a-guide-for-patients/',
    read: 'in part',
  },
  'nca-nephrostomy': {
    title: 'Nephrostomy insertion',
    publisher: 'Northern Care Alliance',
    edition: null,
    address:
      'https://www.northerncarealliance.nhs.uk/patient-information/patient-leaflets/radiology-nephrostomy-insertion',
    read: 'in part',
  },
  'nca-drainage': {
    title: 'Image guided drainage',
    publisher: 'Northern Care Alliance',
    edition: null,
    address:
      'https://www.northerncarealliance.nhs.uk/patient-information/patient-leaflets/radiology-image-guided-drainage',
    read: 'in part',
  },
  'nca-gastrostomy': {
    title: 'Radiologically inserted gastrostomy (RIG)',
    publisher: 'Northern Care Alliance',
    edition: null,
    address:
      'https://www.northerncarealliance.nhs.uk/patient-information/patient-leaflets/radiology-radiologically-inserted-gastrostomy-rig',
    read: 'in part',
  },
  'nca-caval-filter': {
    title: 'Inferior vena cava (IVC) filter insertion and removal',
    publisher: 'Northern Care Alliance',
    edition: null,
    address:
      'https://www.northerncarealliance.nhs.uk/patient-information/patient-leaflets/radiology-inferior-vena-cava-ivc-filter-insertion-removal',
    read: 'in part',
  },
  'nca-biliary': {
    title: 'Percutaneous transhepatic cholangiogram (PTC) and biliary drainage',
    publisher: 'Northern Care Alliance',
    edition: null,
    address:
      'https://northerncarealliance.nhs.uk/patient-information/patient-leaflets/hepato-panreato-biliary-hpb-percutaneous-transhepatic-cholangiogram-ptc-and-biliary-drainage',
    read: 'in part',
  },
  'nbt-liver-biopsy': {
    title: 'Ultrasound guided liver biopsy',
    publisher: 'North Bristol',
    edition: null,
    address:
      'https://www.nbt.nhs.uk/our-services/a-z-services/imaging-x-ray/imaging-patient-information/ultrasound-guided-liver-biopsy',
    read: 'in part',
  },
  'leeds-drainage': {
    title: 'Having a CT-guided drainage',
    publisher: 'Leeds Teaching Hospitals',
    edition: null,
    address: 'https://www.leedsth.nhs.uk/patients/resources/having-a-ct-guided-drainage/',
    read: 'in part',
  },
  'gateshead-drainage': {
    title: 'Ultrasound guided drainage',
    publisher: 'Gateshead Health',
    edition: null,
    address: 'https://www.gatesheadhealth.nhs.uk/resources/ultrasound-guided-drainage',
    read: 'in part',
  },
  'gateshead-filter-removal': {
    title: 'Removal of a vena cava filter',
    publisher: 'Gateshead Health',
    edition: null,
    address: 'https://www.gatesheadhealth.nhs.uk/?p=16980',
    read: 'in part',
  },
  'gateshead-filter': {
    title: 'Information for patients requiring a vena cava filter',
    publisher: 'Gateshead Health',
    edition: null,
    address:
      'https://www.gatesheadhealth.nhs.uk/resources/information-for-patients-requiring-a-vena-cava-filter/',
    read: 'in part',
  },
  'uhb-nephrostomy': {
    title: 'Percutaneous insertion of nephrostomy tube',
    publisher: 'University Hospitals Birmingham',
    edition: null,
    address:
      'https://docslib.org/doc/9737158/information-for-patients-undergoing-percutaneous-insertion-of-nephrostomy-tube',
    read: 'in part',
  },
  'uhb-tace': {
    title: 'Transarterial chemoembolisation (TACE)',
    publisher: 'University Hospitals Birmingham',
    edition: null,
    address: 'https://studyres.com/doc/16301154/transarterial-chemoembolisation--tace-',
    read: 'in part',
  },
  'uhb-paracentesis': {
    title: 'Drainage of ascites (paracentesis)',
    publisher: 'University Hospitals Birmingham',
    edition: null,
    address: 'https://docslib.org/doc/7240802/drainage-of-ascites-paracentesis',
    read: 'in part',
  },
  'plymouth-tace': {
    title: 'Hepatic chemoembolisation',
    publisher: 'University Hospitals Plymouth',
    edition: '2023',
    address: 'https://www.plymouthhospitals.nhs.uk/display-pil/pil-hepatic-chemoembolisation-6237',
    read: 'in part',
  },
  'royal-free-ablation': {
    title: 'Having radiofrequency and microwave ablation',
    publisher: 'Royal Free London',
    edition: null,
    address:
      'https://royalfree.nhs.uk/patients-and-visitors/patient-information-leaflets/having-radiofrequency-and-microwave-ablation',
    read: 'in part',
  },
  'royal-free-pve': {
    title: 'Having portal vein embolisation (PVE)',
    publisher: 'Royal Free London',
    edition: null,
    address:
      'https://www.royalfree.nhs.uk/patients-and-visitors/patient-information-leaflets/having-portal-vein-embolisation-pve',
    read: 'in part',
  },
  'royal-free-ureteric-stent': {
    title: 'Ureteric stent insertion',
    publisher: 'Royal Free London',
    edition: null,
    address:
      'https://royalfree.nhs.uk/patients-and-visitors/patient-information-leaflets/ureteric-stent-insertion',
    read: 'in part',
  },
  'imperial-ureteric-stent': {
    title: 'Antegrade ureteric stenting',
    publisher: 'Imperial College Healthcare',
    edition: null,
    address: 'https://studyres.com/doc/17921023/antegrade-ureteric-stenting---imperial-college-healthcare',
    read: 'in part',
  },
  'uclh-kidney-cryoablation': {
    title: 'Kidney tumour cryoablation',
    publisher: 'University College London Hospitals',
    edition: null,
    address: 'https://docslib.org/doc/11621619/kidney-tumour-cryoablation',
    read: 'in part',
  },
  'uclh-liver-ablation': {
    title: 'Liver tumour ablation',
    publisher: 'University College London Hospitals',
    edition: null,
    address:
      'https://uclh.nhs.uk/patients-and-visitors/patient-information-pages/liver-tumour-ablation-interventional-oncology-service',
    read: 'in part',
  },
  'uclh-lung-ablation': {
    title: 'Lung tumour ablation',
    publisher: 'University College London Hospitals',
    edition: null,
    address:
      'https://uclh.nhs.uk/patients-and-visitors/patient-information-pages/lung-tumour-ablation-interventional-oncology-service',
    read: 'in part',
  },
  'uclh-picc': {
    title: 'Peripherally inserted central catheters (PICCs)',
    publisher: 'University College London Hospitals',
    edition: null,
    address:
      'https://www.uclh.nhs.uk/patients-and-visitors/patient-information-pages/peripherally-inserted-central-catheters-piccs',
    read: 'in part',
  },
  'south-tees-lines': {
    title: 'Hickman line and PICC',
    publisher: 'South Tees Hospitals',
    edition: null,
    address: 'https://www.southtees.nhs.uk/resources/hickman-picc-and-picc/',
    read: 'in part',
  },
  'south-tees-svc-stent': {
    title: 'Superior vena cava (SVC) stent insertion',
    publisher: 'South Tees Hospitals',
    edition: null,
    address: 'https://www.southtees.nhs.uk/resources/superior-vena-cava-svc-stent-insertion/',
    read: 'in part',
  },
  'derby-svc-stent': {
    title: 'SVC stenting',
    publisher: 'Derby Hospitals',
    edition: null,
    address: 'https://studyres.com/doc/2555698/svc-stenting---derby-hospitals-nhs-foundation-trust',
    read: 'in part',
  },
  'scan-svc-stent': {
    title: 'Superior vena cava (SVC) stents',
    publisher: 'South East Scotland Lung Cancer Group',
    edition: null,
    address: 'https://www.yumpu.com/en/document/view/26045049/superior-vena-cava-svc-stents-scan',
    read: 'in part',
  },
  'borders-biliary': {
    title: 'Percutaneous biliary drainage',
    publisher: 'NHS Borders',
    edition: null,
    address:
      'https://www.rightdecisions.scot.nhs.uk/patient-information-leaflets/acute-services-bgh/outpatient-services/radiology/percutaneous-biliary-drainage',
    read: 'in part',
  },
  'newcastle-biliary': {
    title: 'Percutaneous biliary drainage and stent',
    publisher: 'Newcastle Hospitals',
    edition: null,
    address:
      'https://newcastle-hospitals.nhs.uk/services/radiology/interventional-radiology/percutaneous-biliary-drainage-and-stent',
    read: 'in part',
  },
  'christie-oesophageal-stent': {
    title: 'Information for patients referred for oesophageal stent',
    publisher: 'The Christie',
    edition: null,
    address: 'https://studyres.com/doc/7737904/information-for-patients-referred-for-oesophageal-stent',
    read: 'in part',
  },
  'stents-gullet-stomach': {
    title: 'Oesophageal and gastric stents',
    publisher: 'A hospital leaflet; the page does not name the hospital',
    edition: null,
    address: 'https://studylib.net/doc/18621755/oesophageal-and-gastric-stents-patient-information',
    read: 'in part',
  },
  'colonic-stent-placement': {
    title: 'Colonic stent placement',
    publisher: 'A hospital leaflet; the page does not name the hospital',
    edition: null,
    address:
      'https://docplayer.net/amp/21661851-Information-for-patients-having-a-colonic-stent-placement.html',
    read: 'in part',
  },
  'hull-vertebroplasty': {
    title: 'Vertebroplasty procedure',
    publisher: 'Hull University Teaching Hospitals',
    edition: '2021',
    address: 'https://hey.nhs.uk/patient-leaflet/vertebroplasty-procedure',
    read: 'in part',
  },
  'orthopaedic-vertebroplasty': {
    title: 'Vertebroplasty',
    publisher: 'Royal Orthopaedic Hospital',
    edition: null,
    address: 'https://roh.nhs.uk/services-information/oncology/vertebroplasty',
    read: 'in part',
  },
  'kingston-pleural': {
    title: 'Pleural aspiration and drainage',
    publisher: 'Kingston Hospital',
    edition: null,
    address: 'https://kingstonhospital.nhs.uk/information/pleural-aspiration-and-drainage/',
    read: 'in part',
  },
  'north-tees-pleural': {
    title: 'Pleural aspiration',
    publisher: 'North Tees and Hartlepool',
    edition: null,
    address: 'https://www.nth.nhs.uk/resources/pleural-aspiration/',
    read: 'in part',
  },
} as const
