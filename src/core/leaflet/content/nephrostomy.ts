/** The leaflet on nephrostomy. */

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

const bsir = cite('bsir-nephrostomy')
const nca = cite('nca-nephrostomy')
const uhb = cite('uhb-nephrostomy')
const audit = cite('nephrostomy-audit')

export const nephrostomy = master({
  procedure: 'nephrostomy',
  title: 'A kidney drain (nephrostomy)',
  version: '1.0',
  what: [
    says(
      nca,
      'tube',
      'A thin tube goes through the skin of your back into a kidney. Urine then runs out through the tube into a bag. This is called a nephrostomy.',
    ),
    says(
      uhb,
      'who',
      'A doctor who works with scans puts it in. This doctor is called an interventional radiologist.',
    ),
    review('both', 'Some people need a tube on both sides, one for each kidney.'),
  ],
  why: [
    says(
      bsir,
      'blocked',
      'Urine runs from each kidney to the bladder through a narrow pipe, the ureter. When the pipe is blocked, the kidney fills up and can be harmed.',
    ),
    review('by-tumour', 'A tumour can press on the pipe and block it.'),
    says(
      cite('rcr-2013', '2.1'),
      'other-treatment',
      'When the kidney works again, you may be able to have other treatment, such as chemotherapy.',
    ),
  ],
  whoMayNot: [
    review(
      'bleeding',
      'It may have to wait if your blood does not clot well. In an emergency the team weighs this up with you.',
    ),
    review('position', 'You lie on your front or your side. Tell us if that is hard for you.'),
    review(
      'too-ill',
      'For some people who are very ill, a tube would not help. Your team will talk to you about this openly.',
    ),
  ],
  before: [
    all.tellAboutMedicines,
    all.tellAboutDye,
    all.bloodTest,
    all.emptyStomach,
    review(
      'antibiotic',
      'You may be given an antibiotic first, because urine that stands still can hold germs.',
    ),
    says(uhb, 'bag', 'Pack a bag for one night, with your medicines, in case you have to stay.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}. You may already be on a ward.'),
    all.sleepy,
    all.numbSkin,
    review(
      'needle',
      'The doctor finds the kidney with an ultrasound scan. A thin needle goes in, and the tube follows it. X-rays and dye show that it sits well.',
    ),
    review('fixed', 'The tube is held to your skin with a stitch or a special plaster.'),
  ],
  after: [
    says(bsir, 'red-urine', 'The urine in the bag is often red at first. It should clear in a day or two.'),
    review('bed', 'You rest in bed for some hours. Nurses look at the bag and check your blood pressure.'),
    review('drink', 'Drink well, unless you were told to drink less.'),
    review(
      'bag-care',
      'Keep the bag lower than your kidney. Empty it before it is full. Do not let the tube kink or pull.',
    ),
    review(
      'dressing',
      'A nurse shows you how to care for the skin round the tube. Ask who changes the dressing at home.',
    ),
    review('exchange', 'A tube that stays in has to be changed every few months. Ask for your date.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(
      audit,
      'works',
      'In a count of 3,262 people in the UK, the tube could be placed in about 98 of every 100.',
    ),
    says(nca, 'kidney-works', 'Urine can flow again, so that the kidney can do its work.'),
    review('pain', 'It can ease pain from a kidney that is too full.'),
  ],
  risks: [
    risk(
      audit,
      'any',
      'Any problem from having the tube put in',
      per100(6),
      'This is from the same count of people in the UK. Not every hospital took part, so the true number may differ.',
    ),
    riskUnknown(
      'bleeding',
      'Heavy bleeding',
      'A little blood is usual. Rarely it is heavy, and you need blood or another treatment to stop it.',
    ),
    riskUnknown(
      'infection',
      'An infection in the blood',
      'Germs in the kidney can get into your blood. Doctors call this sepsis. It is treated at once with antibiotics.',
    ),
    riskUnknown(
      'falls-out',
      'The tube comes out or blocks',
      'The tube may slip, kink or block. It then has to be put right soon, for the way through the skin closes fast.',
    ),
    riskUnknown('leak', 'Urine leaks inside', 'Urine can leak round the kidney. It may need a drain.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('red-again', 'The urine turns bright red, with clots, and you feel faint'),
    sameDay('out', 'The tube comes out, or has moved. Cover the hole, keep the tube and ring at once'),
    sameDay('no-urine', 'No urine comes into the bag for some hours, or it leaks round the tube'),
    sameDay('fever', 'You feel hot and shivery, or your back hurts more'),
    sameDay('skin', 'The skin round the tube is red, sore or wet with pus'),
  ],
  questions: [
    ask('how-long', 'How long will the tube stay in?'),
    ask('stent', 'Could I have a stent inside instead, now or later?'),
    ask('who-helps', 'Who helps me with the bag and the dressing at home?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      uhb,
      'stent-from-below',
      'A small tube inside, called a stent, can be put in through the bladder while you are asleep. It has no bag.',
    ),
    review('treat-tumour', 'Treating the tumour may open the pipe again, but that can take weeks.'),
    review('none', 'You can choose not to have it. A kidney that stays blocked may stop working.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('kidney', 'kidney', 'One of your kidneys is blocked.'),
    easy('tube', 'tube', 'A doctor puts a thin tube into it, through your back.', nca),
    easy('bag', 'bag', 'Urine runs through the tube into a bag.', nca),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('red', 'blood', 'The urine may be red for a day or two.', bsir),
    easy('care', 'home', 'A nurse shows you how to care for the bag.'),
    easy('pull', 'tube', 'Take care not to pull the tube.'),
    easy('out', 'call', 'If the tube comes out, ring us at once.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
