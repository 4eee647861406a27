/** The leaflet on a feeding tube through the skin. */

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

const nca = cite('nca-gastrostomy')
const cirse = cite('gastrostomy-standards')

export const enteralTubePlacement = master({
  procedure: 'enteral-tube-placement',
  title: 'A feeding tube into the stomach',
  version: '1.0',
  what: [
    says(
      nca,
      'tube',
      'A narrow tube goes through the skin of your belly into your stomach. Liquid food, water and medicine can be given through it.',
    ),
    says(
      nca,
      'rig',
      'When it is put in with X-rays it is called a RIG. The letters stand for radiologically inserted gastrostomy.',
    ),
    review('see', 'A few centimetres of it stay outside. You can hide it under your clothes.'),
  ],
  why: [
    says(
      nca,
      'not-enough',
      'You may not be able to eat and drink enough, or it may not be safe for you to swallow.',
    ),
    review(
      'before-treatment',
      'Treatment of the mouth or throat can make swallowing hard for weeks. The tube can be put in before.',
    ),
    review('still-eat', 'Some people still eat a little by mouth. Ask what is safe for you.'),
  ],
  whoMayNot: [
    review(
      'stomach',
      'It may not be possible after some operations on the stomach, or if the bowel lies in front of it.',
    ),
    review('fluid', 'Fluid in the belly may have to be let out first.'),
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review(
      'thin-tube',
      'A thin tube may be put through your nose into the stomach. Air goes through it, to fill the stomach.',
    ),
    says(nca, 'antibiotic', 'You have antibiotics before it, to guard against germs.'),
    all.emptyStomach,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    all.sleepy,
    all.numbSkin,
    says(
      nca,
      'stitches',
      'The stomach may be held to the wall of the belly with small stitches. This helps against leaks.',
    ),
    review('slide', 'The tube slides in over a wire. A balloon or a loop inside holds it.'),
    review('time', 'It often takes half an hour to an hour.'),
  ],
  after: [
    review('wait', 'Nothing goes through the tube for some hours. Then the nurses begin with water.'),
    review(
      'learn',
      'You, or someone who helps you, learn to give the food, to wash out the tube and to care for the skin.',
    ),
    review('turn', 'Ask if your tube has to be turned, and if a balloon has to be checked each week.'),
    review('upright', 'Sit up while you are fed and for half an hour after.'),
    review('spare', 'Ask for the name and size of the tube, and keep it with you.'),
    all.followUp,
  ],
  benefits: [
    says(nca, 'food', 'You get enough food and drink, in a safe way.'),
    says(cirse, 'works', 'With X-rays it works for almost all people in whom it is tried.'),
    review('no-nose', 'You do not need a tube through the nose for a long time.'),
  ],
  risks: [
    risk(
      nca,
      'leak',
      'A leak round the tube',
      per100(6),
      'The skin gets red and sore. The tube may have to come out, or an operation may be needed to close the hole.',
    ),
    riskUnknown(
      'infection',
      'Infection of the skin',
      'The skin gets red, hot or wet. You may need an antibiotic.',
    ),
    riskUnknown('bleeding', 'Bleeding', 'A little is usual. Heavy bleeding is rare and would be treated.'),
    riskUnknown(
      'belly',
      'Infection in the belly',
      'Doctors call this peritonitis. Your belly gets hard and very sore. It is serious and may need an operation.',
    ),
    riskUnknown(
      'bowel',
      'A hole in the bowel',
      'The needle can go through the bowel. It may need an operation.',
    ),
    riskUnknown(
      'out',
      'The tube blocks or falls out',
      'These tubes are thin and may block. A tube that falls out has to be put back within hours.',
    ),
  ],
  calls: [
    emergency('hard-belly', 'Your belly gets hard and very sore, above all in the first 3 days'),
    emergency('pain-feed', 'It hurts a lot when food or water goes in. Stop feeding at once'),
    ...all.sepsisSigns,
    all.heavyBleeding,
    sameDay('out', 'The tube falls out. Ring at once: the hole can close within hours'),
    sameDay('blocked', 'The tube is blocked and you cannot clear it with water'),
    sameDay('skin', 'The skin is red, hot, wet or smells'),
    sameDay('cough', 'You cough or choke when you are fed'),
  ],
  questions: [
    ask('eat', 'Can I still eat and drink by mouth?'),
    ask('who-teaches', 'Who teaches us to use it, and who brings the food?'),
    ask('how-long', 'How long will I need it? How is it changed or taken out?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('nose', 'A thin tube through the nose can be used for some weeks.'),
    review('peg', 'The tube can be put in with a camera through the mouth. It is then called a PEG.'),
    review('none', 'You can choose not to have a tube. A dietitian can help you to eat what you can.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('eat', 'food', 'You cannot eat and drink enough.', nca),
    easy('tube', 'tube', 'A tube goes through your skin into your stomach.', nca),
    easy('food', 'bag', 'Food and water go in through the tube.', nca),
    easy('empty', 'no-food', 'Do not eat before it. We tell you from when.'),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('learn', 'team', 'A nurse shows you how to use it.'),
    easy('out', 'call', 'If the tube falls out, ring us at once.'),
    easy('pain', 'emergency', 'If it hurts a lot to feed, stop and ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
