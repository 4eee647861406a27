/** The leaflet on a drain or stent in the bile duct. */

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

const borders = cite('borders-biliary')
const newcastle = cite('newcastle-biliary')
const nca = cite('nca-biliary')
const registry = cite('biliary-registry')

export const biliaryDrainageAndStenting = master({
  procedure: 'biliary-drainage-and-stenting',
  title: 'A drain or stent in the bile duct',
  version: '1.0',
  what: [
    says(
      borders,
      'bile',
      'Your liver makes a juice called bile. It runs through small pipes, the bile ducts, into the gut.',
    ),
    says(
      newcastle,
      'drain',
      'When a duct is blocked, a thin tube can go through the skin into the liver. Bile runs out through it into a bag. This is a biliary drain.',
    ),
    says(
      newcastle,
      'stent',
      'A stent is a short tube that stays inside and holds the duct open. It may be of plastic or metal. It can take the place of the drain.',
    ),
    says(borders, 'two-steps', 'The stent may go in at once, or a day or two after the drain.'),
  ],
  why: [
    says(
      nca,
      'jaundice',
      'Bile that cannot run away makes the skin and eyes yellow. This is called jaundice. You may itch, feel sick, have dark urine or a fever.',
    ),
    says(borders, 'serious', 'A blocked duct can be serious and has to be treated.'),
    says(
      nca,
      'after-ercp',
      'It is often done when a camera tube through the mouth, called ERCP, did not work.',
    ),
    review('then-treatment', 'When the yellow colour goes, you may be able to have other treatment.'),
  ],
  whoMayNot: [
    review(
      'bleeding',
      'It may have to wait if your blood does not clot well. Jaundice can cause this. A vitamin or a drip can help.',
    ),
    review('fluid', 'Fluid in the belly may have to be let out first.'),
    review(
      'too-ill',
      'Some people are too ill to be helped by it. Your team will talk to you about this openly.',
    ),
  ],
  before: [
    all.tellAboutMedicines,
    says(newcastle, 'dye', 'Tell the team about every allergy, and if X-ray dye has ever made you ill.'),
    all.bloodTest,
    all.emptyStomach,
    says(
      newcastle,
      'antibiotic',
      'You are given antibiotics through a drip, because there are often germs in a blocked duct.',
    ),
  ],
  day: [
    review('come', 'You come into hospital for this, to {ward}.'),
    all.sleepy,
    all.numbSkin,
    review(
      'needle',
      'The needle goes in between or under your ribs on the right, or below the breast bone. Dye shows the ducts on an X-ray.',
    ),
    review('ache', 'It can hurt when the duct is stretched. Say so, and you will get more medicine for it.'),
    review('time', 'It often takes about an hour, but it may be more.'),
  ],
  after: [
    review('bed', 'You rest in bed for some hours. Nurses check you often.'),
    review(
      'bag',
      'If you have a drain, bile runs into a bag. It is green or brown. A little blood at first is usual.',
    ),
    review('drink', 'Bile takes salt and water with it. Drink well while the drain runs.'),
    review(
      'care',
      'Take care not to pull on the drain. A nurse shows you how to wash it out, if that is needed.',
    ),
    review('yellow', 'The yellow colour goes slowly, over days and weeks. The itch often goes sooner.'),
    all.followUp,
  ],
  benefits: [
    says(
      registry,
      'works',
      'In a count of 833 people in the UK, bile could be drained in about 99 of every 100.',
    ),
    review('feel-better', 'You may itch less, eat better and feel less ill.'),
  ],
  risks: [
    risk(
      registry,
      'small',
      'A small problem',
      per100(26),
      'Such as some pain, a slight fever or a drain that slips. It needs little or no treatment.',
    ),
    risk(
      registry,
      'serious',
      'A serious problem',
      per100(8),
      'Such as a bad infection or heavy bleeding. It needs treatment at once and more days in hospital.',
    ),
    riskUnknown(
      'infection',
      'Infection in the ducts or the blood',
      'You shiver and feel hot. It is treated with antibiotics.',
    ),
    riskUnknown('bleeding', 'Heavy bleeding', 'It may need blood, or another treatment to block the vessel.'),
    riskUnknown('bile-leak', 'Bile leaks', 'Bile in the belly is painful. Another drain may be needed.'),
    riskUnknown(
      'blocks',
      'The stent or drain blocks',
      'The yellow colour comes back. A stent can be cleared or a second one put in.',
    ),
    riskUnknown(
      'death',
      'Death',
      'Some people who need this are very ill, and a few die soon after. Ask what the risk is for you.',
    ),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('blood-bag', 'Fresh blood runs into the bag, or you bring up blood'),
    sameDay('fever', 'You feel hot and shivery, even once'),
    sameDay('yellow', 'You turn yellow again, itch, or have dark urine'),
    sameDay('out', 'The drain comes out, has moved or leaks'),
    sameDay('stops', 'No bile comes, or far more than before'),
  ],
  questions: [
    ask('stent-or-drain', 'Will I have a stent, a drain, or both?'),
    ask('kind', 'Is the stent of plastic or metal? How long may it last?'),
    ask('home', 'Who helps me with the drain at home?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      nca,
      'ercp',
      'A stent can be put in with a camera tube through the mouth (ERCP). It may not work or not be possible for you.',
    ),
    says(borders, 'operation', 'In the past an open operation was needed.'),
    review('none', 'You can choose not to have it, and have medicine for the itch and other signs.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('bile', 'liver', 'Your liver makes bile. The pipe for it is blocked.', borders),
    easy('yellow', 'liver', 'This makes your skin yellow, and you may itch.', nca),
    easy('tube', 'tube', 'A doctor puts a thin tube into the liver, through your skin.', newcastle),
    easy('stent', 'stent', 'Or a stent inside, to hold the pipe open.', newcastle),
    all.easyTellMedicines,
    easy('sleepy', 'sleep', 'Medicine makes you sleepy.'),
    easy('antibiotic', 'medicine', 'You get medicine against germs.', newcastle),
    easy('stay', 'hospital', 'You stay in hospital for some days.'),
    easy('pull', 'tube', 'Take care not to pull the tube.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
