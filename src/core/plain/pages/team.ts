/** Who is in the team. */

import type { PlainPage } from '../page.ts'

const college = { id: 'rcr-2013' }

export const team: PlainPage = {
  id: 'who-is-in-the-team',
  title: 'Who is in the team',
  about: 'The people whom you meet, and those who work for you without your seeing them.',
  written: '2026-11-22',
  reviewDue: '2027-11-22',
  sections: [
    {
      id: 'treat',
      heading: 'Those who treat you',
      as: 'list',
      statements: [
        {
          id: 'radiologist',
          says: 'The interventional radiologist does the treatment. This doctor is trained in it, and is a full part of the team that talks about you.',
          source: college,
        },
        {
          id: 'oncologist',
          says: 'The oncologist treats cancer with medicines or rays, and is told what is planned.',
          source: college,
        },
        {
          id: 'nurse-specialist',
          says: 'The cancer nurse specialist knows you and your plan. Ask this nurse when you do not know whom to ask.',
          source: college,
        },
        {
          id: 'ward',
          says: 'The nurses on the ward know the treatment, and watch over you after it.',
          source: college,
        },
        {
          id: 'radiographer',
          says: 'The radiographer runs the scanner or the X-ray machine.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'behind',
      heading: 'Those whom you may not see',
      as: 'list',
      statements: [
        {
          id: 'physicist',
          says: 'The medical physicist works out doses of rays, and sees that they are safe.',
          source: 'for-review',
        },
        {
          id: 'pathologist',
          says: 'The pathologist looks at what a biopsy took, to find out what it is.',
          source: { id: 'belfast-ir' },
        },
        {
          id: 'coordinator',
          says: 'The coordinator sees that your scans are there when the team meets, and that what was agreed is done.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'responsible',
      heading: 'Who is in charge',
      statements: [
        {
          id: 'named',
          says: 'One doctor, with a name, is in charge of your treatment. It is also written down who looks after you when you have gone home.',
          source: college,
        },
        { id: 'ask', says: 'You can always ask who that is.', source: null },
      ],
    },
  ],
}
