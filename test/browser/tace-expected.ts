/** What each step of the chemoembolisation journey opens and closes on the case page, and what is due after it. */

import type { Expected } from './journey.ts'

export const taceExpected = {
  'is referred by another trust, in the referrer’s form': {
    clauses: [
      '3.4: none -> Not yet due',
      '3.5: none -> Met',
      '3.7: none -> Not yet due',
      '4.1.1: none -> Not yet due',
      '4.1.2: none -> Not yet due',
      '4.1.3: none -> Not yet due',
      '4.1.4: none -> Not yet due',
      '4.1.5: none -> Not yet due',
      '4.2.1: none -> Met',
      '4.2.2: none -> Not yet due',
      '4.3: none -> Not yet due',
      '4.4.2: none -> Not yet due',
    ],
    due: [
      '+ Discuss: Transarterial chemoembolisation (TACE)',
      '+ Inform Dr Onco Reed, oncologist',
      '+ Referral to answer, elective',
      '+ Talk the referral over with Dr Ann Lee',
    ],
    sentence: 'Referred on 2 March, waits for an answer',
  },
  'is accepted': {
    clauses: ['4.1.1: Not yet due -> Not met'],
    due: ['+ Say who the cancer nurse specialist is', '- Referral to answer, elective'],
    sentence: 'Accepted, waits for an MDT meeting; none is arranged',
  },
  'is talked over by referrer and radiologist': {
    clauses: ['4.1.1: Not met -> Met'],
    due: ['- Talk the referral over with Dr Ann Lee'],
    sentence: 'Accepted, waits for an MDT meeting; none is arranged',
  },
  'is put on the list of the next MDT meeting': {
    clauses: [],
    due: [],
    sentence: 'Accepted, waits for the MDT meeting of 6 March',
  },
  'is discussed at the meeting, whose outcome is recorded': {
    clauses: [
      '3.2: none -> Met',
      '3.4: Not yet due -> Met',
      '3.7: Not yet due -> Met',
      '4.1.3: Not yet due -> Met',
    ],
    due: [
      '+ Book: Transarterial chemoembolisation (TACE)',
      '- Discuss: Transarterial chemoembolisation (TACE)',
    ],
    sentence: 'Discussed on 6 March: recommended to treat as asked, to be booked',
  },
  'is told to the oncologist': {
    clauses: ['4.1.2: Not yet due -> Met'],
    due: ['- Inform Dr Onco Reed, oncologist'],
    sentence: 'Discussed on 6 March: recommended to treat as asked, to be booked',
  },
  'has a cancer nurse specialist': {
    clauses: ['4.1.5: Not yet due -> Met'],
    due: ['- Say who the cancer nurse specialist is'],
    sentence: 'Discussed on 6 March: recommended to treat as asked, to be booked',
  },
  'is measured for a baseline': {
    clauses: [],
    due: [],
    sentence: 'Discussed on 6 March: recommended to treat as asked, to be booked',
  },
  'is informed': {
    clauses: ['4.2.2: Not yet due -> Met', '4.2.3: none -> Met'],
    due: [],
    sentence: 'In preparation, not booked yet',
  },
  'consents to the series': {
    clauses: ['4.3: Not yet due -> Met'],
    due: [],
    sentence: 'In preparation, not booked yet',
  },
  'is worked up': { clauses: [], due: [], sentence: 'In preparation, not booked yet' },
  'is booked': {
    clauses: ['4.5.1: none -> Not yet due', '4.5.2: none -> Not yet due'],
    due: [
      '+ Prescribe for transarterial chemoembolisation (TACE)',
      '+ Say who is responsible during the admission',
      '- Book: Transarterial chemoembolisation (TACE)',
    ],
    sentence: 'Booked for 24 March, 08:30, consent given',
  },
  'has a consultant who is responsible': {
    clauses: ['4.1.4: Not yet due -> Met'],
    due: ['- Say who is responsible during the admission'],
    sentence: 'Booked for 24 March, 08:30, consent given',
  },
  'has a signed prescription': {
    clauses: ['4.4.2: Not yet due -> Met'],
    due: ['- Prescribe for transarterial chemoembolisation (TACE)'],
    sentence: 'Booked for 24 March, 08:30, consent given',
  },
  'is admitted, fit': {
    clauses: ['4.5.2: Not yet due -> Met'],
    due: [
      '+ Confirm consent: Transarterial chemoembolisation (TACE)',
      '+ Transarterial chemoembolisation (TACE)',
    ],
    sentence: 'Admitted on 24 March, consent to be confirmed',
  },
  'confirms consent on the day': {
    clauses: ['4.5.1: Not yet due -> Met'],
    due: ['- Confirm consent: Transarterial chemoembolisation (TACE)'],
    sentence: 'Admitted on 24 March',
  },
  'is treated': {
    clauses: [
      '4.4.1: none -> Met',
      '4.6: none -> Met',
      '4.7.1: none -> Not yet due',
      '4.7.2: none -> Not yet due',
      '5.1: none -> Not yet due',
      '5.2: none -> Not yet due',
      '5.3: none -> Met',
      '5.4 plan: none -> Not yet due',
      '5.5: none -> Met',
      '6.5 efficacy: none -> Not yet due',
      '6.5 feedback: none -> Not yet due',
      '6.5 safety: none -> Not yet due',
      '6.6: none -> Met',
    ],
    due: [
      '+ After transarterial chemoembolisation (TACE)',
      '+ Any complication of transarterial chemoembolisation (TACE)?',
      '+ Ask for feedback on transarterial chemoembolisation (TACE)',
      '+ Plan the follow-up of transarterial chemoembolisation (TACE)',
      '- Transarterial chemoembolisation (TACE)',
    ],
    sentence: 'Treated on 24 March, on Ward 7',
  },
  'recovers on the ward': {
    clauses: ['4.7.1: Not yet due -> Met'],
    due: [],
    sentence: 'Treated on 24 March, on Ward 7',
  },
  'is discharged, and a plan is owed': {
    clauses: [
      '4.7.2: Not yet due -> Met',
      '5.1: Not yet due -> Met',
      '5.2: Not yet due -> Met',
      '5.4 plan: Not yet due -> Not met',
    ],
    due: ['- After transarterial chemoembolisation (TACE)'],
    sentence: 'Treated on 24 March, without a follow-up plan',
  },
  'has a plan, filled in from the protocol': {
    clauses: ['5.4 adherence: none -> Not yet due, Not yet due', '5.4 plan: Not met -> Met'],
    due: ['- Plan the follow-up of transarterial chemoembolisation (TACE)'],
    sentence: 'Treated on 24 March, next by 7 April: telephone call',
  },
  'is not called in time': {
    clauses: ['5.4 adherence: Not yet due, Not yet due -> Not met, Not yet due'],
    due: ['+ Telephone call'],
    sentence: 'Treated on 24 March, overdue since 7 April: telephone call',
  },
  'is called two days late, from the case page, with the reason': {
    clauses: ['5.4 adherence: Not met, Not yet due -> Late, Not yet due'],
    due: ['- Telephone call'],
    sentence: 'Treated on 24 March, next by 16 June: imaging and response: CT',
  },
  'has had no complication': {
    clauses: ['6.5 safety: Not yet due -> Met'],
    due: ['- Any complication of transarterial chemoembolisation (TACE)?'],
    sentence: 'Treated on 24 March, next by 16 June: imaging and response: CT',
  },
  'gives feedback': {
    clauses: ['6.5 feedback: Not yet due -> Met'],
    due: ['- Ask for feedback on transarterial chemoembolisation (TACE)'],
    sentence: 'Treated on 24 March, next by 16 June: imaging and response: CT',
  },
  'is scanned: partial response': {
    clauses: [
      '5.4 adherence: Late, Not yet due -> Late, Met',
      '6.5 efficacy: Not yet due -> Met',
      '6.7: none -> Met',
    ],
    due: [],
    sentence: 'Treated on 24 March, nothing more is planned',
  },
  'is booked again': {
    clauses: [
      '2nd 3.2: none -> Met',
      '2nd 3.4: none -> Met',
      '2nd 3.7: none -> Met',
      '2nd 4.1.3: none -> Met',
      '2nd 4.1.4: none -> Met',
      '2nd 4.2.1: none -> Met',
      '2nd 4.2.2: none -> Met',
      '2nd 4.3: none -> Met',
      '2nd 4.4.2: none -> Not yet due',
      '2nd 4.5.1: none -> Not yet due',
      '2nd 4.5.2: none -> Not yet due',
    ],
    due: ['+ Prescribe for transarterial chemoembolisation (TACE)'],
    sentence: 'Booked for 9 June, 08:30, consent given',
  },
  'has a prescription of its own': {
    clauses: ['2nd 4.4.2: Not yet due -> Met'],
    due: ['- Prescribe for transarterial chemoembolisation (TACE)'],
    sentence: 'Booked for 9 June, 08:30, consent given',
  },
  'is admitted again': {
    clauses: ['2nd 4.5.2: Not yet due -> Met'],
    due: [
      '+ Confirm consent: Transarterial chemoembolisation (TACE)',
      '+ Transarterial chemoembolisation (TACE), course 2',
    ],
    sentence: 'Admitted on 9 June, consent to be confirmed',
  },
  'confirms consent again': {
    clauses: ['2nd 4.5.1: Not yet due -> Met'],
    due: ['- Confirm consent: Transarterial chemoembolisation (TACE)'],
    sentence: 'Admitted on 9 June',
  },
  'is treated by repeat of the last session': {
    clauses: [
      '2nd 4.4.1: none -> Met',
      '2nd 4.6: none -> Met',
      '2nd 4.7.1: none -> Not yet due',
      '2nd 4.7.2: none -> Not yet due',
      '2nd 5.1: none -> Not yet due',
      '2nd 5.2: none -> Not yet due',
      '2nd 5.3: none -> Met',
      '2nd 5.4 plan: none -> Not yet due',
      '2nd 5.5: none -> Met',
      '2nd 6.5 efficacy: none -> Not yet due',
      '2nd 6.5 feedback: none -> Not yet due',
      '2nd 6.5 safety: none -> Not yet due',
      '2nd 6.6: none -> Met',
    ],
    due: [
      '+ After transarterial chemoembolisation (TACE)',
      '+ Any complication of transarterial chemoembolisation (TACE), course 2?',
      '+ Ask for feedback on transarterial chemoembolisation (TACE), course 2',
      '+ Plan the follow-up of transarterial chemoembolisation (TACE)',
      '- Transarterial chemoembolisation (TACE), course 2',
    ],
    sentence: 'Treated on 9 June, on Ward 7',
  },
  'recovers again': {
    clauses: ['2nd 4.7.1: Not yet due -> Met'],
    due: [],
    sentence: 'Treated on 9 June, on Ward 7',
  },
  'is discharged again': {
    clauses: [
      '2nd 4.7.2: Not yet due -> Met',
      '2nd 5.1: Not yet due -> Met',
      '2nd 5.2: Not yet due -> Met',
      '2nd 5.4 plan: Not yet due -> Not met',
    ],
    due: ['- After transarterial chemoembolisation (TACE)'],
    sentence: 'Treated on 9 June (course 2), without a follow-up plan',
  },
  'has a plan of its own': {
    clauses: [
      '2nd 5.4 plan: Not met -> Met',
      '5.4 adherence: Late, Met -> Late, Not yet due, Not yet due, Met',
    ],
    due: ['- Plan the follow-up of transarterial chemoembolisation (TACE)'],
    sentence: 'Treated on 9 June (course 2), next by 23 June: telephone call',
  },
  'has had no complication again': {
    clauses: ['2nd 6.5 safety: Not yet due -> Met'],
    due: ['+ Telephone call', '- Any complication of transarterial chemoembolisation (TACE), course 2?'],
    sentence: 'Treated on 9 June (course 2), next by 23 June: telephone call',
  },
  'is called in time': {
    clauses: ['5.4 adherence: Late, Not yet due, Not yet due, Met -> Late, Not yet due, Met, Met'],
    due: ['- Telephone call'],
    sentence: 'Treated on 9 June (course 2), next by 1 September: imaging and response: CT',
  },
  'is scanned: complete response': {
    clauses: [
      '2nd 6.5 efficacy: Not yet due -> Met',
      '5.4 adherence: Late, Not yet due, Met, Met -> Late, Met, Met, Met',
      '6.7: Met -> Met, Met',
    ],
    due: [],
    sentence: 'Treated on 9 June (course 2), nothing more is planned',
  },
} as const satisfies Readonly<Record<string, Expected>>

export type TaceStep = keyof typeof taceExpected
