/** The leaflet on a stent in the gullet, stomach or bowel. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const christie = cite('christie-oesophageal-stent')
const cruk = cite('cruk-oesophageal-stent')
const upper = cite('stents-gullet-stomach')
const bowel = cite('colon-stent')
const colonic = cite('colonic-stent-placement')

export const gastrointestinalStenting = master({
  procedure: 'gastrointestinal-stenting',
  title: 'A stent in the gullet, stomach or bowel',
  version: '1.0',
  what: [
    says(
      christie,
      'mesh',
      'A stent is a soft tube of thin wire mesh. It opens out where a tumour has made your food pipe or bowel too narrow. It holds the way open.',
    ),
    says(cruk, 'gullet', 'In the food pipe, called the gullet, it lets you swallow more easily.'),
    says(colonic, 'bowel', 'In the large bowel it lets waste pass through.'),
  ],
  why: [
    says(cruk, 'swallow', 'A tumour can block the gullet, so that it is hard to eat and drink.'),
    says(
      bowel,
      'blocked-bowel',
      'A tumour can block the bowel. You then have pain, are sick, and cannot open your bowels.',
    ),
    says(
      colonic,
      'before-surgery',
      'A bowel stent can help you over the time until an operation, and can make that safer. Some people have it in its place.',
    ),
  ],
  whoMayNot: [
    review('hole', 'It cannot be done if there is a hole in the bowel already.'),
    review(
      'near-throat',
      'A tumour very high in the gullet or very low in the bowel may leave no room for a stent.',
    ),
    review('many', 'If the bowel is blocked in many places, one stent does not help.'),
  ],
  before: [
    all.tellAboutMedicines,
    says(cruk, 'empty', 'For the gullet, do not eat or drink for at least 6 hours before.'),
    review('enema', 'For the bowel, you may be given an enema to wash it out.'),
    all.bloodTest,
    all.tellAboutDye,
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    says(cruk, 'sleepy', 'You are given a medicine that makes you sleepy, or you are put to sleep.'),
    says(
      cruk,
      'wire',
      'A thin wire goes through the narrow place. X-rays show the way, and sometimes a camera tube. The stent is slid along the wire and opens out.',
    ),
    says(cruk, 'time', 'It takes about half an hour.'),
  ],
  after: [
    says(
      upper,
      'ache',
      'Your chest or back may ache while the stent opens out. This often goes in a day or two. Ask for a painkiller.',
    ),
    says(cruk, 'opens', 'The stent takes a day or two to open fully.'),
    says(cruk, 'stay', 'You may stay in hospital for a night or for a few days.'),
    says(
      upper,
      'soft',
      'With a stent in the gullet, eat soft food. Leave out food that could block it. You will be given a list.',
    ),
    review('sips', 'Take small bites, chew well, and drink with your meals.'),
    review('bowel-food', 'With a stent in the bowel, keep your stools soft. Ask which laxative to take.'),
    all.followUp,
  ],
  benefits: [
    says(upper, 'eat', 'You can eat and drink more easily, though not quite as before.'),
    says(bowel, 'no-bag', 'A bowel stent can ease a blocked bowel without surgery in a hurry.'),
    says(upper, 'not-cure', 'The stent does not treat the tumour itself.'),
  ],
  risks: [
    riskUnknown('pain', 'Pain', 'It is usual for a day or two. It should then get less.'),
    riskUnknown('moves', 'The stent moves', 'It can slip. It may have to be put right or another put in.'),
    riskUnknown(
      'blocks',
      'The stent blocks',
      'Food, stool or the tumour can block it. It can often be cleared.',
    ),
    riskUnknown(
      'hole',
      'A hole in the gullet or bowel',
      'This is grave. You may need surgery or a second stent, and some people die from it.',
    ),
    riskUnknown('bleeding', 'Bleeding', 'A little is usual. Heavy bleeding is rare and would be treated.'),
    riskUnknown(
      'heartburn',
      'Heartburn',
      'A stent low in the gullet can let acid come up. Sleep propped up, and ask for a medicine.',
    ),
  ],
  calls: [
    emergency('hole', 'You have sudden, strong pain in your chest or belly'),
    emergency('bleed', 'You bring up blood, or pass a lot of blood'),
    ...all.sepsisSigns,
    sameDay('swallow', 'You cannot swallow any more, or food sticks'),
    sameDay('bowel', 'Your belly swells, you are sick, or your bowels do not open for 2 days'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('pain', 'Pain gets worse and not better'),
  ],
  questions: [
    ask('food', 'What can I eat and drink, and from when?'),
    ask('later', 'Could I still have an operation, chemotherapy or radiotherapy?'),
    ask('block', 'What do I do if it blocks?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('radiotherapy', 'Radiotherapy or chemotherapy may shrink the tumour, but takes longer to help.'),
    says(bowel, 'operation', 'For the bowel, surgery is the main other way.'),
    review('stoma', 'After surgery you may have a bag on your belly, called a stoma.'),
    review('feeding', 'A feeding tube into the stomach can give you food when swallowing is not possible.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('narrow', 'belly', 'A lump makes your food pipe or bowel too narrow.', cruk),
    easy('stent', 'stent', 'A stent is a tube of wire mesh. It holds the way open.', christie),
    easy('empty', 'no-food', 'Do not eat or drink for 6 hours before.', cruk),
    all.easyTellMedicines,
    easy('sleepy', 'sleep', 'Medicine makes you sleepy.', cruk),
    easy('ache', 'pain', 'It may ache for a day or two.', upper),
    easy('soft', 'food', 'Eat soft food in small bites.', upper),
    easy('sick', 'call', 'If food sticks or you are sick, ring us.'),
    easy('pain', 'emergency', 'If you have sudden strong pain, ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
