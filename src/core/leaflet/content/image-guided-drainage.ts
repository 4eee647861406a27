/** The leaflet on draining fluid with a tube that stays in. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const nca = cite('nca-drainage')
const leeds = cite('leeds-drainage')
const cuh = cite('cuh-drainage')
const gateshead = cite('gateshead-drainage')

export const imageGuidedDrainage = master({
  procedure: 'image-guided-drainage',
  title: 'Draining fluid with a tube',
  version: '1.0',
  what: [
    says(
      nca,
      'tube',
      'A thin tube goes through your skin into a place where fluid has built up. The fluid runs out into a bag. The tube is called a drain.',
    ),
    says(nca, 'scan', 'Ultrasound, X-rays or a CT scan show the doctor where to go.'),
    says(
      nca,
      'kinds',
      'The fluid may be in the belly, round a lung, or in a pocket of pus. A pocket of pus is called an abscess.',
    ),
  ],
  why: [
    says(
      gateshead,
      'relief',
      'Fluid can make you short of breath, sore or tight. Letting it out can ease this.',
    ),
    says(
      leeds,
      'abscess',
      'An abscess rarely heals by itself. Medicines do not get into it well, so the pus has to come out.',
    ),
    says(gateshead, 'test', 'Some of the fluid can be tested, to plan your care.'),
  ],
  whoMayNot: [
    says(
      leeds,
      'no-way',
      'Sometimes other parts of the body are in the way, or the fluid is too thick to run.',
    ),
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [all.tellAboutMedicines, all.bloodTest, all.emptyStomach, all.tellIfPregnant],
  day: [
    review('come', 'Come to {whereToCome}. If you are on a ward, you are taken there in your bed.'),
    all.numbSkin,
    says(cuh, 'time', 'It takes about 30 minutes.'),
    review(
      'feel',
      'You may feel a push. It should not be sharp. Say so if it is, and you will get more numbing medicine.',
    ),
    review('fixed', 'A stitch or plaster holds the drain in place.'),
  ],
  after: [
    says(cuh, 'bed', 'You may have to rest in bed for up to 6 hours.'),
    review('slow', 'A lot of fluid may be let out slowly, so that you do not feel faint.'),
    review('stays', 'The drain may stay in for hours, days or weeks. It comes out when little fluid runs.'),
    review('care', 'Take care not to pull on it. Keep the bag lower than the drain.'),
    all.followUp,
  ],
  benefits: [
    review('better', 'Many people breathe or move more easily soon after.'),
    says(
      leeds,
      'no-operation',
      'Not so long ago this would have needed an operation. Now a tiny cut is enough.',
    ),
  ],
  risks: [
    riskUnknown('pain', 'Pain', 'Mild pain is the most usual problem. A simple painkiller helps.'),
    riskUnknown(
      'bleeding',
      'Bleeding',
      'A small bruise is usual. Heavy bleeding is not, and would be treated.',
    ),
    riskUnknown(
      'infection',
      'Infection',
      'Germs can get in along the drain, or from an abscess into the blood.',
    ),
    riskUnknown(
      'near',
      'Harm to something near',
      'The needle can touch the bowel, a lung or another part close by. You may then need more treatment.',
    ),
    riskUnknown(
      'blocks',
      'The drain blocks or slips',
      'It may have to be washed out, or another one put in.',
    ),
    riskUnknown(
      'not-all',
      'Some fluid stays',
      'Fluid may lie in many small pockets. A second drain may be needed, or the fluid may come back.',
    ),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('chest', 'You have sudden chest pain or cannot get your breath, with a drain in your chest'),
    sameDay('out', 'The drain comes out, or has moved'),
    sameDay('stops', 'It stops running all at once, or leaks round the side'),
    sameDay('fever', 'You feel hot and shivery, or more ill'),
    sameDay('belly', 'Your belly gets hard or very sore'),
  ],
  questions: [
    ask('how-long', 'How long will the drain stay in?'),
    ask('home', 'Can I go home with it? Who will help me?'),
    ask('again', 'What if the fluid comes back?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      leeds,
      'operation',
      'An operation is another way. It often has more risk and takes longer to get over.',
    ),
    says(leeds, 'antibiotics', 'A long course of antibiotics alone helps only a few people with an abscess.'),
    review('needle-only', 'Fluid can sometimes be drawn off once with a needle, with no drain left in.'),
  ],
  radiation: [
    all.ultrasoundOnly,
    review('ct', 'If a CT scan or X-rays are used, you get some radiation.'),
    all.xrayRisk,
    all.askDose,
  ],
  easyRead: [
    easy('fluid', 'belly', 'Fluid has built up inside you.'),
    easy('tube', 'tube', 'A doctor puts a thin tube in, through your skin.', nca),
    easy('out', 'bag', 'The fluid runs out into a bag.', nca),
    easy('scan', 'scan', 'A scan shows where the tube goes.', nca),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('rest', 'sleep', 'You rest in bed after it.', cuh),
    easy('pull', 'tube', 'Take care not to pull the tube.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
