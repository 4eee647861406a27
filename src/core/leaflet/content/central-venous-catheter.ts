/** The leaflet on a line into a large vein. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const uclh = cite('uclh-picc')
const southTees = cite('south-tees-lines')

export const centralVenousCatheter = master({
  procedure: 'central-venous-catheter',
  title: 'A long-term line into a vein',
  version: '1.0',
  what: [
    says(
      uclh,
      'line',
      'A line is a long, soft tube that goes into a vein. Its tip lies in a big vein in your chest.',
    ),
    says(uclh, 'picc', 'A PICC goes in through a vein of your arm. It can stay for some months.'),
    says(
      southTees,
      'hickman',
      'A Hickman line goes in at the neck or under the collar bone. Part of it stays outside, with a cap and a clamp.',
    ),
    review('port', 'A port is a third kind. It is a small box under the skin, with nothing outside.'),
  ],
  why: [
    says(
      uclh,
      'medicine',
      'Chemotherapy, other medicines and fluids can run straight into your blood. Blood can be taken from it too.',
    ),
    says(
      southTees,
      'big-vein',
      'Some medicines are too strong for the small veins of the hand. They have to go into a big vein.',
    ),
    says(southTees, 'no-needles', 'You need not have a new needle each time.'),
  ],
  whoMayNot: [
    review('blocked-vein', 'A vein may be blocked by a clot or by a tumour. Then another vein is used.'),
    review('infection', 'It may have to wait while you have an infection in your blood.'),
    review('arm', 'If glands were taken out of your armpit, the other arm is often used. Tell us about it.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('pacemaker', 'Tell us if you have a pacemaker, or had a line before.'),
    review('shirt', 'Wear a loose top that opens at the front.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('ultrasound', 'An ultrasound scan finds the vein. It does not hurt.'),
    all.numbSkin,
    review(
      'thread',
      'The line is slid along the vein. You may feel a push but should not feel pain. An X-ray or a tracing of your heart shows that the tip lies well.',
    ),
    review('time', 'Most people are done within an hour.'),
  ],
  after: [
    review('sore', 'It can be sore for a day or two. A simple painkiller helps.'),
    review('weekly', 'A nurse washes out the line and changes the dressing, often once a week.'),
    review('dry', 'Keep it dry. Do not swim with it. Cover it when you wash.'),
    review('hands', 'Wash your hands before you touch it. Do not let anyone use it who does not know how.'),
    review(
      'sharp',
      'Keep scissors away from it. If it is cut or leaks, fold it over, clamp it above the cut, and ring.',
    ),
    all.followUp,
  ],
  benefits: [
    says(southTees, 'fewer', 'It saves you from needles that are hard to place and that hurt.'),
    review('at-home', 'With some medicines you may be able to have treatment at home.'),
  ],
  risks: [
    riskUnknown('bruise', 'A bruise', 'This is quite usual. It goes in a few days.'),
    riskUnknown(
      'infection',
      'Infection',
      'Germs can get in at the skin or into the line. You may need antibiotics, and the line may have to come out.',
    ),
    riskUnknown(
      'clot',
      'A clot in the vein',
      'Your arm or neck swells and hurts. You may need a medicine that thins the blood.',
    ),
    riskUnknown('moves', 'The line moves or blocks', 'It may have to be put right or changed.'),
    riskUnknown(
      'lung',
      'Air round the lung',
      'The needle can touch the lung when a line goes in at the neck or chest. It may need a drain.',
    ),
  ],
  calls: [
    ...all.sepsisSigns,
    all.collapse,
    emergency('shiver', 'You shake and feel very ill just after the line was used or washed out'),
    sameDay(
      'fever',
      'You feel hot and shivery, or your temperature is 38 or more. On chemotherapy, ring at once',
    ),
    sameDay('swell', 'Your arm, neck or face swells'),
    sameDay('skin', 'The skin at the line is red, hot, sore or wet'),
    sameDay('longer', 'The line looks longer, leaks or is damaged'),
  ],
  questions: [
    ask('which', 'Which kind of line suits my treatment and my life?'),
    ask('how-long', 'How long will it stay in, and how is it taken out?'),
    ask('bath', 'How do I wash, sleep and work with it?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      uclh,
      'other-kinds',
      'The three kinds of line can stand in for each other. Ask which would be best for you.',
    ),
    review('small-drip', 'A short tube in the hand may do for a short treatment.'),
    review('none', 'You can choose not to have a line. Some medicines then cannot be given.'),
  ],
  radiation: [
    all.xrays,
    says(
      cite('gov-doses'),
      'chest',
      'One X-ray of the chest gives about as much radiation as 3 days of normal life.',
    ),
  ],
  easyRead: [
    easy('line', 'line', 'A line is a soft tube that goes into a vein.', uclh),
    easy('why', 'medicine', 'We use it to give you medicine.', uclh),
    easy('fewer', 'needle', 'You need fewer needles.', southTees),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('care', 'home', 'A nurse cares for the line, often each week.'),
    easy('dry', 'keep-dry', 'Keep it dry.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    easy('swell', 'pain', 'If your arm or neck swells, ring us.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
