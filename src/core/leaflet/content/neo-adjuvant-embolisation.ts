/** The leaflet on blocking a vein of the liver before an operation. */

import * as all from '../shared.ts'
import {
  ask,
  cite,
  easy,
  master,
  per100,
  per1000,
  review,
  risk,
  riskUnknown,
  sameDay,
  says,
} from '../write.ts'

const royalFree = cite('royal-free-pve')
const council = cite('cancer-council-pve')
const study = cite('pve-review')

export const neoAdjuvantEmbolisation = master({
  procedure: 'neo-adjuvant-embolisation',
  title: 'Blocking a vein before a liver operation',
  version: '1.0',
  what: [
    says(
      council,
      'vein',
      'The portal vein takes blood from the gut to the liver. It splits in two, one branch for each side.',
    ),
    says(
      royalFree,
      'block',
      'The branch to the side with the tumour is blocked on purpose. Doctors call this portal vein embolisation.',
    ),
    says(
      royalFree,
      'grows',
      'More blood then flows to the other side, and that side grows. The liver is one of the few parts of you that can.',
    ),
  ],
  why: [
    says(
      royalFree,
      'enough',
      'To take out a tumour, the surgeon may have to take out a big part of the liver. You need enough liver to be left.',
    ),
    says(council, 'weeks', 'It is done about 4 to 8 weeks before the operation.'),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('vein-closed', 'It cannot be done if a tumour or a clot has closed the vein.'),
    says(study, 'scarred', 'A liver with scars, called cirrhosis, grows less.'),
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.tellAboutDye,
    all.bloodTest,
    says(council, 'scan', 'A CT scan measures your liver before, and again after.'),
    all.emptyStomach,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(royalFree, 'asleep', 'In many hospitals you are put to sleep for it.'),
    says(royalFree, 'tube', 'A thin tube goes through the skin of your belly into the liver.'),
    says(
      council,
      'plug',
      'X-ray dye shows the vein. Then it is plugged with tiny beads, glue, sponge or metal coils.',
    ),
  ],
  after: [
    says(
      royalFree,
      'tired',
      'You may be tired and weak and have a slight fever. Drink well. A simple painkiller helps.',
    ),
    review('ward', 'You stay on {ward} overnight, or as long as your team says.'),
    says(
      council,
      'scan-again',
      'A scan shows how much the liver has grown. Then the team can say if the operation is possible.',
    ),
    all.followUp,
  ],
  benefits: [
    says(study, 'grow', 'In a review of 1,791 people, the side that was to stay grew by more than a third.'),
    says(study, 'works', 'The vein could be blocked in about 99 of every 100.'),
    says(
      study,
      'most-operated',
      'For about 4 in every 100 people, it did not lead to enough growth or did not work, and there was no operation.',
    ),
  ],
  risks: [
    risk(
      study,
      'serious',
      'A serious problem',
      per100(2, 3),
      'Such as bleeding, an infection or a clot in the wrong branch.',
    ),
    risk(
      study,
      'tumour-grows',
      'The tumour grows while you wait, so that the operation is called off',
      per100(6),
      'Your team watches for it with scans.',
    ),
    risk(study, 'death', 'Death', per1000(1), 'Very few people die from it.'),
    riskUnknown(
      'fever',
      'Fever and aches',
      'These are the body’s answer to the block. They most often go in a few days.',
    ),
    riskUnknown('dye', 'A bad reaction to the dye', 'The team is ready to treat it.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    all.collapse,
    sameDay('fever', 'You have a fever of 38 or more, or shiver'),
    sameDay('yellow', 'Your skin or eyes turn yellow'),
    sameDay('belly', 'Your belly hurts more, or swells'),
    sameDay('sick', 'You cannot keep drinks down'),
  ],
  questions: [
    ask('if-not', 'What happens if my liver does not grow enough?'),
    ask('when', 'When are the next scan and the operation?'),
    ask('chemo', 'Do I have chemotherapy while I wait?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('two-steps', 'The operation can be done in two steps, some weeks apart.'),
    review('other', 'Heat, beads or medicines may be used to treat the tumour in place of an operation.'),
    review('none', 'You can choose not to have it. A big operation may then not be safe.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('op', 'hospital', 'You need an operation on your liver.', royalFree),
    easy('small', 'liver', 'The part that stays is too small now.', royalFree),
    easy('block', 'tube', 'A doctor blocks a vein on the bad side.', royalFree),
    easy('grow', 'better', 'The good side then grows.', royalFree),
    easy('weeks', 'calendar', 'This takes some weeks.', council),
    all.easyTellMedicines,
    easy('sleep', 'sleep', 'You are asleep while it is done.', royalFree),
    easy('tired', 'fever', 'You may be tired and have a slight fever.', royalFree),
    easy('scan', 'scan', 'A scan shows how much it has grown.', council),
    all.easyChoice,
    all.easyCall,
    all.easyEmergency,
  ],
})
