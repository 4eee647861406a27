/** The leaflet on strong chemotherapy to one limb, or to the liver alone. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const macmillan = cite('macmillan-limb')
const focus = cite('melanoma-focus-limb')
const cruk = cite('cruk-limb')
const nice = cite('nice-ipg691')
const results = cite('limb-perfusion-results')

export const isolatedPerfusionChemotherapy = master({
  procedure: 'isolated-perfusion-chemotherapy',
  title: 'Chemotherapy to one part of the body',
  version: '1.0',
  what: [
    says(
      focus,
      'limb',
      'A strong dose of chemotherapy is given to one arm, one leg or the liver, and kept away from the rest of you. Doctors call this isolated perfusion.',
    ),
    says(
      macmillan,
      'band',
      'For a limb, a tight band stops the blood from flowing back. A pump may move the blood round and add oxygen. At the end the medicine is washed out.',
    ),
    review(
      'liver',
      'For the liver, the blood that leaves it is led out of the body. A filter takes out the medicine and the blood goes back in. This is called chemosaturation.',
    ),
    says(nice, 'team', 'For the liver, an expert centre with a special team is needed.'),
  ],
  why: [
    says(
      focus,
      'melanoma',
      'For a limb, it is used when a skin cancer, called melanoma, has come back near the first one, with many small lumps.',
    ),
    says(nice, 'eye', 'For the liver, it is used most of all for cancer that has spread there from the eye.'),
    says(
      focus,
      'higher',
      'Because the medicine stays in one place, the dose can be higher and the rest of the body is spared.',
    ),
  ],
  whoMayNot: [
    says(macmillan, 'spread', 'For a limb, it is only used if the cancer has not spread to other parts.'),
    says(nice, 'research', 'For other cancers in the liver, it should only be done as part of research.'),
    review('fit', 'You must be well enough to be put to sleep for some hours.'),
    review('vessels', 'The blood vessels must be healthy enough.'),
  ],
  before: [
    says(
      cruk,
      'tests',
      'The doctor looks at your limb. You may have scans to see that the blood vessels work well.',
    ),
    says(cruk, 'dose', 'The team works out the dose. For this you or your limb may be weighed or measured.'),
    all.tellAboutMedicines,
    all.tellIfPregnant,
    all.emptyStomach,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(focus, 'asleep', 'You are put to sleep. You feel nothing while it is done.'),
    says(focus, 'warm', 'A limb is warmed, for the medicine works better in the warm.'),
    review('liver-tubes', 'For the liver, tubes go into blood vessels at the groin and the neck.'),
    review('time', 'It takes some hours.'),
  ],
  after: [
    says(macmillan, 'stay', 'For a limb, people stay in hospital for about 3 to 7 days.'),
    says(focus, 'raise', 'Keep the limb up. Nurses check its blood flow often.'),
    review(
      'liver-care',
      'After the liver, you may spend the first night in a ward where you are watched very closely.',
    ),
    says(
      focus,
      'weeks',
      'The limb may be sore for up to 6 to 8 weeks. You need painkillers for a few weeks.',
    ),
    review('germs', 'Chemotherapy can make it hard to fight germs. Ask for your chemotherapy alert card.'),
    all.followUp,
  ],
  benefits: [
    says(
      results,
      'limb-works',
      'In a limb, all the lumps went in about 54 of every 100 people. In almost half of these people they came back later.',
    ),
    says(
      nice,
      'liver-some',
      'In the liver, cancer from the eye got smaller for a time in some people. It is not known if they live longer.',
    ),
  ],
  risks: [
    riskUnknown(
      'swelling',
      'Swelling and redness of the limb',
      'This is common. It is worst after about a week and most often goes in 6 to 8 weeks.',
    ),
    riskUnknown('blisters', 'Blisters', 'The skin may blister or peel.'),
    riskUnknown(
      'stiff',
      'Stiffness, numbness or a swelling that stays',
      'Some people keep a swollen or stiff limb. A few have lost the limb.',
    ),
    riskUnknown(
      'leak',
      'Chemotherapy gets to the rest of you',
      'You may feel sick, lose hair, or have too few blood cells for a while.',
    ),
    riskUnknown(
      'liver',
      'Serious harm, when it is done to the liver',
      'There can be bleeding, a stroke, heart trouble or harm to the liver. People have died from it.',
    ),
    riskUnknown('clot', 'A clot or an infection', 'Both need treatment at once.'),
  ],
  calls: [
    ...all.sepsisSigns,
    emergency('cold', 'The limb turns cold, white or blue, or you cannot feel it'),
    emergency('stroke', 'Your face drops, an arm is weak, or you cannot speak well'),
    all.heavyBleeding,
    sameDay('fever', 'Your temperature is 38 or more, or you feel hot and shivery. Ring at once'),
    sameDay('swell', 'The limb swells more, or the skin opens'),
    sameDay('yellow', 'Your skin or eyes turn yellow, or your belly swells'),
    sameDay('bruise', 'You bruise or bleed very easily'),
  ],
  questions: [
    ask('research', 'Is this part of research? What is known and not known?'),
    ask('repeat', 'Can it be done more than once?'),
    ask('travel', 'Where is it done, and who pays for the journey?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review(
      'drugs',
      'Medicines for the whole body can treat melanoma, such as those that help your own defences.',
    ),
    review('local', 'Lumps can be cut out, or treated with cream, a laser or radiotherapy.'),
    review('liver-other', 'In the liver, beads or heat may be used in place of it.'),
    review('none', 'You can choose not to have it.'),
  ],
  radiation: [
    review(
      'limb',
      'For a limb, little or no radiation is used. A weak radioactive marker may show that nothing leaks.',
    ),
    review('liver', 'For the liver, X-rays guide the tubes.'),
    all.xrayRisk,
    all.askDose,
  ],
  easyRead: [
    easy('strong', 'medicine', 'You get strong medicine in one arm, one leg or the liver.', focus),
    easy('only', 'distance', 'It is kept away from the rest of you.', focus),
    easy('sleep', 'sleep', 'You are asleep while it is done.', focus),
    all.easyTellMedicines,
    easy('stay', 'hospital', 'You stay in hospital for some days.', macmillan),
    easy('up', 'sleep', 'Keep the arm or leg up.', focus),
    easy('swell', 'pain', 'It may be red and swollen for weeks.', macmillan),
    easy('fever', 'fever', 'If you have a fever, ring us at once.'),
    easy('cold', 'emergency', 'If the arm or leg is cold or blue, ring 999.'),
    all.easyChoice,
  ],
})
