/** The leaflet on X-ray pictures of the bile ducts through the skin. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const borders = cite('borders-biliary')
const newcastle = cite('newcastle-biliary')
const nca = cite('nca-biliary')

export const percutaneousTranshepaticCholangiography = master({
  procedure: 'percutaneous-transhepatic-cholangiography',
  title: 'X-ray pictures of the bile ducts (PTC)',
  version: '1.0',
  what: [
    says(
      nca,
      'ducts',
      'Bile ducts are small pipes in the liver. They look like the branches of a tree. Bile runs through them into the gut.',
    ),
    review(
      'dye',
      'A thin needle goes through the skin into a duct. Dye is put in, and X-rays show the ducts on a screen. This is called PTC for short.',
    ),
    review(
      'test',
      'The pictures are a test. Most often a drain or a stent is put in straight after. There is a leaflet of its own on that.',
    ),
  ],
  why: [
    says(
      nca,
      'where',
      'Your skin may be yellow because a duct is blocked. The pictures show where it is blocked and how badly.',
    ),
    says(
      nca,
      'after-ercp',
      'It is often done when a camera tube through the mouth, called ERCP, did not work.',
    ),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
    review('mri', 'If an MRI scan shows enough, you do not need this test.'),
    review('narrow', 'If the ducts are not wide, it can be hard to find one with the needle.'),
  ],
  before: [
    says(nca, 'clotting', 'You have a blood test, to see that your blood clots well.'),
    says(newcastle, 'dye', 'Tell the team about every allergy, and if X-ray dye has ever made you ill.'),
    all.tellAboutMedicines,
    says(
      newcastle,
      'antibiotic',
      'You are given antibiotics through a drip, because there are often germs in a blocked duct.',
    ),
    all.emptyStomach,
  ],
  day: [
    review('come', 'You come into hospital for this, to {ward}.'),
    all.sleepy,
    all.numbSkin,
    review(
      'breath',
      'You may have to hold your breath for a moment while the needle goes in. More than one try is often needed.',
    ),
    review('tip', 'The table may be tipped, so that the dye runs along the ducts.'),
  ],
  after: [
    review('bed', 'You rest in bed for some hours. Nurses check your pulse, blood pressure and temperature.'),
    review('drain', 'If a drain was left in, the nurses show you how to care for it.'),
    review('result', 'The doctor tells you what the pictures show and what comes next.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    review('plan', 'It shows the ducts very clearly, so that the right treatment can be planned.'),
    review('one-go', 'A drain or stent can be put in on the same day, in the same way.'),
  ],
  risks: [
    riskUnknown(
      'infection',
      'Infection',
      'Dye can push germs from the bile into the blood. The antibiotics guard against this.',
    ),
    riskUnknown(
      'bleeding',
      'Bleeding',
      'The liver is full of blood. Bleeding that does not stop has to be treated.',
    ),
    riskUnknown('bile-leak', 'Bile leaks', 'Bile in the belly is painful. A drain may be needed.'),
    riskUnknown(
      'dye',
      'A bad reaction to the dye',
      'You may itch or be short of breath. The team is ready to treat it.',
    ),
    riskUnknown('fails', 'It does not work', 'Sometimes no duct can be found.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    sameDay('fever', 'You feel hot and shivery, even once'),
    sameDay('belly', 'Your belly hurts more and more'),
    sameDay('yellow', 'You get more yellow, or itch more'),
    emergency('faint', 'You feel faint, cold and sweaty'),
  ],
  questions: [
    ask('mri', 'Could a scan show the same?'),
    ask('same-day', 'Will you put in a drain or stent at once?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('mri', 'An MRI scan can show the ducts with no needle. It cannot open them.'),
    says(nca, 'ercp', 'A camera tube through the mouth (ERCP) can show and treat the ducts from below.'),
    says(borders, 'operation', 'In the past an operation was needed.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('bile', 'liver', 'Bile runs through small pipes in your liver.', nca),
    easy('picture', 'scan', 'We take X-ray pictures of these pipes.'),
    easy('needle', 'needle', 'A thin needle puts dye into them.'),
    easy('why', 'question', 'The pictures show where they are blocked.', nca),
    all.easyTellMedicines,
    easy('antibiotic', 'medicine', 'You get medicine against germs.', newcastle),
    easy('sleepy', 'sleep', 'Medicine makes you sleepy.'),
    easy('rest', 'hospital', 'You rest in bed after it.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
