/** The leaflet on destroying a tumour at another place with heat or cold. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const royalFree = cite('royal-free-ablation')
const uclh = cite('uclh-lung-ablation')
const college = cite('rcr-2013', '2.1 and 2.2')

export const imageGuidedAblationElsewhere = master({
  procedure: 'image-guided-ablation-elsewhere',
  title: 'Destroying a tumour elsewhere with heat or cold',
  version: '1.0',
  what: [
    says(
      uclh,
      'needle',
      'A needle goes through the skin into the tumour. Its tip gets very hot or very cold. This destroys the tumour. It is called ablation.',
    ),
    review(
      'places',
      'The tumour may be in a gland, a muscle, the pancreas or under the skin. There are leaflets of their own for the liver, kidney, lung, bone and prostate.',
    ),
    review('stays', 'The dead tumour stays in the body as a scar.'),
  ],
  why: [
    says(
      college,
      'two-aims',
      'It may be meant to hold the cancer back, or to ease pain. Ask which it is for you.',
    ),
    says(
      royalFree,
      'no-surgery',
      'It can be used when you cannot have an operation or are not well enough for one.',
    ),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('near', 'A tumour close to the bowel, a main nerve or a big vessel may be too near to treat.'),
    review('big', 'It may not be right for big tumours, or for many.'),
    review(
      'little-known',
      'In some places in the body little is known about how well it works. You should be told so.',
    ),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    all.emptyStomach,
    review(
      'gland',
      'If the tumour is in a gland above the kidney, you may need medicine to guard your blood pressure.',
    ),
    review('pacemaker', 'Tell us if you have a pacemaker or metal in your body.'),
    all.tellIfPregnant,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('asleep-or-not', 'You are put to sleep, or are made sleepy and numb. Ask which it will be.'),
    says(uclh, 'scan', 'A CT or ultrasound scan shows where the needle is.'),
    review('guard', 'Fluid or gas may be put in, to push other parts out of the way.'),
  ],
  after: [
    review('stay', 'You may go home the same day, or stay for a night.'),
    says(royalFree, 'flu', 'You may have a slight fever and feel as if you had flu for a few days.'),
    review('sore', 'It is sore for some days. Painkillers help.'),
    review('scan-after', 'Scans later show if the tumour stays dead.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    review('kill', 'A small tumour can be killed without a big cut.'),
    says(royalFree, 'again', 'It can be done again, and can go with other treatment.'),
    review('not-all', 'Some of it may be left, or come back.'),
  ],
  risks: [
    riskUnknown('bleeding', 'Bleeding', 'A bruise is usual. Heavy bleeding may have to be treated.'),
    riskUnknown(
      'near',
      'Harm to something near',
      'Heat or cold can hurt the bowel, a nerve, a duct or the skin. You may need an operation.',
    ),
    riskUnknown('infection', 'Infection', 'A pocket of pus can form. It needs a drain and antibiotics.'),
    riskUnknown(
      'pressure',
      'Blood pressure shoots up',
      'This can happen near the gland above the kidney. An anaesthetist is there to treat it.',
    ),
    riskUnknown('pain', 'Pain', 'It is usual for some days and should get less.'),
    riskUnknown('left', 'Some tumour is left or comes back', 'This is why you have scans.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    all.collapse,
    sameDay('fever', 'Your temperature is 38 or more after the first 3 days, or you shiver'),
    sameDay('pain', 'Pain gets worse, or your belly is hard'),
    sameDay('numb', 'You have new numbness or weakness'),
    sameDay('skin', 'The skin is burnt, open or wet'),
    emergency('head', 'You have a sudden, very bad headache'),
  ],
  questions: [
    ask('aim', 'Is it to hold the cancer back, or to ease pain?'),
    ask('known', 'How often has it been done at this place in the body?'),
    ask('near', 'What lies near the tumour, and how do you guard it?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('operation', 'An operation can cut the tumour out.'),
    review('radiotherapy', 'Radiotherapy can be aimed at it from outside.'),
    review('medicine', 'Medicines for the whole body, or painkillers, may be better.'),
    review('watch', 'It can be watched with scans.'),
  ],
  radiation: [
    all.ultrasoundOnly,
    review('ct', 'If CT is used, you get X-rays, often several times.'),
    all.xrayRisk,
    all.askDose,
  ],
  easyRead: [
    easy('lump', 'question', 'You have a lump that should be killed.'),
    easy('needle', 'needle', 'A needle goes into the lump.', uclh),
    easy('heat', 'heat', 'Its tip gets very hot or cold, and kills the lump.', uclh),
    easy('scan', 'scan', 'A scan shows where the needle goes.', uclh),
    all.easyTellMedicines,
    easy('food', 'no-food', 'Do not eat before it. We tell you from when.'),
    easy('sleep', 'sleep', 'You are asleep or very sleepy.'),
    easy('flu', 'fever', 'You may feel as if you had flu for some days.', royalFree),
    easy('check', 'calendar', 'A scan later shows if the lump is dead.'),
    all.easyChoice,
    all.easyCall,
    all.easyEmergency,
  ],
})
