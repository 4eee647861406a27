/** The leaflet on drawing off fluid once, with a needle. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const kingston = cite('kingston-pleural')
const northTees = cite('north-tees-pleural')
const uhb = cite('uhb-paracentesis')

export const imageGuidedAspiration = master({
  procedure: 'image-guided-aspiration',
  title: 'Drawing off fluid with a needle',
  version: '1.0',
  what: [
    review(
      'once',
      'A needle or a very thin tube draws off fluid from your chest or belly. It comes out again at the end. Doctors call this aspiration.',
    ),
    says(
      northTees,
      'chest',
      'In the chest, the fluid lies between the lung and the ribs. It keeps the lung from filling well.',
    ),
    says(uhb, 'belly', 'In the belly, the fluid is called ascites. It makes the belly tight.'),
    review('ultrasound', 'An ultrasound scan shows a safe way in.'),
  ],
  why: [
    says(northTees, 'breathe', 'Taking fluid away can help you to breathe more easily.'),
    says(northTees, 'test', 'A small amount can be tested to find out why it is there.'),
    says(uhb, 'eat-move', 'With less fluid in the belly you may eat and move better.'),
  ],
  whoMayNot: [
    review('little', 'If there is very little fluid, it may be safer to wait.'),
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
  ],
  before: [
    all.tellAboutMedicines,
    all.bloodTest,
    review('eat', 'You can most often eat and drink as usual. Your letter says if not.'),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('sit', 'For the chest you sit and lean on a table. For the belly you lie on your back.'),
    says(kingston, 'numb', 'Your skin is made numb. Then the needle goes in.'),
    says(kingston, 'time', 'It often takes about 30 minutes.'),
    says(
      northTees,
      'amount',
      'For a test a few spoonfuls are enough. To help your breath, up to 1.5 litres may be drawn off.',
    ),
    review(
      'cough',
      'You may cough, or feel tight in the chest, as the lung fills again. Tell the doctor: it can be stopped.',
    ),
  ],
  after: [
    review('plaster', 'You have a small plaster. You may leak a little for a day or two.'),
    review('check', 'You may have an X-ray of the chest to see that all is well.'),
    review('home', 'Most people go home within a few hours.'),
    review('back', 'Fluid may come back. Ask what to do then.'),
    all.followUp,
  ],
  benefits: [
    review('soon', 'Many people feel better within hours.'),
    review('answer', 'The test may show which treatment you need. Sometimes it gives no answer.'),
  ],
  risks: [
    riskUnknown('pain', 'Pain', 'It may be sore for a day. A simple painkiller helps.'),
    riskUnknown(
      'air',
      'Air round the lung',
      'In the chest, the needle can let in air or touch the lung. You may need a drain.',
    ),
    riskUnknown('bleeding', 'Bleeding', 'A small bruise is usual. Heavy bleeding is rare.'),
    riskUnknown('infection', 'Infection', 'Germs can get in with the needle. You may need an antibiotic.'),
    riskUnknown(
      'faint',
      'Feeling faint',
      'Your blood pressure may fall when a lot of fluid goes. You lie down and may get a drip.',
    ),
    riskUnknown(
      'near',
      'Harm to something near',
      'The needle can touch the bowel, the liver or the spleen. This is rare.',
    ),
  ],
  calls: [
    emergency('breath', 'You suddenly get short of breath, or have sharp pain in your chest'),
    ...all.sepsisSigns.slice(0, 1),
    all.heavyBleeding,
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('belly', 'Your belly gets hard or very sore'),
    sameDay('leak', 'It leaks for more than 2 days'),
    sameDay('again', 'You are short of breath again, or your belly is tight again'),
  ],
  questions: [
    ask('why-fluid', 'Why is the fluid there?'),
    ask('back', 'What can be done if it comes back?'),
    ask('result', 'When do I get the result?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    says(kingston, 'drain', 'A small tube can be left in for longer, so that more fluid runs out.'),
    says(uhb, 'tablets', 'Water tablets help some people with fluid in the belly.'),
    review('lasting', 'A lasting drain can be put in if fluid comes back again and again.'),
    review('none', 'You can choose not to have it.'),
  ],
  radiation: [
    all.ultrasoundOnly,
    says(
      cite('gov-doses'),
      'chest',
      'If you have an X-ray of the chest afterwards, it gives about as much radiation as 3 days of normal life.',
    ),
  ],
  easyRead: [
    easy('fluid', 'lung', 'There is fluid in your chest or your belly.'),
    easy('needle', 'needle', 'A doctor draws it off with a needle.'),
    easy('scan', 'scan', 'A scan shows where the needle goes.'),
    all.easyTellMedicines,
    easy('numb', 'needle', 'We make your skin numb. It may sting.', kingston),
    easy('time', 'calendar', 'It takes about 30 minutes.', kingston),
    easy('cough', 'pain', 'You may cough. Tell us, and we can stop.'),
    easy('better', 'better', 'You may breathe more easily.', northTees),
    easy('breath', 'emergency', 'If you suddenly cannot breathe well, ring 999.'),
    all.easyChoice,
    all.easyCall,
  ],
})
