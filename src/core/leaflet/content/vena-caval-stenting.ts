/** The leaflet on a stent in a main vein. */

import * as all from '../shared.ts'
import {
  ask,
  cite,
  easy,
  emergency,
  master,
  per100,
  review,
  risk,
  riskUnknown,
  sameDay,
  says,
} from '../write.ts'

const derby = cite('derby-svc-stent')
const scan = cite('scan-svc-stent')
const cirse = cite('cirse-vena-cava-stent')
const southTees = cite('south-tees-svc-stent')

export const venaCavalStenting = master({
  procedure: 'vena-caval-stenting',
  title: 'A stent in a main vein',
  version: '1.0',
  what: [
    says(
      southTees,
      'stent',
      'A stent is a tube of metal mesh. It is put into a big vein that has become too narrow, and holds it open.',
    ),
    review(
      'which',
      'The vein is called the vena cava. The upper one takes blood from the head and arms to the heart. The lower one takes it from the legs and belly.',
    ),
    says(derby, 'stays', 'The stent stays in for good.'),
  ],
  why: [
    says(
      derby,
      'swelling',
      'A narrow vein holds blood back. Your face and arms swell, your head aches, you cough and are short of breath.',
    ),
    says(scan, 'cause', 'A growth in the chest can press on the vein.'),
    says(cirse, 'lower', 'The lower vein is blocked far less often than the upper one.'),
  ],
  whoMayNot: [
    review('clot', 'A clot in the vein may have to be cleared first.'),
    review('flat', 'You have to lie flat. Tell us if you cannot. We can raise your head at first.'),
    review('no-way', 'Sometimes no wire can be passed through the narrow place.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.tellAboutDye,
    all.bloodTest,
    says(southTees, 'scan', 'You may have a CT, MRI or ultrasound scan first, to plan it.'),
    review('urgent', 'If you are very short of breath, it may be done on the day that you come in.'),
  ],
  day: [
    says(southTees, 'ward', 'You come to {ward} a few hours before.'),
    says(derby, 'numb', 'The skin at your groin or neck is made numb. A thin tube goes into the vein there.'),
    says(
      derby,
      'balloon',
      'The stent opens out in the narrow place. A small balloon may stretch it. Your chest may ache for a short time.',
    ),
    says(derby, 'time', 'It often takes about an hour.'),
  ],
  after: [
    says(scan, 'watched', 'You rest on the ward for an hour or more, or overnight.'),
    says(scan, 'bruise', 'The groin or neck may be bruised for some days, up to a week.'),
    says(
      scan,
      'gets-better',
      'Headache may go at once. The face and neck get better in a few days. Arms may take longer.',
    ),
    review('thinners', 'You may need a medicine that thins the blood. Ask for how long.'),
    review('prop', 'Until the swelling goes, sleep with your head up.'),
    all.followUp,
  ],
  benefits: [
    says(derby, 'works', 'It helps more than 90 in every 100 people. Relief most often comes within 3 days.'),
    says(scan, 'faster', 'It may help sooner than other treatments do.'),
    review('not-cure', 'It does not treat the tumour. You may still need other treatment.'),
  ],
  risks: [
    risk(
      derby,
      'any',
      'Any problem',
      { from: 0, to: 11, per: 100 },
      'These are problems of all kinds, small and serious.',
    ),
    risk(scan, 'bleeding', 'Serious bleeding', per100(1), 'It would be treated at once.'),
    riskUnknown(
      'blocks',
      'The stent blocks',
      'A clot or the tumour can block it. The swelling comes back. A second stent can often help.',
    ),
    riskUnknown(
      'moves',
      'The stent moves',
      'It can slip towards the heart while it is put in. It may have to be caught and taken out.',
    ),
    riskUnknown(
      'heart',
      'Harm to the vein or the heart',
      'Blood can collect round the heart. This is rare, and can be deadly if it is not treated at once.',
    ),
    riskUnknown('infection', 'Infection', 'Germs can get in at the groin or neck.'),
  ],
  calls: [
    emergency('chest', 'You have pain in your chest, faint or suddenly cannot get your breath'),
    ...all.sepsisSigns.slice(0, 1),
    all.heavyBleeding,
    sameDay('swell', 'Your face, neck, arms or legs swell again'),
    sameDay('head', 'Headaches come back, or you feel dizzy when you bend'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('wound', 'The place at the groin or neck swells or bleeds'),
  ],
  questions: [
    ask('next', 'What treatment for the tumour comes next?'),
    ask('thinners', 'Which medicine do I need afterwards, and for how long?'),
    ask('back', 'What happens if it blocks?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      scan,
      'other',
      'Radiotherapy or chemotherapy may shrink the growth. Your team will say which is best for you.',
    ),
    review('steroids', 'Steroid tablets and raising your head may ease it for a while.'),
    review('none', 'You can choose not to have it. The swelling may then get worse.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('vein', 'blood', 'A big vein is too narrow. It makes you swell.', derby),
    easy('stent', 'stent', 'A stent is a tube of metal mesh. It holds the vein open.', southTees),
    easy('in', 'needle', 'It goes in at your groin or neck.', derby),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('hour', 'calendar', 'It takes about an hour.', derby),
    easy('better', 'better', 'Most people feel better in 3 days.', derby),
    easy('back', 'call', 'If you swell again, ring us.'),
    easy('breath', 'emergency', 'If you cannot breathe or your chest hurts, ring 999.'),
    all.easyChoice,
  ],
})
