/** The leaflet on blocking the blood supply of a tumour. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const macmillan = cite('macmillan-kidney-embolisation')
const cruk = cite('cruk-kidney-embolisation')
const college = cite('rcr-2013', '2.1 and 2.2')

export const embolisation = master({
  procedure: 'embolisation',
  title: 'Blocking the blood supply of a tumour',
  version: '1.0',
  what: [
    says(
      macmillan,
      'block',
      'A tumour needs blood to live. The vessel that feeds it is blocked from inside, so that it gets less. Doctors call this embolisation.',
    ),
    says(
      macmillan,
      'tube',
      'A thin tube goes into a blood vessel at the groin and is led to the tumour. X-rays show the way.',
    ),
    review(
      'with',
      'Tiny beads, coils of wire, glue or plugs can block it. They stay in the body and do no harm.',
    ),
  ],
  why: [
    says(cruk, 'signs', 'It can ease pain or stop bleeding from a tumour, such as one in the kidney.'),
    says(macmillan, 'no-surgery', 'It may be offered if you cannot have an operation.'),
    says(college, 'before-op', 'It is also used before an operation, so that you lose less blood.'),
    review('bleeding', 'When a tumour bleeds badly, it can save your life.'),
  ],
  whoMayNot: [
    review('shared', 'It may not be safe if the same vessel feeds a part that you need.'),
    review('kidneys', 'If your kidneys are weak, the dye can harm them. The team weighs this up with you.'),
    review('infection', 'It may have to wait while you have an infection.'),
  ],
  before: [
    says(
      cruk,
      'tests',
      'You have blood tests. The team tells you which medicines to stop, such as those that thin the blood. Do not stop them on your own.',
    ),
    says(cruk, 'allergy', 'Tell the team about any allergy, above all to X-ray dye.'),
    says(
      cruk,
      'food',
      'You may be asked not to eat for about 6 hours. You can often drink water until 2 hours before.',
    ),
    all.tellIfPregnant,
  ],
  day: [
    review('come', 'Come to {ward}.'),
    says(
      cruk,
      'lie',
      'You lie on your back on the X-ray table. You may get a medicine that makes you sleepy. A nurse stays with you.',
    ),
    says(macmillan, 'numb', 'The skin at the groin is made numb. Some hospitals go in at the wrist.'),
    review('warm', 'You may feel warm all over when dye goes in. It soon passes.'),
    review('time', 'It takes about one to two hours.'),
  ],
  after: [
    review('flat', 'You lie flat for some hours. Nurses check the groin and your pulse.'),
    says(
      macmillan,
      'ill',
      'You may feel a little ill, with a slight fever, for the first few days. You will be tired.',
    ),
    says(
      macmillan,
      'pain',
      'It can cause pain, for the kidney in the back. You are given painkillers to take for a few days.',
    ),
    says(macmillan, 'stay', 'You may stay for one night, or a day or two longer.'),
    says(macmillan, 'scan-after', 'You may have a CT scan later, to see how it has worked.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(macmillan, 'shrink', 'The tumour may shrink or stop growing for a time.'),
    says(cruk, 'not-cure', 'It does not cure the cancer. It can ease the signs of it.'),
  ],
  risks: [
    riskUnknown(
      'syndrome',
      'Pain, fever and feeling sick',
      'Doctors call this post-embolisation syndrome. It is common, and goes in some days.',
    ),
    riskUnknown(
      'groin',
      'Bleeding or a bruise at the groin',
      'A bruise is usual. Press on it and ring if it grows.',
    ),
    riskUnknown(
      'elsewhere',
      'The wrong part is blocked',
      'A bead or coil can slip. The part that loses its blood can be hurt: a bit of bowel, skin or nerve.',
    ),
    riskUnknown(
      'infection',
      'Infection',
      'Dead tumour can get infected, even some weeks later. You need antibiotics, or a drain.',
    ),
    riskUnknown('dye', 'A bad reaction to the dye, or harm to the kidneys', 'The team is ready to treat it.'),
    riskUnknown('not-work', 'It does not work, or bleeding comes back', 'It may have to be done again.'),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency('leg', 'Your leg turns cold, white or numb on the side where the tube went in'),
    emergency('legs', 'You cannot move or feel your legs'),
    sameDay('fever', 'Your temperature is 38 or more after the first days, or you shiver'),
    sameDay('pain', 'Your medicine does not hold the pain'),
    sameDay('sick', 'You cannot keep drinks down'),
    sameDay('groin', 'A lump at the groin grows or throbs'),
  ],
  questions: [
    ask('aim', 'Is it to ease signs, to stop bleeding or to get ready for an operation?'),
    ask('how-long', 'How long may it help?'),
    ask('near', 'What else does that vessel feed?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('operation', 'An operation may be possible.'),
    review('radiotherapy', 'Radiotherapy can ease pain or bleeding too.'),
    review('medicine', 'Medicines for the whole body, or for the signs alone, are other ways.'),
    review('none', 'You can choose not to have it.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('blood', 'blood', 'A lump needs blood to live.', macmillan),
    easy('block', 'beads', 'We block the blood that feeds it.', macmillan),
    easy('tube', 'tube', 'A thin tube goes in at your groin.', macmillan),
    easy('food', 'no-food', 'Do not eat for some hours before.', cruk),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.', macmillan),
    easy('flat', 'sleep', 'You lie flat for some hours after it.'),
    easy('ill', 'fever', 'You may feel hot, sick and sore for some days.', macmillan),
    easy('stay', 'hospital', 'You may stay for a night or two.', macmillan),
    easy('leg', 'emergency', 'If your leg turns cold or white, ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
