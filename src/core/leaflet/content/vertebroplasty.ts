/** The leaflet on cement in a bone of the spine. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const hull = cite('hull-vertebroplasty')
const roh = cite('orthopaedic-vertebroplasty')
const nice12 = cite('nice-ipg12')
const nice179 = cite('nice-ipg179')
const cord = cite('macmillan-cord')

export const vertebroplasty = master({
  procedure: 'vertebroplasty',
  title: 'Cement in a bone of the spine',
  version: '1.0',
  what: [
    says(
      hull,
      'cement',
      'Bone cement is put into a weak or cracked bone of the spine through a needle. This is called vertebroplasty.',
    ),
    says(roh, 'glue', 'The cement sets hard. It holds the bone together, a bit like glue.'),
    says(nice179, 'elsewhere', 'Cement can be put into other bones too, such as the back of the pelvis.'),
  ],
  why: [
    says(
      nice12,
      'weak-bone',
      'Cancer that has spread to the spine, or thin bones, can make a bone of the spine crack. This hurts.',
    ),
    says(hull, 'tablets', 'It is thought of when painkillers do not help enough.'),
    says(hull, 'cannot-press', 'It makes the bone firm, so that broken parts no longer rub.'),
  ],
  whoMayNot: [
    says(roh, 'other-pain', 'It does not help with back pain from worn joints or a slipped disc.'),
    review(
      'nerves',
      'It may not be right if bone or tumour presses on the spinal cord. That needs other care, and fast.',
    ),
    review('infection', 'It has to wait while you have an infection, or if your blood does not clot well.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('mri', 'You have an MRI or CT scan of your spine first.'),
    all.emptyStomach,
    all.tellIfPregnant,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(
      nice179,
      'awake',
      'Most people are awake, with numb skin and a medicine that makes them calm. Some are put to sleep.',
    ),
    review('front', 'You lie on your front. Pillows help.'),
    says(
      hull,
      'needle',
      'A needle goes through a tiny cut into the bone. There may be one or two for each bone.',
    ),
    says(
      nice179,
      'watch',
      'X-rays show the cement as it goes in. If any runs out of the bone, the doctor stops.',
    ),
  ],
  after: [
    says(nice179, 'lie', 'You lie flat while the cement sets.'),
    review('check', 'Nurses check that you can feel and move your legs.'),
    review('home', 'Many people go home on the same day or the next.'),
    review(
      'move',
      'Get up and walk as soon as you are told that you can. Do not lift heavy things for some weeks.',
    ),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(
      nice12,
      'pain',
      'In the studies that NICE looked at, between 58 and 97 in every 100 people had less pain.',
    ),
    says(nice12, 'fewer', 'Many took fewer painkillers and could move better.'),
    says(nice12, 'divided', 'Experts did not all agree. Some thought that such cracks heal without it.'),
    says(roh, 'not-taller', 'It does not make you as tall or as straight as before.'),
  ],
  risks: [
    riskUnknown(
      'leak',
      'Cement leaks out of the bone',
      'A little often does, and does no harm. Rarely it touches a nerve and causes pain, numbness or weakness.',
    ),
    riskUnknown(
      'nerve',
      'Harm to nerves or the spinal cord',
      'This is rare. You may need an operation, and it can leave you weak.',
    ),
    riskUnknown(
      'lung',
      'Cement gets to the lungs',
      'It can go there with the blood. Most people do not notice it, but it can make you short of breath.',
    ),
    riskUnknown('next', 'Another bone cracks', 'A bone next to it may crack later.'),
    riskUnknown('infection', 'Infection', 'Germs in the bone are rare and hard to treat.'),
    riskUnknown('no-help', 'It does not help', 'Some people have as much pain as before.'),
  ],
  calls: [
    emergency('legs', 'Your legs go weak or numb, or you cannot walk', cord),
    emergency('bladder', 'You cannot pass urine, or lose control of bladder or bowel', cord),
    emergency('chest', 'You suddenly cannot get your breath, or have chest pain'),
    sameDay('numb', 'You have pins and needles in your toes or buttocks, or feel unsteady', cord),
    sameDay('pain', 'You have new or worse pain in your back'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('wound', 'The small cut is red, hot or wet'),
  ],
  questions: [
    ask('which-bone', 'Which bones will you treat?'),
    ask('brace', 'Would a brace, radiotherapy or an operation be better?'),
    ask('exercise', 'What can I lift and do afterwards?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(roh, 'medicine', 'Medicine for the pain is one way. An operation to hold the spine is another.'),
    says(
      nice179,
      'radiotherapy',
      'Radiotherapy is often used for pain from cancer in a bone. It can take up to 2 weeks to help.',
    ),
    review('none', 'You can choose to wait. Some cracks heal by themselves.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('bone', 'bone', 'A bone in your back is weak and hurts.', nice12),
    easy('cement', 'needle', 'A doctor puts bone cement into it with a needle.', hull),
    easy('hard', 'better', 'The cement sets hard. This may ease the pain.', roh),
    all.easyTellMedicines,
    easy('lie', 'sleep', 'You lie on your front.'),
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('flat', 'hospital', 'You lie flat while the cement sets.', nice179),
    easy('home', 'home', 'You go home the same day or the next.'),
    easy('legs', 'emergency', 'If your legs go weak or numb, ring 999.', cord),
    easy('toilet', 'emergency', 'If you cannot pass urine, ring 999.', cord),
    all.easyChoice,
    all.easyCall,
  ],
})
