/** The leaflet on a filter in the main vein of the belly. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const nca = cite('nca-caval-filter')
const removal = cite('gateshead-filter-removal')
const gateshead = cite('gateshead-filter')

export const venaCavalFiltration = master({
  procedure: 'vena-caval-filtration',
  title: 'A filter in the main vein',
  version: '1.0',
  what: [
    says(
      nca,
      'filter',
      'A filter is a small thing made of metal wire. It lies in the big vein of the belly, which takes blood from the legs to the heart. This vein is called the vena cava.',
    ),
    says(
      gateshead,
      'umbrella',
      'It looks a bit like the ribs of an umbrella. Blood flows through it, and big clots are held back.',
    ),
  ],
  why: [
    says(
      nca,
      'clots',
      'Clots can form in the veins of the legs. If one breaks off, it can go to the lungs and make you very ill. People can die from it.',
    ),
    says(
      nca,
      'thinners',
      'Most people with clots take a medicine that thins the blood. A filter is for people who cannot take it, or for whom it does not work.',
    ),
    says(gateshead, 'operation', 'You may also need one for a time round a big operation.'),
  ],
  whoMayNot: [
    review('blocked', 'The vein may be blocked, or too wide for a filter.'),
    review(
      'thinners-work',
      'If you can take a medicine that thins the blood and it works, you most often do not need a filter.',
    ),
  ],
  before: [all.tellAboutMedicines, all.tellAboutDye, all.bloodTest, all.tellIfPregnant],
  day: [
    review('come', 'Come to {whereToCome}. You may already be on a ward.'),
    all.numbSkin,
    says(nca, 'nick', 'It needs only a small nick in the skin. You need no stitches.'),
    review('place', 'The filter is folded in a thin tube. X-rays and dye show where it opens out.'),
    review('time', 'It often takes less than an hour. You are awake.'),
  ],
  after: [
    review('bed', 'You rest in bed for a few hours. Nurses look at the place where the tube went in.'),
    says(
      removal,
      'take-out',
      'A filter should be taken out when you no longer need it. Few people need it for ever.',
    ),
    review('ask-date', 'Ask who will take it out, and when. If you hear nothing in 3 months, ring us.'),
    review('tell', 'Tell anyone who puts a line in your neck or groin that you have a filter.'),
    all.followUp,
  ],
  benefits: [
    says(nca, 'guards', 'It works well at keeping big clots away from the lungs.'),
    review('no-cure', 'It does not melt clots, and does not stop new ones in the legs.'),
  ],
  risks: [
    riskUnknown('bruise', 'A bruise', 'A small bruise at the neck or groin is usual.'),
    riskUnknown('clot-filter', 'A clot at the filter', 'The vein can get blocked, and your legs swell.'),
    riskUnknown(
      'moves',
      'The filter tilts, moves or breaks',
      'This is seen on a scan. It may make it hard to take the filter out.',
    ),
    riskUnknown(
      'through',
      'A clot gets past',
      'A filter lowers the risk of a clot in the lung. It does not take it away.',
    ),
    riskUnknown('stuck', 'It cannot be taken out', 'The longer it is in, the harder this may be.'),
  ],
  calls: [
    emergency('lung', 'You suddenly cannot get your breath, have pain in your chest, or cough up blood'),
    emergency('faint', 'You faint'),
    all.heavyBleeding,
    sameDay('legs', 'One leg or both legs swell, or hurt'),
    sameDay('wound', 'The place at the neck or groin swells, bleeds or gets red'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('back', 'You have new pain in your back or belly'),
  ],
  questions: [
    ask('when-out', 'When will it come out, and who plans that?'),
    ask('thinners', 'Can I take a medicine that thins the blood later?'),
    ask('scan', 'Can I have an MRI scan with it?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(nca, 'thinners', 'The usual treatment is a medicine that thins the blood.'),
    review('none', 'You can choose not to have it. A clot may then get to the lungs.'),
  ],
  radiation: [all.xrays, all.xrayRisk, all.askDose],
  easyRead: [
    easy('clot', 'blood', 'A clot is a lump of thick blood in a vein.'),
    easy('lungs', 'lung', 'It can move to the lungs and make you very ill.', nca),
    easy('filter', 'stent', 'A filter is made of wire. It holds back big clots.', nca),
    easy('where', 'belly', 'It lies in the big vein of your belly.', nca),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    easy('out', 'calendar', 'It should be taken out when you no longer need it.', removal),
    easy('legs', 'pain', 'If your legs swell, ring us.'),
    easy('breath', 'emergency', 'If you cannot get your breath, ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
