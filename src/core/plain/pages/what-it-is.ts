/** What interventional oncology is. */

import type { PlainPage } from '../page.ts'

const college = { id: 'rcr-2013' }
const belfast = { id: 'belfast-ir' }

export const whatItIs: PlainPage = {
  id: 'what-it-is',
  title: 'What is interventional oncology?',
  about: 'Cancer care through a needle or a fine tube: what it can do, and how.',
  written: '2026-11-22',
  reviewDue: '2027-11-22',
  sections: [
    {
      id: 'in-short',
      heading: 'In short',
      statements: [
        {
          id: 'needle',
          says: 'It is cancer care through a needle or a fine tube. A doctor guides it with a scan, and needs only a tiny cut.',
          source: belfast,
        },
        {
          id: 'awake',
          says: 'Often you stay awake. A local anaesthetic makes the place numb. You may have a medicine that makes you calm as well.',
          source: belfast,
        },
        {
          id: 'fourth',
          says: 'Some call it the fourth pillar of cancer care. The other three are medicines, surgery and radiotherapy.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'what-it-does',
      heading: 'What it can do',
      as: 'list',
      statements: [
        {
          id: 'find',
          says: 'Find out: a biopsy takes a tiny piece, to look at under a microscope.',
          source: belfast,
        },
        {
          id: 'drain',
          says: 'Make a way: a drain or a stent lets bile, urine or other fluid flow again.',
          source: belfast,
        },
        {
          id: 'support',
          says: 'Help the main treatment, or ease what the tumour does to you. This is called supportive.',
          source: college,
        },
        {
          id: 'treat',
          says: 'Treat the tumour itself, with heat, cold, beads or medicine put right to it. This is called disease-modifying.',
          source: college,
        },
      ],
    },
    {
      id: 'how',
      heading: 'How the doctor sees the way',
      statements: [
        {
          id: 'scans',
          says: 'The doctor looks at a screen while the needle or tube moves. The picture comes from ultrasound, X-rays or a CT scan.',
          source: belfast,
        },
        {
          id: 'ways-in',
          says: 'There are two ways in: straight through the skin, or along a blood vessel.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'suits',
      heading: 'Is it for me?',
      statements: [
        {
          id: 'team-decides',
          says: 'That depends on you and on your cancer. Doctors of all kinds meet and talk about it first. Then they talk with you.',
          source: college,
        },
        {
          id: 'leaflets',
          says: 'There is a leaflet here for each treatment. It says what can go well, and what can go wrong.',
          source: null,
        },
      ],
    },
  ],
}
