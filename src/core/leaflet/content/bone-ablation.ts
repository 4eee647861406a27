/** The leaflet on destroying a bone tumour with heat or cold. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const cirse = cite('bone-ablation-standards')
const study = cite('bone-ablation-pain')
const cement = cite('nice-ipg179')
const cord = cite('macmillan-cord')

export const boneAblation = master({
  procedure: 'bone-ablation',
  title: 'Destroying a bone tumour with heat or cold',
  version: '1.0',
  what: [
    review(
      'needle',
      'A needle goes through the skin into the tumour in the bone. Its tip gets very hot or very cold and destroys the tumour. This is called ablation.',
    ),
    says(
      study,
      'kinds',
      'The heat can come from an electric current, from microwaves or from sound waves. Cold is called cryoablation.',
    ),
    review('cement', 'Bone cement may be put in as well, to make the bone firm.'),
  ],
  why: [
    says(study, 'pain', 'Cancer that has spread to a bone can hurt a lot. It may ease this pain.'),
    says(
      cirse,
      'aim',
      'The aim may be to ease pain, or to kill all of a small tumour. Ask which it is for you.',
    ),
    says(cirse, 'team', 'A team of experts agrees on it first.'),
  ],
  whoMayNot: [
    review('nerves', 'A tumour close to the spinal cord or a main nerve may be too near to treat.'),
    review('weak', 'A bone that may soon break often needs an operation first.'),
    review('everywhere', 'If many bones hurt, medicine or radiotherapy for all of them may help more.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('scan', 'You have an MRI or CT scan of the bone first.'),
    review('pacemaker', 'Tell us if you have a pacemaker or metal in your body.'),
    all.emptyStomach,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('asleep-or-not', 'You are put to sleep, or are made sleepy and numb. Ask which it will be.'),
    review('ct', 'A CT scan or X-rays guide the needle.'),
    review('guard', 'The team guards nerves and skin nearby, for instance with fluid or warm cloths.'),
    review('time', 'It takes about one to two hours.'),
  ],
  after: [
    review(
      'worse-first',
      'Pain may get worse for a few days before it gets better. You are given painkillers.',
    ),
    review('weight', 'Ask how much weight you can put on the bone, and for how long.'),
    review('home', 'Many people go home on the same day or the next.'),
    review('skin', 'Look at the skin each day. It may be red where the needle went in.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(
      study,
      'less-pain',
      'In a review of 11 studies with 364 people, there was less pain after 12 weeks. How much less was not the same: from a sixth of it to almost all.',
    ),
    review('soon', 'Relief may come sooner than with radiotherapy.'),
    review('again', 'It can be done after radiotherapy, and can be done again.'),
  ],
  risks: [
    riskUnknown('pain', 'More pain for some days', 'It is treated with medicine.'),
    riskUnknown(
      'nerve',
      'Harm to a nerve',
      'You may be numb, weak or in pain. It may get better, but not always.',
    ),
    riskUnknown('break', 'The bone breaks', 'Treated bone can be weak. You may need cement or an operation.'),
    riskUnknown('burn', 'A burn or frostbite of the skin', 'It is treated like other burns.'),
    riskUnknown('infection', 'Infection of the bone', 'This is rare and needs a long course of antibiotics.'),
    riskUnknown('no-help', 'It does not help', 'Some people have as much pain as before.'),
  ],
  calls: [
    emergency('legs', 'Your legs go weak or numb, or you cannot walk', cord),
    emergency('bladder', 'You cannot pass urine, or lose control of bladder or bowel', cord),
    ...all.sepsisSigns,
    sameDay('break', 'You have sudden pain in the bone, or cannot put weight on it'),
    sameDay('numb', 'You have new numbness or weakness', cord),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('skin', 'The skin is blistered, black, open or wet'),
  ],
  questions: [
    ask('aim', 'Is it to ease pain, or to kill all of the tumour?'),
    ask('walk', 'Can I walk, drive and lift afterwards?'),
    ask('radiotherapy', 'Would radiotherapy be better, or can I have both?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(
      cement,
      'radiotherapy',
      'Radiotherapy is often used for pain from cancer in a bone. It can take up to 2 weeks to help.',
    ),
    review('medicine', 'Painkillers and medicines that make bones firm may be enough.'),
    review('operation', 'An operation can hold a bone that may break.'),
    review('none', 'You can choose not to have it.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose, all.tellIfPregnant],
  easyRead: [
    easy('lump', 'bone', 'You have a lump in a bone. It hurts.', study),
    easy('needle', 'needle', 'A needle goes into the lump.'),
    easy('heat', 'heat', 'Its tip gets very hot or cold, and kills the lump.'),
    easy('pain', 'better', 'This may ease the pain.', study),
    all.easyTellMedicines,
    easy('sleep', 'sleep', 'You are asleep or very sleepy.'),
    easy('worse', 'pain', 'It may hurt more for a few days first.'),
    easy('weight', 'question', 'Ask how much you can lift and walk.'),
    easy('legs', 'emergency', 'If your legs go weak or numb, ring 999.', cord),
    all.easyChoice,
    all.easyCall,
  ],
})
