/** The leaflet on destroying a liver tumour with heat or cold. */

import * as all from '../shared.ts'
import { ask, cite, easy, master, review, risk, riskUnknown, sameDay, says } from '../write.ts'

const cruk = cite('cruk-liver-ablation')
const royalFree = cite('royal-free-ablation')
const uclh = cite('uclh-liver-ablation')
const nice = cite('nice-ipg553')

export const liverAblation = master({
  procedure: 'liver-ablation',
  title: 'Destroying a liver tumour with heat or cold',
  version: '1.0',
  what: [
    says(
      uclh,
      'needle',
      'A needle goes through the skin into the tumour. Its tip gets very hot, or gives pulses of electricity. The tumour is destroyed and stays in the body as a scar. This is called ablation.',
    ),
    says(
      cruk,
      'kinds',
      'Heat from an electric current is called radiofrequency ablation. Heat from microwaves is called microwave ablation.',
    ),
    review('cold', 'Some hospitals use cold. It freezes the tumour.'),
    says(uclh, 'spares', 'A small rim round the tumour is treated too. The rest of the liver is spared.'),
  ],
  why: [
    says(cruk, 'small', 'It works best for small tumours, such as those under 3 cm.'),
    says(
      cruk,
      'no-surgery',
      'It is for people who cannot have an operation, or whose tumour lies in an awkward place. For a very small tumour it may be used in place of an operation.',
    ),
    says(uclh, 'spread', 'It can also treat a few tumours that have come from another part of the body.'),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('big-or-many', 'It may not be right for big tumours, or for many.'),
    review(
      'near',
      'A tumour next to the bowel, the gall bladder or a main bile duct may be too near to treat.',
    ),
    review(
      'bleeding',
      'It may have to wait if your blood does not clot well, or if your belly is full of fluid.',
    ),
  ],
  before: [
    says(cruk, 'clinic', 'About a week before, you come to a clinic to see if you are well enough.'),
    all.tellAboutMedicines,
    all.bloodTest,
    all.emptyStomach,
    review('pacemaker', 'Tell us if you have a pacemaker or metal in your body.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(royalFree, 'asleep', 'You are put to sleep for it. You feel nothing while it is done.'),
    says(uclh, 'scan', 'A CT or ultrasound scan shows where the needle is.'),
    review('time', 'It takes one to three hours, with the time to fall asleep and wake up.'),
  ],
  after: [
    review('night', 'Most people stay for one night.'),
    says(
      royalFree,
      'flu',
      'You may have a slight fever and feel as if you had flu for a few days. It should go by itself.',
    ),
    review('pain', 'Your side or right shoulder may ache. Painkillers help.'),
    review('lift', 'Do not lift heavy things for a week or so.'),
    review('scan-after', 'A scan after about a month shows if all of the tumour is gone. More scans follow.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(
      royalFree,
      'works',
      'One hospital tells its patients that the tumour is destroyed in about 80 of every 100 people.',
    ),
    says(royalFree, 'again', 'It can be done again, and can go with other treatment.'),
    says(nice, 'return', 'Some of the tumour may be left, or it may come back.'),
  ],
  risks: [
    risk(
      royalFree,
      'serious',
      'A serious problem',
      { from: 0, to: 1, per: 100 },
      'Such as harm to the bowel or a bile duct. You may need an operation.',
    ),
    risk(
      royalFree,
      'bleeding',
      'Bleeding in the belly',
      { from: 0, to: 1, per: 100 },
      'It may need to be treated.',
    ),
    riskUnknown(
      'abscess',
      'A pocket of pus',
      'It can form where the tumour was. It needs a drain and antibiotics.',
    ),
    riskUnknown('lung', 'Air or blood round the lung', 'A tube in the chest may be needed.'),
    riskUnknown('clot', 'A clot in a vein of the liver', 'Part of the liver may get too little blood.'),
    riskUnknown('burn', 'A burn of the skin', 'It is treated like other burns.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    all.collapse,
    sameDay('fever', 'Your temperature is 38 or more after the first 3 days, or you shiver'),
    sameDay('pain', 'Pain gets worse, or your belly is hard or swells'),
    sameDay('yellow', 'Your skin or eyes turn yellow'),
    sameDay('breath', 'You are short of breath'),
    sameDay('skin', 'The skin is red, burnt or wet'),
  ],
  questions: [
    ask('kind', 'Which kind of heat or cold will you use, and why?'),
    ask('operation', 'How does it compare with an operation for me?'),
    ask('return', 'How likely is it to come back? What would you do then?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(cruk, 'operation', 'An operation can cut the tumour out.'),
    review('tace', 'The blood of the tumour can be blocked (TACE), or beads with radiation used (SIRT).'),
    review('radiotherapy', 'Radiotherapy from outside can be aimed at a small tumour.'),
    review('none', 'You can choose to wait, with scans to watch it.'),
  ],
  radiation: [
    all.ultrasoundOnly,
    says(
      royalFree,
      'xray',
      'If X-rays or CT are used, they raise your risk of cancer over your life a little. For this treatment the risk is low.',
    ),
    all.xrayRisk,
    all.askDose,
  ],
  easyRead: [
    easy('lump', 'liver', 'You have a small lump in your liver.'),
    easy('needle', 'needle', 'A needle goes into the lump.', uclh),
    easy('heat', 'heat', 'Its tip gets very hot, and kills the lump.', uclh),
    easy('scan', 'scan', 'A scan shows where the needle goes.', uclh),
    all.easyTellMedicines,
    easy('food', 'no-food', 'Do not eat before it. We tell you from when.'),
    easy('sleep', 'sleep', 'You are asleep while it is done.', royalFree),
    easy('night', 'hospital', 'Most people stay for one night.'),
    easy('flu', 'fever', 'You may feel as if you had flu for some days.', royalFree),
    easy('check', 'calendar', 'A scan later shows if the lump is dead.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
