/** What accreditation means. */

import type { PlainPage } from '../page.ts'

const rules = { id: 'iasios-requirements' }
const standards = { id: 'iasios-standards' }
const enrolment = { id: 'iasios-enrolment' }

export const accreditation: PlainPage = {
  id: 'accreditation',
  title: 'What accreditation means',
  about: 'Others have looked at how a service works, and found that it keeps to a standard.',
  written: '2026-11-22',
  reviewDue: '2027-11-22',
  sections: [
    {
      id: 'in-short',
      heading: 'In short',
      statements: [
        {
          id: 'others',
          says: 'A service writes down how it works. Others from outside check that against a list. If all is there, the service is accredited for some years.',
          source: standards,
        },
        {
          id: 'not-a-promise',
          says: 'It does not promise that your treatment goes well. And a service without it may be just as good: it may not have asked.',
          source: 'for-review',
        },
      ],
    },
    {
      id: 'iasios',
      heading: 'For interventional oncology: IASIOS',
      statements: [
        {
          id: 'what',
          says: 'IASIOS is a scheme for these treatments alone. Its list has three parts: staff and rooms, planning and treating, safety.',
          source: standards,
        },
        {
          id: 'how-many',
          says: 'A service has to do 150 treatments a year or more, and to look again at the notes of 30 patients, picked by chance.',
          source: enrolment,
        },
        {
          id: 'two-steps',
          says: 'There are two steps. An “accredited centre” meets the core of the list. A “centre of excellence” meets all of it, and can ask for that after four years.',
          source: rules,
        },
      ],
    },
    {
      id: 'qsi',
      heading: 'For all of imaging: QSI',
      statements: [
        {
          id: 'colleges',
          says: 'The colleges of radiologists and of radiographers wrote a standard for scans and X-rays. It is called QSI, and is for the whole of the UK.',
          source: { id: 'cor-qsi' },
        },
      ],
    },
    {
      id: 'here',
      heading: 'What you find here',
      statements: [
        {
          id: 'own-words',
          says: 'The page of a service shows what it said about itself. We do not check it, and we accredit nobody.',
          source: null,
        },
      ],
    },
  ],
}
