/** The leaflet on destroying a prostate tumour with sound waves, cold or electricity. */

import * as all from '../shared.ts'
import { ask, cite, easy, emergency, master, review, riskUnknown, sameDay, says } from '../write.ts'

const pool = cite('infopool-focal')
const hifu = cite('prostate-uk-hifu')
const cold = cite('nice-ipg423')
const sound = cite('nice-ipg424')

export const prostateAblation = master({
  procedure: 'prostate-ablation',
  title: 'Destroying a prostate tumour with sound, cold or heat',
  version: '1.0',
  what: [
    says(
      hifu,
      'hifu',
      'The prostate is a gland below the bladder. Sound waves can be aimed at the cancer in it from a probe in the back passage. They heat and kill it. This is called HIFU.',
    ),
    says(
      pool,
      'kinds',
      'Cold from needles (cryotherapy) or short pulses of electricity (IRE) are other ways.',
    ),
    says(
      pool,
      'focal',
      'When only the part with the cancer is treated, it is called focal therapy. The whole gland can be treated too.',
    ),
  ],
  why: [
    says(pool, 'spares', 'Treating one part spares what lies round it. This may mean fewer side effects.'),
    says(
      hifu,
      'who',
      'It may suit you if the cancer is only in the prostate and has a low or medium risk of spreading.',
    ),
    says(
      hifu,
      'again',
      'It can also treat cancer that has come back after radiotherapy or after an earlier HIFU.',
    ),
  ],
  whoMayNot: [
    says(hifu, 'spread', 'It is not used if the cancer has spread to other parts of the body.'),
    says(
      hifu,
      'large',
      'It may not work well if your prostate is large. Other treatment may make it smaller first.',
    ),
    says(
      cold,
      'many',
      'There is often cancer in more than one part of the prostate. Then treating one part is not enough.',
    ),
  ],
  before: [
    review('tests', 'You have an MRI scan and a biopsy, so that the team knows just where the cancer is.'),
    all.tellAboutMedicines,
    review('enema', 'You may be given an enema to empty the back passage.'),
    all.emptyStomach,
    review(
      'sex',
      'Talk with the team, and with your partner, about sex and having children before you choose.',
    ),
  ],
  day: [
    review('come', 'Come to {whereToCome}.'),
    review('asleep', 'You are put to sleep, or are made numb from the waist down.'),
    review('scan', 'An ultrasound scan in the back passage guides the treatment.'),
    review('catheter', 'A thin tube in the bladder, called a catheter, drains your urine.'),
    review('time', 'It takes about one to three hours.'),
  ],
  after: [
    review('home', 'Most people go home on the same day or the next.'),
    review('catheter-home', 'The catheter stays in for some days to two weeks. Drink well.'),
    review('blood', 'There may be blood or bits in the urine for some weeks. It may sting.'),
    review('psa', 'You have PSA blood tests, scans and sometimes a biopsy, to see if the cancer stays away.'),
    all.afterSedation,
    all.followUp,
  ],
  benefits: [
    says(pool, 'fewer', 'It may harm the bladder and the love life less than taking out the whole gland.'),
    says(sound, 'unsure', 'It is not yet known how well it works over many years. You should be told so.'),
    says(
      pool,
      'special',
      'NICE asks hospitals to take special care with it, and to tell you what is not known.',
    ),
  ],
  risks: [
    riskUnknown(
      'erection',
      'Trouble with erections',
      'NICE asks that you are told about this above all. Tablets or a pump may help.',
    ),
    riskUnknown(
      'leak',
      'Leaking urine',
      'It is often slight and may get better. A few people need pads for good.',
    ),
    riskUnknown(
      'block',
      'Trouble passing urine',
      'Swelling or a scar can block the way. You may need a catheter or a small operation.',
    ),
    riskUnknown('infection', 'Infection of the urine', 'You need an antibiotic.'),
    riskUnknown('hole', 'A hole to the back passage', 'This is rare and serious, and needs operations.'),
    riskUnknown('back', 'The cancer comes back', 'You may need it again, or other treatment.'),
  ],
  calls: [
    ...all.sepsisSigns,
    emergency('cannot', 'You cannot pass urine at all and are in strong pain'),
    sameDay('catheter', 'The catheter comes out, blocks or leaks a lot'),
    sameDay('fever', 'You feel hot and shivery'),
    sameDay('clots', 'You pass big clots of blood'),
    sameDay('air', 'You pass air or stool with your urine'),
    sameDay('leg', 'A leg swells or hurts'),
  ],
  questions: [
    ask('known', 'What is known about how well it works, and what is not?'),
    ask('sex', 'How may it change sex, erections and having children?'),
    ask('later', 'If it comes back, what can I still have?'),
    ask('trial', 'Is there a trial, or a register?'),
    ...all.usualQuestions,
  ],
  alternatives: [
    review('watch', 'Many cancers of the prostate can be watched. This is called active surveillance.'),
    says(pool, 'whole', 'An operation to take out the prostate, and radiotherapy, treat the whole gland.'),
    review('seeds', 'Radioactive seeds can be put into the prostate (brachytherapy).'),
  ],
  radiation: [
    review('none', 'Sound, cold and electricity give no radiation.'),
    review('scans', 'CT scans before or after do. MRI and ultrasound scans do not.'),
  ],
  easyRead: [
    easy('cancer', 'question', 'You have a cancer in your prostate, a gland below the bladder.'),
    easy('kill', 'heat', 'Sound, cold or heat kills it.', pool),
    easy('part', 'choice', 'Often only one part is treated.', pool),
    all.easyTellMedicines,
    easy('sleep', 'sleep', 'You are asleep, or numb below the waist.'),
    easy('tube', 'tube', 'A tube drains your urine for some days.'),
    easy('blood', 'blood', 'There may be blood in your urine.'),
    easy('sex', 'question', 'It may change your sex life. Ask us about it.', sound),
    easy('urine', 'call', 'If you cannot pass urine, get help at once.'),
    easy('check', 'calendar', 'Blood tests and scans show if it stays away.'),
    all.easyChoice,
    all.easyEmergency,
  ],
})
