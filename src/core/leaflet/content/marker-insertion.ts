/** The leaflet on markers for radiotherapy. */

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

const genesis = cite('genesis-markers')
const study = cite('marker-infections')

export const markerInsertion = master({
  procedure: 'marker-insertion',
  title: 'Markers for radiotherapy',
  version: '1.0',
  what: [
    review(
      'grain',
      'A marker is a tiny piece of gold or another metal, smaller than a grain of rice. It is put into the tumour or close to it with a needle. Doctors call it a fiducial.',
    ),
    says(genesis, 'seen', 'Markers show up well on scans. The team can see just where to aim.'),
    review('stay', 'They stay in you for good and do no harm. They are not radioactive.'),
    says(genesis, 'three', 'In the prostate, 3 markers are often used.'),
    review('elsewhere', 'They can also go into the liver, the pancreas or a lung.'),
  ],
  why: [
    says(
      genesis,
      'moves',
      'What is treated does not lie in quite the same place each day. With markers, the team can check where it is before each treatment.',
    ),
    says(genesis, 'spares', 'Less of the healthy body near it is then hit by the rays.'),
  ],
  whoMayNot: [
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
    review('infection', 'It has to wait while you have an infection.'),
    review('other-way', 'Some machines can aim well without markers. Then you do not need them.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('metal', 'Tell us if any metal makes your skin itch.'),
    review('antibiotic', 'For the prostate you may be given an antibiotic.'),
    all.emptyStomach,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    all.numbSkin,
    review('needle', 'Guided by a scan, a thin needle puts in each marker. You may feel a push.'),
    review(
      'prostate',
      'For the prostate, the needle goes in behind the scrotum or through the back passage.',
    ),
    review('time', 'It often takes less than an hour.'),
  ],
  after: [
    review('rest', 'You rest for a while. Then most people go home.'),
    review('settle', 'You wait about a week or more before the planning scan, so that the markers settle.'),
    review(
      'blood',
      'After the prostate, there may be some blood in your urine, stools or semen for some days or weeks.',
    ),
    review('tell', 'Tell staff about the markers before an MRI scan. Most are safe for it.'),
    all.followUp,
  ],
  benefits: [
    says(genesis, 'aim', 'Radiotherapy can be aimed better. This may mean fewer side effects.'),
    review('no-treat', 'The markers do not treat the tumour by themselves.'),
  ],
  risks: [
    risk(
      study,
      'urine',
      'In the prostate: you pass urine more often, and it stings',
      per100(27),
      'It most often gets better in some days.',
    ),
    risk(
      study,
      'antibiotic',
      'In the prostate: an infection that needs antibiotics',
      per100(8),
      'This is when the needle goes through the back passage.',
    ),
    risk(
      study,
      'hospital',
      'In the prostate: an infection that needs a stay in hospital',
      per100(3),
      'Germs get into the blood. It has to be treated fast.',
    ),
    riskUnknown('bleeding', 'Bleeding', 'A bruise is usual. Heavy bleeding is rare.'),
    riskUnknown(
      'lung',
      'Air round the lung',
      'It can happen if a marker goes into the lung or high in the liver. You may need a drain.',
    ),
    riskUnknown('moves', 'A marker moves', 'It can slip, or come out with the urine. Another may be needed.'),
  ],
  calls: [
    ...all.sepsisSigns,
    emergency('chest', 'You suddenly get short of breath, or have chest pain'),
    all.heavyBleeding,
    sameDay('fever', 'You feel hot and shivery. After the prostate, ring at once'),
    sameDay('urine', 'You cannot pass urine, or pass clots'),
    sameDay('pain', 'Pain gets worse and not better'),
  ],
  questions: [
    ask('need', 'Do I need markers for my kind of radiotherapy?'),
    ask('way', 'Which way does the needle go in?'),
    ask('mri', 'Can I have an MRI scan with them?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('scan-only', 'A scan on the treatment table may be enough to aim well.'),
    review('other', 'Your team may know other ways to treat you.'),
  ],
  radiation: [
    review('none', 'The markers give off no radiation. You are safe for others.'),
    all.ultrasoundOnly,
    review('ct', 'If CT is used, you get some X-rays. Your radiotherapy will give far more.'),
  ],
  easyRead: [
    easy('marker', 'beads', 'A marker is a tiny piece of metal.'),
    easy('in', 'needle', 'A doctor puts it in or near the lump with a needle.'),
    easy('why', 'scan', 'It shows where to aim the radiotherapy.', genesis),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('home', 'home', 'Most people go home on the same day.'),
    easy('stay', 'better', 'The markers stay in. They do no harm.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    easy('urine', 'call', 'If you cannot pass urine, ring us.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
