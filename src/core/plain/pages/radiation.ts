/** Radiation explained. Its doses stand in core/plain/radiation.ts, as a table and a picture. */

import type { PlainPage } from '../page.ts'

const government = { id: 'gov-doses' }
const agency = { id: 'hpa-sources' }

export const radiation: PlainPage = {
  id: 'radiation',
  title: 'Radiation explained',
  about:
    'What the rays of scans and treatments are, how much there is, and how that compares with everyday life.',
  written: '2026-11-22',
  reviewDue: '2027-11-22',
  sections: [
    {
      id: 'what',
      heading: 'What it is',
      statements: [
        {
          id: 'everywhere',
          says: 'There is some radiation all around us, all the time. It comes from the ground, from space, from food, and from a gas called radon.',
          source: agency,
        },
        {
          id: 'unit',
          says: 'It is measured in millisieverts, in short mSv. From nature, a person in the UK gets some 2.2 mSv in a year.',
          source: government,
        },
        {
          id: 'which',
          says: 'X-rays and CT scans use radiation. Ultrasound and MRI scans do not.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'risk',
      heading: 'Is it harmful?',
      statements: [
        {
          id: 'small',
          says: 'Radiation can cause a cancer many years later. The risk is small. For a CT scan of the belly it is thought to be some 1 in 2,000 for your whole life.',
          source: government,
        },
        {
          id: 'weigh',
          says: 'Your doctors use it only where it does more good than harm, and as little as they can.',
          source: 'for-review',
        },
        {
          id: 'skin',
          says: 'A long treatment with X-rays can make the skin red, as if by the sun. Tell your team if you see that.',
          source: 'for-review',
        },
        {
          id: 'pregnant',
          says: 'Tell your team before any X-ray if you are or might be pregnant.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'inside',
      heading: 'When the rays are put inside you',
      statements: [
        {
          id: 'sirt',
          says: 'In some treatments tiny beads give off rays inside the tumour. For a time you may have to take some care near children and people who are pregnant.',
          source: 'for-review',
        },
        {
          id: 'card',
          says: 'Your team gives you a card that says what to do, and until when.',
          source: 'for-review',
        },
      ],
    },
  ],
}
