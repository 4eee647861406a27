/** The leaflet on destroying a kidney tumour with cold or heat. */

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

const uclh = cite('uclh-kidney-cryoablation')

export const kidneyAblation = master({
  procedure: 'kidney-ablation',
  title: 'Destroying a kidney tumour with cold or heat',
  version: '1.0',
  what: [
    says(
      uclh,
      'freeze',
      'Thin needles go through the skin into the tumour. With cold, the tips freeze it to below minus 100 degrees, thaw it and freeze it again. Doctors call this cryoablation.',
    ),
    review('heat', 'Some hospitals use heat from an electric current or from microwaves.'),
    says(uclh, 'spares', 'The cold goes only a few centimetres, so that most of the kidney is spared.'),
  ],
  why: [
    says(uclh, 'cancer', 'It can treat a small cancer that began in the kidney.'),
    review(
      'keep-kidney',
      'It may suit you if an operation is risky, if you have one kidney, or if tumours keep coming.',
    ),
    review('biopsy', 'A small piece may be taken first, to know what the tumour is.'),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('big', 'It may not be right for a big tumour, or one deep in the middle of the kidney.'),
    review(
      'near',
      'The bowel or the pipe to the bladder may lie too near. Sometimes fluid can be put between to keep them safe.',
    ),
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    all.emptyStomach,
    review('urine', 'Your urine is tested. An infection has to be treated first.'),
    all.tellAboutDye,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('asleep-or-not', 'You are put to sleep, or are made sleepy and numb. Ask which it will be.'),
    says(uclh, 'scan', 'CT and ultrasound scans guide the needles.'),
    review('front', 'You often lie on your front or side.'),
    review('time', 'It takes about two to three hours.'),
  ],
  after: [
    review('night', 'Most people stay for one night.'),
    review('blood', 'There may be some blood in your urine for a few days. Drink well.'),
    says(uclh, 'flu', 'You may feel as if you had flu some 3 to 5 days later, for a few days at most.'),
    review('soon', 'Most people get back to daily life within days.'),
    review('scan-after', 'Scans over some years show if the tumour stays dead.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(uclh, 'works', 'It can be a good treatment for a small cancer that began in the kidney.'),
    says(uclh, 'again', 'It can be done again if some of the tumour is left.'),
    review('recover', 'You get over it faster than over most operations.'),
  ],
  risks: [
    risk(uclh, 'flu', 'Feeling as if you had flu', per100(25), 'It lasts a few days at most.'),
    risk(
      uclh,
      'serious',
      'A serious problem',
      per100(2, 3),
      'Such as heavy bleeding or harm to a part nearby. It needs treatment and more days in hospital.',
    ),
    risk(uclh, 'death', 'Death', { from: 0, to: 5, per: 1000 }, 'Very few people die from it.'),
    riskUnknown('infection', 'Infection of the kidney', 'It is treated with antibiotics.'),
    riskUnknown('pipe', 'Harm to the pipe to the bladder', 'It may get narrow. You may need a stent.'),
    riskUnknown(
      'nerve',
      'Numbness of the skin',
      'A nerve in the wall of the belly may be touched. It most often gets better.',
    ),
    riskUnknown('left', 'Some tumour is left or comes back', 'This is why you have scans.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.collapse,
    emergency('clots', 'Your urine is bright red with clots, or you cannot pass urine'),
    sameDay('fever', 'Your temperature is 38 or more, or you shiver'),
    sameDay('pain', 'Pain in your back or belly gets worse'),
    sameDay('red', 'Your urine is still red after 3 days'),
    sameDay('breath', 'You are short of breath'),
  ],
  questions: [
    ask('watch', 'Could we just watch it with scans?'),
    ask('operation', 'How does it compare with an operation for me?'),
    ask('function', 'How well will my kidneys work afterwards?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      uclh,
      'operation',
      'An operation can take out the tumour with part of the kidney, or the whole kidney.',
    ),
    review('watch', 'A small tumour can be watched with scans. Some never grow much.'),
    review('radiotherapy', 'Radiotherapy that is aimed with great care is used in some centres.'),
  ],
  radiation: [
    review('ct', 'CT scans use X-rays, and you have several while it is done.'),
    all.xrayRisk,
    all.askDose,
    all.tellIfPregnant,
  ],
  easyRead: [
    easy('lump', 'kidney', 'You have a small cancer in your kidney.', uclh),
    easy('needle', 'needle', 'Thin needles go into it.', uclh),
    easy('cold', 'heat', 'The tips get very cold or hot, and kill it.', uclh),
    all.easyTellMedicines,
    easy('food', 'no-food', 'Do not eat before it. We tell you from when.'),
    easy('sleep', 'sleep', 'You are asleep or very sleepy.'),
    easy('night', 'hospital', 'Most people stay for one night.'),
    easy('red', 'blood', 'Your urine may be red for a few days.'),
    easy('flu', 'fever', 'You may feel as if you had flu for some days.', uclh),
    easy('check', 'scan', 'Scans later show if it is dead.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
