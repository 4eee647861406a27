/** The leaflet on radiation from inside the tumour. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const prostateUk = cite('prostate-uk-seeds')
const cruk = cite('cruk-seeds')

export const imageGuidedBrachytherapy = master({
  procedure: 'image-guided-brachytherapy',
  title: 'Radiation from inside the tumour',
  version: '1.0',
  what: [
    says(
      cruk,
      'close',
      'Something that gives off radiation is put into the tumour, or as close to it as can be. The tumour gets a high dose, and what lies further off gets little. This is called brachytherapy.',
    ),
    says(
      prostateUk,
      'seeds',
      'In the prostate, tiny seeds the size of a grain of rice can be put in for good. They work over some months and then fade.',
    ),
    review(
      'temporary',
      'In other places, and sometimes in the prostate, thin tubes are put in. A machine sends a strong source into them for minutes. Then all is taken out again.',
    ),
  ],
  why: [
    says(
      prostateUk,
      'as-good',
      'For a cancer in the prostate that has a low risk of spreading, seeds work as well as an operation or radiotherapy from outside.',
    ),
    says(prostateUk, 'boost', 'It can also go with radiotherapy from outside, to make the dose stronger.'),
    review(
      'elsewhere',
      'Through needles it can treat tumours in the liver or other places that cannot be cut out. Only a few centres do this.',
    ),
  ],
  whoMayNot: [
    says(prostateUk, 'spread', 'Seeds alone suit a cancer that is still inside the prostate.'),
    says(cruk, 'large', 'A large prostate may have to be made smaller first with hormone treatment.'),
    review('urine', 'It may not be right if you have bad trouble passing urine.'),
    review('clot', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [
    says(
      cruk,
      'plan',
      'A planning scan shows how many seeds you need and where. It may be on a day of its own, some weeks before, or on the same day.',
    ),
    all.tellAboutMedicines,
    all.bloodTest,
    review('enema', 'For the prostate, the back passage is emptied with an enema.'),
    review('home', 'Think about small children and anyone pregnant at home. Ask what you will have to do.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('asleep', 'You are put to sleep, or are made numb from the waist down.'),
    review('needles', 'Guided by a scan, thin needles put the seeds or the tubes in place.'),
    review(
      'alone',
      'With a strong source, you are alone in the room for some minutes. Staff see and hear you all the time.',
    ),
  ],
  after: [
    says(cruk, 'night', 'You may go home on the same day, or stay for a night.'),
    review(
      'urine',
      'You may have to pass urine often, and it may sting. It is worst in the first weeks and gets better over months.',
    ),
    review(
      'blood',
      'There may be some blood in the urine or semen. A seed may come out. Do not pick it up with your hands: ask what to do.',
    ),
    review(
      'distance',
      'With seeds, you may be told not to have a child on your lap, and to keep some distance from anyone pregnant, for the first 2 months. Your card says until when.',
    ),
    review('no-rays', 'When a source has been taken out again, there is no radiation left in you.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(
      prostateUk,
      'dose',
      'The rays from seeds do not go far, so that they treat what is inside the prostate.',
    ),
    review('soon', 'Many people are back to daily life in days.'),
  ],
  risks: [
    riskUnknown(
      'urine',
      'Trouble passing urine',
      'The flow can be slow or stop. You may need a catheter for some time.',
    ),
    riskUnknown('bowel', 'A sore back passage', 'You may have loose stools, wind or some blood.'),
    riskUnknown(
      'erection',
      'Trouble with erections',
      'It can come slowly, over years. There is help for it.',
    ),
    riskUnknown('infection', 'Infection', 'You need an antibiotic.'),
    riskUnknown('bleeding', 'Bleeding', 'In the liver and other places, the needles can cause bleeding.'),
    riskUnknown('second', 'Another cancer, many years later', 'All radiation carries a small risk of this.'),
  ],
  calls: [
    ...all.sepsisSigns,
    emergency('cannot', 'You cannot pass urine at all and are in strong pain'),
    all.heavyBleeding,
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('clots', 'You pass clots of blood'),
    sameDay('bottom', 'You bleed from the back passage'),
    sameDay('seed', 'You find a seed, or think that you have lost one'),
  ],
  questions: [
    ask('kind', 'Will the source stay in or be taken out?'),
    ask('until', 'Until which day do I keep to the precautions?'),
    ask('sex', 'How may it change sex, erections and having children?'),
    ask('travel', 'Do I need a card when I fly? What if I die soon after?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      prostateUk,
      'others',
      'For the prostate, an operation and radiotherapy from outside are the usual other ways.',
    ),
    review('watch', 'Many cancers of the prostate can be watched.'),
    review('heat', 'In other places, heat or cold through a needle may do the same.'),
  ],
  radiation: [
    says(
      prostateUk,
      'fade',
      'Seeds give off most of their rays in the first 3 months. After 8 to 10 months almost all is gone.',
    ),
    review(
      'others',
      'Very little gets out of your body. The precautions keep it as low as can be for children.',
    ),
    all.ultrasoundOnly,
  ],
  easyRead: [
    easy('cancer', 'question', 'You have a cancer that can be treated from inside.', cruk),
    easy('seeds', 'beads', 'Tiny seeds or tubes with radiation go into it.', cruk),
    easy('kill', 'radiation', 'The radiation kills the cancer.', prostateUk),
    all.easyTellMedicines,
    easy('sleep', 'sleep', 'You are asleep, or numb below the waist.'),
    easy('home', 'home', 'You go home the same day or the next.', cruk),
    easy('urine', 'pain', 'It may sting when you pass urine.'),
    easy('fade', 'calendar', 'Seeds stay in. Their power fades over months.', prostateUk),
    easy('distance', 'distance', 'Keep away from children and anyone pregnant until the date on your card.'),
    easy('cannot', 'call', 'If you cannot pass urine, get help at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
