/** How a patient is referred. */

import type { PlainPage } from '../page.ts'

const college = { id: 'rcr-2013' }

export const referral: PlainPage = {
  id: 'how-to-be-referred',
  title: 'How to be referred',
  about: 'Who asks for a treatment, who decides, and what you can do if your hospital does not offer it.',
  written: '2026-11-22',
  reviewDue: '2027-11-22',
  sections: [
    {
      id: 'steps',
      heading: 'From your doctor to the treatment',
      as: 'list',
      statements: [
        {
          id: 'asks',
          says: 'The doctor who treats your cancer asks the doctor who would do the treatment. The two talk about it.',
          source: college,
        },
        {
          id: 'meeting',
          says: 'Your case is talked about at a meeting of the team. If it cannot wait, you are treated first and the team meets after.',
          source: college,
        },
        {
          id: 'leaflet',
          says: 'You are given a leaflet, and told about X-rays or other rays if there are any.',
          source: college,
        },
        {
          id: 'consent',
          says: 'You are asked whether you agree. That is called consent. You may say no.',
          source: college,
        },
      ],
    },
    {
      id: 'elsewhere',
      heading: 'If your hospital does not offer it',
      statements: [
        {
          id: 'onward',
          says: 'Your team can send you to a hospital that does. The team there then talks about your case too.',
          source: college,
        },
        {
          id: 'ways',
          says: 'Some hospitals have a fixed way to do so. It is called a referral pathway. You can see here which hospitals said that they have one.',
          source: null,
        },
      ],
    },
    {
      id: 'ask',
      heading: 'What you can ask',
      as: 'list',
      statements: [
        { id: 'could', says: 'Could one of these treatments be right for me? Who could tell?', source: null },
        { id: 'talked', says: 'Was my case talked about with the doctor who does them?', source: null },
        { id: 'where', says: 'Where would it be done, and who would look after me then?', source: null },
        { id: 'when', says: 'When will I hear from you? Whom can I ring?', source: null },
      ],
    },
    {
      id: 'not-yourself',
      heading: 'Can I ask for it myself?',
      statements: [
        {
          id: 'book',
          says: 'You cannot book it yourself. Talk to the doctor who treats your cancer, or to your GP.',
          source: 'for-review',
        },
        {
          id: 'second',
          says: 'You can ask for a second opinion. Your doctors will not mind.',
          source: 'for-review',
        },
      ],
    },
  ],
}
