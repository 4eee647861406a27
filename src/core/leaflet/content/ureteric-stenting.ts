/** The leaflet on a stent between kidney and bladder, put in from above. */

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

const cuh = cite('cuh-ureteric-stent')
const imperial = cite('imperial-ureteric-stent')
const royalFree = cite('royal-free-ureteric-stent')

export const uretericStenting = master({
  procedure: 'ureteric-stenting',
  title: 'A stent between kidney and bladder',
  version: '1.0',
  what: [
    says(
      cuh,
      'tube',
      'Urine runs from a kidney to the bladder through a narrow pipe, the ureter. A stent is a soft tube that lies inside this pipe and keeps it open.',
    ),
    says(
      cuh,
      'from-above',
      'The doctor can put it in from above, through the skin of your back and the kidney. It is then called an antegrade stent.',
    ),
    review('inside', 'Nothing is left outside of you. You do not feel the stent for most of the time.'),
  ],
  why: [
    says(cuh, 'blocked', 'Tests have shown that the pipe is blocked. A stone or a tumour can do this.'),
    says(imperial, 'kidney', 'If it stays blocked, urine builds up and the kidney can be harmed.'),
    review(
      'instead-of-bag',
      'If you have a drain in your kidney, the stent may mean that you no longer need the bag.',
    ),
  ],
  whoMayNot: [
    review('too-tight', 'The pipe may be so tight that no stent can pass.'),
    review('infection', 'If the urine is infected, a drain often comes first and the stent some days later.'),
    review('bladder', 'If your bladder leaks or does not empty, a stent may not help.'),
  ],
  before: [all.tellAboutMedicines, all.tellAboutDye, all.bloodTest, all.emptyStomach],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(
      imperial,
      'awake',
      'You are awake for it. Your skin is made numb. You may feel a push but not pain.',
    ),
    review(
      'wire',
      'A thin wire goes through the kidney and down the pipe. The stent slides over it until one end is in the kidney and the other in the bladder.',
    ),
    review('drain', 'A drain may be left in your back for a day or so, to see that the stent works.'),
  ],
  after: [
    says(royalFree, 'drink', 'Drink well when you are home. You can pass urine in the normal way.'),
    says(
      royalFree,
      'usual',
      'It may sting when you pass urine. You may have to go more often, see some blood, or feel an ache in your back. This often gets better in a few days but can go on.',
    ),
    review(
      'change',
      'A stent does not last for ever. It has to be changed or taken out after some months. Ask for your date, and ring if you do not hear.',
    ),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(cuh, 'drains', 'Urine can run from the kidney to the bladder again.'),
    review('no-bag', 'There is no tube or bag outside.'),
  ],
  risks: [
    risk(
      royalFree,
      'sting',
      'Stinging, an ache in the back, some blood, or going more often',
      { from: 10, to: 100, per: 100 },
      'More than 10 in every 100 people have one of these. They may last as long as the stent is in.',
    ),
    risk(
      imperial,
      'not-placed',
      'The stent cannot be put in well',
      per100(5, 7),
      'The doctor may try again on another day, or find another way.',
    ),
    risk(
      imperial,
      'bleeding',
      'A little bleeding from the kidney',
      per100(1, 5),
      'It most often stops by itself.',
    ),
    risk(imperial, 'leak', 'Urine leaks into the belly', per100(1, 2), 'It may need a drain.'),
    risk(royalFree, 'infection', 'An infection of the urine', per100(3), 'You need an antibiotic.'),
    riskUnknown('blocks', 'The stent blocks or slips', 'It may have to be changed early.'),
  ],
  calls: [
    ...all.sepsisSigns,
    emergency('clots', 'You pass big clots of blood, or cannot pass urine at all and are in strong pain'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('flank', 'Your back or side hurts more and more'),
    sameDay('less', 'You pass much less urine than before'),
    sameDay('red', 'The urine stays red after a few days, or gets redder'),
  ],
  questions: [
    ask('when-changed', 'When will the stent be changed or taken out? Who books it?'),
    ask('from-below', 'Could it be put in from below, through the bladder?'),
    ask('work', 'Can I work, do sport and have sex with it?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      cuh,
      'from-below',
      'A stent can also be put in from below, through the bladder. This is called a retrograde stent.',
    ),
    review('drain', 'A drain in the kidney, with a bag outside, is another way.'),
    review('none', 'You can choose not to have it. A kidney that stays blocked may stop working.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('blocked', 'kidney', 'The pipe from your kidney is blocked.', cuh),
    easy('stent', 'stent', 'A stent is a soft tube. It keeps the pipe open.', cuh),
    easy('in', 'needle', 'A doctor puts it in through your back.', cuh),
    all.easyTellMedicines,
    easy('awake', 'sleep', 'You are awake, but your skin is numb.', imperial),
    easy('sting', 'pain', 'It may sting when you pass urine.', royalFree),
    easy('blood', 'blood', 'You may see some blood in your urine.', royalFree),
    easy('drink', 'drink', 'Drink well.', royalFree),
    easy('change', 'calendar', 'The stent has to be changed or taken out later.'),
    easy('fever', 'fever', 'If you feel hot and shivery, ring us at once.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
