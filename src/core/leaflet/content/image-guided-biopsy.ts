/** The leaflet on a biopsy guided by a scan. */

import * as all from '../shared.ts'
import {
  ask,
  cite,
  easy,
  emergency,
  master,
  per100,
  per1000,
  review,
  risk,
  riskUnknown,
  sameDay,
  says,
} from '../write.ts'

const liverTrust = cite('liver-trust-biopsy')
const bristol = cite('nbt-liver-biopsy')
const lung = cite('lung-biopsy-risks')

export const imageGuidedBiopsy = master({
  procedure: 'image-guided-biopsy',
  title: 'A biopsy guided by a scan',
  version: '1.0',
  what: [
    says(
      liverTrust,
      'sample',
      'A doctor takes a tiny piece of you with a thin needle. This is called a biopsy. Another expert then looks at the piece under a microscope.',
    ),
    review(
      'scan',
      'A scan shows the doctor where the needle is, all the way. It may be an ultrasound scan, which uses sound, or a CT scan, which uses X-rays.',
    ),
    review(
      'where',
      'The piece may come from the liver, a kidney, a lung, a gland, a bone or a lump somewhere else.',
    ),
    says(
      cite('rcr-2013', '2.1'),
      'finds-out',
      'A biopsy does not treat the lump. It helps the team to plan the care that comes next.',
    ),
  ],
  why: [
    says(
      liverTrust,
      'not-enough',
      'Blood tests and scans do not always tell us enough. A piece of the lump can tell us what it is.',
    ),
    review('choose-drug', 'The piece can also show which medicine may work best on a cancer.'),
    all.teamAdvises,
  ],
  whoMayNot: [
    review('bleeding', 'It may have to wait if your blood does not clot well.'),
    review(
      'no-safe-way',
      'Sometimes there is no safe way in for the needle. Then the team looks for another place or another test.',
    ),
    review('lie-still', 'You have to lie still for a while. Tell us if that is hard for you.'),
  ],
  before: [all.tellAboutMedicines, all.bloodTest, all.emptyStomach, all.tellIfPregnant, all.bringMedicines],
  day: [
    review(
      'come',
      'Come to {whereToCome}. The doctor tells you again what will be done and asks if you agree.',
    ),
    all.numbSkin,
    review(
      'push',
      'You may feel a push, and hear a click when the needle takes the piece. You may be asked to hold your breath for a moment.',
    ),
    review('more-than-one', 'More than one piece may be taken. It is often over in less than half an hour.'),
  ],
  after: [
    says(
      bristol,
      'watched',
      'Nurses check your pulse and blood pressure. After a biopsy of the liver you may rest in hospital for up to 5 hours.',
    ),
    says(liverTrust, 'home', 'Most people go home on the same day. You can ask for a medicine if it hurts.'),
    review(
      'rest',
      'Rest for the next day or two. Do not lift heavy things until your team says that you can.',
    ),
    review('result', 'The result can take a week or more. Ask who will tell you, when, and how.'),
    all.followUp,
  ],
  benefits: [
    review('know', 'It can show what the lump is. Then you and the team can choose the care that fits.'),
    review('not-always', 'Sometimes the piece does not give the answer. Then a second biopsy may be needed.'),
  ],
  risks: [
    risk(
      bristol,
      'bleeding-liver',
      'Bleeding inside, after a biopsy of the liver',
      per100(1),
      'Nurses look out for it. Most such bleeding stops by itself. Now and then it has to be stopped by another treatment.',
    ),
    risk(
      bristol,
      'death-liver',
      'Death, after a biopsy of the liver',
      per1000(1),
      'Very few people die from it. The team takes every care, and will talk with you about your own risk.',
    ),
    risk(
      lung,
      'air-lung',
      'Air around the lung, after a biopsy of the lung',
      per100(15, 25),
      'The lung goes down a little. Doctors call this a pneumothorax. It often gets better by itself.',
    ),
    risk(
      lung,
      'drain-lung',
      'A tube in the chest, after a biopsy of the lung',
      per100(4, 6),
      'It lets the air out, so that the lung can fill up again. You stay in hospital while it is in.',
    ),
    risk(
      lung,
      'blood-lung',
      'Bleeding that matters, after a biopsy of the lung',
      per100(1),
      'You may cough up blood. Most often it stops by itself.',
    ),
    riskUnknown(
      'pain',
      'Pain and a bruise',
      'A sore place or a bruise is usual. Ask which medicine you can take.',
    ),
    riskUnknown(
      'infection',
      'Infection',
      'Germs can get in with the needle. You may then need an antibiotic.',
    ),
  ],
  calls: [
    ...all.sepsisSigns,
    all.heavyBleeding,
    emergency(
      'chest',
      'You have sudden pain in your chest or cannot get your breath, above all after a biopsy of the lung',
    ),
    sameDay('worse-pain', 'Pain gets worse, or spreads to your shoulder or belly'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('blood', 'You cough up blood, or there is blood in your urine'),
  ],
  questions: [
    ask('result', 'When do I get the result, and who tells me?'),
    ask('scan', 'Which scan will you use?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('wait-scan', 'You can wait and have another scan later, to see if the lump changes.'),
    review('other-sample', 'A piece can sometimes be taken with a camera tube, or in an operation.'),
    review(
      'none',
      'You can choose not to have it. Then your team may have to plan without knowing for sure.',
    ),
  ],
  radiation: [
    all.ultrasoundOnly,
    review('ct', 'If a CT scan is used, you get some X-rays.'),
    all.xrayRisk,
    all.askDose,
  ],
  easyRead: [
    easy('needle', 'needle', 'A doctor takes a tiny piece of you with a thin needle.', liverTrust),
    easy('scan', 'scan', 'A scan shows where the needle goes.'),
    easy('why', 'question', 'We look at the piece to find out what is wrong.', liverTrust),
    easy('numb', 'needle', 'We make your skin numb. It may sting.'),
    all.easyTellMedicines,
    easy('still', 'sleep', 'You lie still while it is done.'),
    easy('home', 'home', 'Most people go home on the same day.', liverTrust),
    easy('sore', 'pain', 'You may be sore for a day or two.'),
    easy('result', 'calendar', 'We tell you later what we found.'),
    all.easyChoice,
    all.easyCall,
    all.easyEmergency,
  ],
})
