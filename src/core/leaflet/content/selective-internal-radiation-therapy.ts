/** The leaflet on SIRT. */

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

const example = cite('rcr-2013', 'appendix 1')
const macmillan = cite('macmillan-sirt')
const cruk = cite('cruk-sirt')
const england = cite('sirt-england')
const cirt = cite('cirt')
const eanm = cite('eanm-sirt')
const contacts = cite('sirt-contacts')
const belowOneInTen = { from: 0, to: 10, per: 100 } as const
const belowOneInHundred = { from: 0, to: 1, per: 100 } as const

export const selectiveInternalRadiationTherapy = master({
  procedure: 'selective-internal-radiation-therapy',
  title: 'Radioactive beads into the liver (SIRT)',
  version: '1.0',
  what: [
    says(
      macmillan,
      'beads',
      'SIRT uses tiny beads that give off radiation. They are put into the blood vessel that feeds the liver, and get stuck in and round the tumour. There they kill cancer cells.',
    ),
    says(
      eanm,
      'range',
      'The rays go about 1 cm at most inside the body, and mostly much less. So most of the healthy liver is spared.',
    ),
    says(
      macmillan,
      'stay',
      'The beads lose their power fast, most of it in the first days. They stay in the liver for good, and this does no harm.',
    ),
    review(
      'name',
      'The letters stand for selective internal radiation therapy. It is also called radioembolisation.',
    ),
  ],
  why: [
    says(
      macmillan,
      'for',
      'It is for cancer that began in the liver, or has spread there, such as from the bowel.',
    ),
    says(
      cruk,
      'no-surgery',
      'It is used when the cancer cannot be cut out, and often when other treatment has stopped working.',
    ),
    says(
      macmillan,
      'funding',
      'The NHS does not offer it for every cancer or in every hospital. Ask if it is open to you.',
    ),
    says(example, 'team', 'A team of cancer experts looks at your scans first, at an MDT meeting.'),
  ],
  whoMayNot: [
    says(
      example,
      'work-up',
      'Whether you can have it is only clear after the test treatment, called the work-up.',
    ),
    review(
      'lungs',
      'It is not safe if too many beads would flow on to the lungs, or if they cannot be kept away from the stomach.',
    ),
    review('liver', 'Your liver must work well enough.'),
    review(
      'pregnant',
      'It is not given if you are pregnant or breastfeed. Ask how long you should avoid a pregnancy after it.',
    ),
  ],
  before: [
    says(
      example,
      'angiogram',
      'First comes a day for the work-up. A thin tube goes from your groin into the vessels of the liver, and dye shows them on X-rays. Small vessels to other parts may be blocked.',
    ),
    says(
      example,
      'test-scan',
      'On the same day you have a scan that shows where the beads would go. It helps to work out your dose.',
    ),
    says(example, 'order', 'The beads are then ordered for your day. The treatment is about a week later.'),
    says(
      example,
      'stomach',
      'You may be given a medicine that guards your stomach. Take it for as long as you are told.',
    ),
    all.tellAboutMedicines,
    all.tellAboutDye,
    all.bloodTest,
    review(
      'plan-home',
      'Plan your first week at home now, above all if there are small children or someone who is pregnant.',
    ),
  ],
  day: [
    review('come', 'Come to {ward}.'),
    says(
      example,
      'like-first',
      'It is much like the first day. The skin is made numb, and the thin tube goes to the liver. Then the beads go in through it.',
    ),
    all.sleepy,
    review('scan', 'A scan then shows where the beads have gone.'),
    says(example, 'watched', 'You are watched for at least 4 hours. You may stay for one night.'),
  ],
  after: [
    says(example, 'tired', 'You may be tired for 4 to 6 weeks. Rest when you need to.'),
    says(
      example,
      'days',
      'A slight fever, pain in the belly, feeling sick or loose stools may last from a few hours to a week. There are medicines for each.',
    ),
    says(example, 'drink', 'Drink well.'),
    says(
      example,
      'card',
      'You are given a card. It says what to do for the safety of others, and until when. Carry it with you. Show it if you go to any hospital.',
    ),
    says(
      contacts,
      'little',
      'Very little radiation leaves your body. People round you get much less than we all get from nature in a year.',
    ),
    review(
      'close',
      'Until the date on your card, keep some distance from children and from anyone who is pregnant. Do not share a bed with them or hold them for long.',
    ),
    review(
      'wash',
      'Use the toilet sitting down, flush twice and wash your hands well for the first days, if your card says so.',
    ),
    says(
      cite('rcr-2013', '6.5'),
      'scan-after',
      'A scan some 8 to 12 weeks later shows how the tumour has changed. At first it can look odd, so ask for an expert to read it.',
    ),
    all.followUp,
  ],
  benefits: [
    says(cruk, 'control', 'It is meant to hold the cancer in the liver in check.'),
    says(
      cirt,
      'not-cure',
      'In a count of 1,027 people in Europe, it was meant to ease or hold back the cancer, and not to cure it, in about 68 of every 100.',
    ),
    review('ask-you', 'How long it may help differs from cancer to cancer. Ask what is known for yours.'),
  ],
  risks: [
    risk(
      england,
      'any',
      'Any unwanted effect that was written down',
      per100(36),
      'This is from a count of 399 people in England with bowel cancer in the liver. Most effects were not severe.',
    ),
    risk(
      cirt,
      'severe',
      'A severe unwanted effect',
      per100(2, 3),
      'This is from a count of 1,027 people in Europe. It needed care in hospital, or was worse.',
    ),
    risk(
      cirt,
      'death',
      'Death within 30 days, from any cause',
      per100(1),
      'This is from the same count in Europe. Some of these people were very ill from their cancer.',
    ),
    risk(
      example,
      'stomach',
      'An ulcer or a sore stomach',
      belowOneInTen,
      'A few beads can reach the stomach or gut. You are given medicine to guard against it.',
    ),
    risk(
      example,
      'lung',
      'Inflamed lungs',
      belowOneInHundred,
      'A few beads can reach the lungs. You cough and are short of breath for 2 to 3 months. Steroids may help.',
    ),
    risk(
      example,
      'liver',
      'The liver is hurt by the rays',
      belowOneInHundred,
      'It may show weeks later in blood tests, or as yellow skin. A few people die from it.',
    ),
    risk(
      example,
      'gall',
      'An inflamed gall bladder',
      belowOneInHundred,
      'Most often it gets better by itself. Rarely it has to be taken out.',
    ),
    riskUnknown(
      'second',
      'Another cancer, many years later',
      'All radiation carries a small risk of this. It is too small to measure here.',
    ),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('blood', 'You bring up blood, or your stools are black like tar'),
    sameDay('yellow', 'Your skin or eyes turn yellow, or your belly swells. This can come weeks later'),
    sameDay('breath', 'You get short of breath or have a dry cough, even weeks later'),
    sameDay('stomach', 'You have strong pain in the stomach, or cannot eat'),
    sameDay('fever', 'Your temperature is 38 or more for more than 2 days, or you shiver'),
    sameDay('groin', 'A lump at the groin grows or throbs'),
  ],
  questions: [
    ask('until', 'Until which day do I keep to the precautions? What about my work and my family?'),
    ask('funding', 'Does the NHS pay for it for my kind of cancer? Is there a trial?'),
    ask('chemo', 'Do I have chemotherapy at the same time?'),
    ask('register', 'Will how I get on be put in a register, so that others learn from it?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('tace', 'The blood of the tumour can be blocked and chemotherapy given with it (TACE).'),
    review('ablation', 'A few small tumours can be destroyed with heat through a needle.'),
    review('medicine', 'Medicines for the whole body, or taking part in a trial, are other ways.'),
    review('none', 'You can choose not to have it, and be helped with the signs of the cancer.'),
  ],
  radiation: [
    says(
      eanm,
      'half',
      'The beads most often hold yttrium-90. Half of its power is gone in less than 3 days.',
    ),
    review('weeks', 'After about 4 weeks there is next to nothing left.'),
    says(
      contacts,
      'others',
      'In one study of 143 treatments, the person closest to the patient got at most about a tenth of what we all get from nature in a year, and most got far less.',
    ),
    all.xrays,
    review(
      'cremation',
      'Your family should tell an undertaker about it if you die within weeks. The team can help with this.',
    ),
  ],
  easyRead: [
    easy('lump', 'liver', 'You have a cancer in your liver.', macmillan),
    easy('beads', 'beads', 'Tiny beads with radiation go into the liver.', macmillan),
    easy('kill', 'radiation', 'The radiation kills cancer cells close by.', macmillan),
    easy('two', 'calendar', 'You come two times. The first day is a test.', example),
    easy('tube', 'tube', 'A thin tube goes in at your groin.', example),
    all.easyTellMedicines,
    easy('night', 'hospital', 'You may stay for one night.', example),
    easy('tired', 'sleep', 'You may be tired for some weeks.', example),
    easy('card', 'question', 'You get a card. Carry it with you.', example),
    easy('distance', 'distance', 'Keep away from children and anyone pregnant until the date on the card.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
