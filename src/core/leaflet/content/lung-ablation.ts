/** The leaflet on destroying a lung tumour with heat or cold. */

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

const uclh = cite('uclh-lung-ablation')
const nice = cite('nice-ipg469')
const nice372 = cite('nice-ipg372')
const study = cite('lung-ablation-pneumothorax')

export const lungAblation = master({
  procedure: 'lung-ablation',
  title: 'Destroying a lung tumour with heat or cold',
  version: '1.0',
  what: [
    says(
      uclh,
      'needle',
      'A needle goes between the ribs into the tumour. Its tip gets very hot or very cold and destroys the tumour. This is called ablation.',
    ),
    says(uclh, 'spares', 'A thin rim round the tumour is treated too. The rest of the lung is spared.'),
    review('scar', 'The dead tumour stays as a scar. On scans it looks bigger at first and then shrinks.'),
  ],
  why: [
    says(
      uclh,
      'small',
      'It is for a small lung cancer, or for a few small tumours that have come from somewhere else.',
    ),
    says(uclh, 'unfit', 'It can often be done for people who are not well enough for other treatment.'),
    says(
      nice372,
      'team',
      'A team that often has a lung surgeon, a cancer doctor and a radiologist in it advises on it.',
    ),
  ],
  whoMayNot: [
    review('big', 'It may not be right for big tumours, or for many.'),
    review('near', 'A tumour close to the heart, a big vessel or the windpipe may be too near to treat.'),
    says(
      nice372,
      'breath',
      'If your lungs are weak, air round the lung can be more serious. The team weighs this up with you.',
    ),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('breath-test', 'You blow into a machine, to see how well your lungs work.'),
    all.emptyStomach,
    review('fly', 'Ask about flying. You must not fly for some weeks after air round the lung.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(uclh, 'asleep', 'In many hospitals you are put to sleep, so that you lie still and feel nothing.'),
    review('ct', 'A CT scan shows where the needle is.'),
    review('time', 'It takes about one to two hours.'),
  ],
  after: [
    review('xray', 'You have an X-ray of the chest some hours later, and often the next day.'),
    review('night', 'Most people stay for one night, or longer with a drain.'),
    review('cough', 'You may cough up a little blood or dark slime for a week or two.'),
    review('flu', 'You may feel tired and hot for some days.'),
    review('scan-after', 'Scans over some years show if the tumour stays dead.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(nice372, 'control', 'NICE says that it can hold tumours in the lung in check.'),
    review('again', 'It can be done again, and takes little healthy lung.'),
    review('recover', 'You get over it faster than over an operation.'),
  ],
  risks: [
    risk(
      nice,
      'air',
      'Air round the lung',
      per100(9, 32),
      'The lung goes down a little. Doctors call this a pneumothorax. It often gets better by itself.',
    ),
    risk(
      study,
      'drain',
      'A tube in the chest to let air out',
      per100(4),
      'This counts treatments, and other studies had more. You stay in hospital while it is in.',
    ),
    risk(nice, 'blood', 'Blood round the lung', per100(3), 'A tube in the chest may be needed.'),
    riskUnknown(
      'infection',
      'Infection',
      'It can come weeks later, in the hole where the tumour was. You need antibiotics.',
    ),
    riskUnknown('cough-blood', 'Coughing up a lot of blood', 'This is rare and has to be treated at once.'),
    riskUnknown('nerve', 'Pain or a weak arm', 'A nerve nearby may be hurt.'),
    riskUnknown('left', 'Some tumour is left or comes back', 'This is why you have scans.'),
  ],
  calls: [
    emergency('breath', 'You suddenly get short of breath, or have sharp pain in your chest'),
    emergency('blood', 'You cough up more than a spoonful of fresh blood'),
    ...all.sepsisSigns.slice(0, 1),
    sameDay('fever', 'Your temperature is 38 or more after the first days, even some weeks later'),
    sameDay('slime', 'You cough up yellow or green slime'),
    sameDay('worse', 'You get more short of breath day by day'),
    sameDay('pain', 'Pain gets worse and not better'),
  ],
  questions: [
    ask('compare', 'How does it compare with an operation or with radiotherapy for me?'),
    ask('fly', 'When can I fly, dive or lift?'),
    ask('return', 'How likely is it to come back?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('operation', 'An operation can cut the tumour out.'),
    review('radiotherapy', 'Radiotherapy can be aimed at a small tumour with great care. It is called SABR.'),
    review('medicine', 'Medicines for the whole body can hold cancer back.'),
    review('watch', 'A tumour that grows slowly can be watched with scans.'),
  ],
  radiation: [
    review('ct', 'CT scans use X-rays, and you have several while it is done.'),
    says(
      cite('gov-doses'),
      'ct-chest',
      'One usual CT scan of the chest is like about 3 and a half years of the radiation that we all get.',
    ),
    all.askDose,
    all.tellIfPregnant,
  ],
  easyRead: [
    easy('lump', 'lung', 'You have a small lump in your lung.', uclh),
    easy('needle', 'needle', 'A needle goes into the lump.', uclh),
    easy('heat', 'heat', 'Its tip gets very hot or cold, and kills the lump.', uclh),
    all.easyTellMedicines,
    easy('food', 'no-food', 'Do not eat before it. We tell you from when.'),
    easy('sleep', 'sleep', 'You are asleep while it is done.', uclh),
    easy('air', 'lung', 'Air may get round your lung. You may need a tube for it.', nice),
    easy('night', 'hospital', 'Most people stay for one night.'),
    easy('cough', 'blood', 'You may cough up a little blood.'),
    easy('breath', 'emergency', 'If you suddenly cannot breathe well, ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
