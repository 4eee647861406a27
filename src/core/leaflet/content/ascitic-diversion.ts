/** The leaflet on a lasting drain, shunt or pump for fluid in the belly. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, risk, riskUnknown, sameDay, says } from '../write.ts'

const nice = cite('nice-mtg9')
const pump = cite('nice-ipg631')
const uhb = cite('uhb-paracentesis')
const study = cite('ascites-catheter-review')

export const asciticDiversion = master({
  procedure: 'ascitic-diversion',
  title: 'A lasting drain or pump for fluid in the belly',
  version: '1.0',
  what: [
    says(uhb, 'ascites', 'Fluid can build up in the belly. Doctors call this ascites.'),
    says(
      nice,
      'drain',
      'A soft tube can be put in to stay. Part of it lies under the skin. You, a nurse or a helper join a bottle to it and let fluid out at home.',
    ),
    says(
      nice,
      'valve',
      'Between times the tube is capped, coiled up and covered by a dressing. A valve keeps air out and fluid in.',
    ),
    review('shunt', 'A shunt is a tube all inside. It leads the fluid from the belly back into a vein.'),
    says(
      pump,
      'pump',
      'A small pump under the skin is a newer way. It is not used often. Doctors still learn how well and how safely it works.',
    ),
  ],
  why: [
    says(
      uhb,
      'signs',
      'Fluid makes the belly tight and sore. You may eat less, be short of breath, and find it hard to move.',
    ),
    review(
      'again',
      'If it comes back soon each time it is drained, a tube that stays saves you from going to hospital again and again.',
    ),
  ],
  whoMayNot: [
    review('infection', 'It is not done while the fluid is infected.'),
    review('pockets', 'It may not help if the fluid lies in many small pockets.'),
    review('heart', 'A shunt may not be safe if your heart or kidneys are weak.'),
    says(pump, 'centres', 'Only a few expert centres put in pumps. They choose with care who may have one.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    all.emptyStomach,
    review('helper', 'Think about who could help you with the bottle at home. A nurse can do it too.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    all.numbSkin,
    review(
      'two-cuts',
      'The doctor makes two tiny cuts. The tube goes in by one, and runs under the skin to the other.',
    ),
    review('first-bottle', 'Some fluid is let out at once. You may feel lighter straight away.'),
  ],
  after: [
    says(
      nice,
      'train',
      'You and your helper are shown how to join the bottle, and how to put on a new cap and dressing.',
    ),
    review('how-much', 'Ask how much to let out, how often, and who brings the bottles.'),
    review('clean', 'Wash your hands well each time. Keep the dressing dry.'),
    review('stitches', 'Stitches come out after a week or more. Ask who does it.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(study, 'placed', 'In 5 studies the tube could be put in for everyone in whom it was tried.'),
    review('home', 'You can let out fluid when you need to, at home.'),
    review('not-cure', 'It does not treat the cause of the fluid.'),
  ],
  risks: [
    risk(
      study,
      'any',
      'Any problem with the tube',
      { from: 7, to: 8, per: 100 },
      'This is from one study. It was the same for people who were drained in hospital time after time. Other studies had fewer or many more problems.',
    ),
    riskUnknown(
      'infection',
      'Infection',
      'Germs can get in along the tube. Your belly gets sore and you feel ill. You need antibiotics.',
    ),
    riskUnknown('leak', 'Fluid leaks', 'It can leak round the tube in the first days.'),
    riskUnknown('blocks', 'The tube blocks', 'It can often be washed out, or is changed.'),
    riskUnknown('tired', 'Weakness', 'You lose salt and protein with the fluid. You may feel weak or dizzy.'),
    riskUnknown(
      'pump',
      'A pump fails, or harms the kidneys',
      'With a pump, both have happened. The pump may have to come out.',
    ),
  ],
  calls: [
    emergency('belly', 'Your belly is hard and very sore, and you are very ill'),
    ...all.sepsisSigns,
    all.heavyBleeding,
    sameDay('cloudy', 'The fluid turns cloudy, smells or has blood in it'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('none', 'No fluid comes, though your belly is full'),
    sameDay('skin', 'The skin at the tube is red, sore or wet'),
    sameDay('dizzy', 'You feel faint after fluid was let out'),
  ],
  questions: [
    ask('which', 'Would a drain, a shunt or a pump suit me best?'),
    ask('nurse', 'Will a nurse come to my home?'),
    ask('bath', 'Can I have a bath or a shower?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      uhb,
      'once',
      'Fluid can be drained in hospital with a tube for some hours, each time that it comes back.',
    ),
    says(uhb, 'tablets', 'Water tablets help some people. They take longer and may stop working.'),
    review('treat', 'Treating the tumour can make less fluid come.'),
  ],
  radiation: [
    all.ultrasoundOnly,
    review('xray', 'X-rays may be used for a short time to see where the tube lies.'),
  ],
  easyRead: [
    easy('fluid', 'belly', 'Fluid builds up in your belly again and again.', uhb),
    easy('tube', 'tube', 'A soft tube is put in. It stays in.', nice),
    easy('bottle', 'bag', 'You join a bottle to it and let fluid out.', nice),
    easy('home', 'home', 'You can do this at home. A nurse can help.', nice),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('learn', 'team', 'We show you how to do it.', nice),
    easy('wash', 'wash', 'Wash your hands well each time.'),
    easy('cloudy', 'call', 'If the fluid is cloudy or you have a fever, ring us.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
