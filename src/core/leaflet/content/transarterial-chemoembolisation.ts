/** The leaflet on TACE. */

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

const cruk = cite('cruk-tace')
const uhb = cite('uhb-tace')
const plymouth = cite('plymouth-tace')
const syndrome = cite('tace-syndrome')

export const transarterialChemoembolisation = master({
  procedure: 'transarterial-chemoembolisation',
  title: 'Chemotherapy into the liver (TACE)',
  version: '1.0',
  what: [
    says(
      cruk,
      'two-ways',
      'TACE treats a tumour of the liver in two ways at once. Chemotherapy goes straight into the blood vessel that feeds it. Then that vessel is blocked, to starve the tumour.',
    ),
    says(uhb, 'beads', 'Tiny beads are often used to block it. They may carry the chemotherapy.'),
    review('name', 'The letters stand for transarterial chemoembolisation.'),
  ],
  why: [
    says(
      cruk,
      'no-surgery',
      'It is mostly for people who cannot have an operation. It can hold the cancer back, ease signs of it and help people to live longer.',
    ),
    says(
      cruk,
      'waiting',
      'It can also hold the cancer back while you wait for a new liver, or shrink it before an operation.',
    ),
    review('again', 'It is often done more than once. A scan shows if you need it again.'),
    all.teamAdvises,
  ],
  whoMayNot: [
    says(
      cruk,
      'spread',
      'It does not help if the cancer has grown into big blood vessels, or has spread outside the liver.',
    ),
    says(uhb, 'liver', 'Your liver must work well enough to bear it.'),
    review('yellow', 'It is often not safe if your skin is yellow or your belly is full of fluid.'),
  ],
  before: [
    says(
      cruk,
      'food',
      'You most often cannot eat for 4 to 6 hours before. You can often drink water until 2 hours before.',
    ),
    says(
      cruk,
      'tell',
      'Tell the team if X-ray dye has ever made you ill, if you have diabetes, or if you take a medicine that thins the blood, such as warfarin.',
    ),
    says(plymouth, 'tests', 'You have blood tests. Some people have a scan of the heart as well.'),
    all.tellIfPregnant,
    review('bag', 'Bring things for a night or two.'),
  ],
  day: [
    review('come', 'Come to {ward}.'),
    all.sleepy,
    says(
      uhb,
      'groin',
      'The skin is made numb. A thin tube goes into a blood vessel at your groin and is slid up to the liver. Some hospitals go in at the wrist. You should not feel it inside.',
    ),
    says(uhb, 'pictures', 'X-ray pictures show which vessels feed the tumour. Then the treatment goes in.'),
    review('dye-warm', 'You may feel warm all over when dye goes in. It soon passes.'),
    says(cruk, 'time', 'It can take up to an hour and a half.'),
  ],
  after: [
    review('flat', 'You lie flat for some hours, so that the place at the groin can heal. Nurses check it.'),
    says(
      syndrome,
      'syndrome',
      'Pain in the belly, fever and feeling sick are the most usual after-effects. Doctors call this post-embolisation syndrome. It means that the body clears up the treated part. You are given medicines for it.',
    ),
    review('days', 'It is often worst in the first 3 days. You may be tired for 2 weeks or more.'),
    review('drink', 'Drink well and eat small meals.'),
    review('germs', 'Chemotherapy can make it hard to fight germs. Ask if you need an alert card.'),
    all.afterSedation,
    says(
      cite('rcr-2013', '6.5'),
      'scan',
      'A scan some 8 to 12 weeks later shows how the tumour has changed.',
    ),
    all.followUp,
  ],
  benefits: [
    says(plymouth, 'smaller', 'The aim is to make the cancer smaller and to ease the signs of it.'),
    says(cruk, 'longer', 'It can help people to live longer.'),
    review('no-cure', 'It rarely cures the cancer by itself.'),
  ],
  risks: [
    risk(
      syndrome,
      'syndrome',
      'Pain, fever or feeling sick that needs medicine',
      per100(55),
      'A bigger tumour, or more than one, makes it more likely.',
    ),
    risk(
      cite('tace-abscess'),
      'abscess',
      'A pocket of pus in the liver',
      per100(1),
      'Fever comes back or does not go. It needs antibiotics and often a drain. This is from a count of 1,387 people, many of whom had it more than once.',
    ),
    riskUnknown(
      'liver',
      'The liver gets worse',
      'Your skin may turn yellow, your belly may swell, or you get confused. It can be serious, and a few people die from it.',
    ),
    riskUnknown(
      'elsewhere',
      'The wrong part is blocked',
      'Beads can reach the gall bladder or the stomach. This hurts and may need treatment.',
    ),
    riskUnknown(
      'groin',
      'Bleeding or a bruise at the groin',
      'A bruise is usual. Press on it and ring if it grows.',
    ),
    riskUnknown('kidney', 'Harm to the kidneys', 'The dye can make them work less well for a while.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('leg', 'Your leg turns cold, white or numb on the side where the tube went in'),
    sameDay('fever', 'Your temperature is 38 or more after the first days, or you shiver'),
    sameDay('yellow', 'Your skin or eyes turn yellow, your belly swells or you are sleepy by day'),
    sameDay('pain', 'Your medicine does not hold the pain'),
    sameDay('sick', 'You cannot keep drinks down'),
    sameDay('groin', 'A lump at the groin grows or throbs'),
  ],
  questions: [
    ask('how-often', 'How many times may I need it?'),
    ask('which-kind', 'Will you use beads or oil?'),
    ask('next', 'When is the scan, and what are the next steps if it has not worked?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('ablation', 'A small tumour can often be destroyed by heat with a needle.'),
    review('sirt', 'Radioactive beads (SIRT) or radiotherapy may suit some people.'),
    review('tablets', 'Medicines for the whole body can hold the cancer back.'),
    review('none', 'You can choose not to have it, and be helped with the signs of the cancer.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('lump', 'liver', 'You have a cancer in your liver.'),
    easy('tube', 'tube', 'A thin tube goes from your groin to the liver.', uhb),
    easy('medicine', 'medicine', 'Strong medicine goes into the cancer.', cruk),
    easy('block', 'beads', 'Tiny beads block its blood, to starve it.', uhb),
    easy('food', 'no-food', 'Do not eat for some hours before.', cruk),
    all.easyTellMedicines,
    easy('stay', 'hospital', 'You may stay for a night or two.'),
    easy('pain', 'pain', 'You may have pain, feel hot and feel sick for some days.', syndrome),
    easy('better', 'medicine', 'We give you medicine for this.', syndrome),
    easy('yellow', 'call', 'If your skin turns yellow or the fever comes back, ring us.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
