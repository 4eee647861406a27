/**
 * The College's guidance, second edition, as far as it was read: its front page and contents, which have
 * the same seven headings, and a foreword that says that much is unchanged. No clause of it was read, so
 * none is judged: whoever has the text adds its clauses here, and takes over a function of the first
 * edition where the clause says the same.
 *
 * @unverified every clause of sections 3 to 7
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, second edition, April 2017
 */

import type { Section, Standard } from './standard.ts'

const notRead = 'Not read: its heading is known, its clauses are not. Nothing is judged by it.'
const section = (number: string, title: string): Section => ({ number, title, clauses: [], notRead })

export const rcr2017: Standard = {
  id: 'rcr-2017',
  title: 'Interventional oncology: guidance for service delivery',
  publisher: 'The Royal College of Radiologists',
  edition: 'Second edition, 2017',
  date: 'April 2017',
  source: 'Its contents and foreword were seen at docslib.org/doc/6823202; the clauses were not read',
  sections: [
    section('3', 'Patient selection and the role of multidisciplinary teams (MDTs) and MDT meetings (MDTMs)'),
    section('4', 'Defining the patient pathway for interventional procedures'),
    section('5', 'Post-procedure follow-up'),
    section('6', 'Outcome measures'),
    section('7', 'Implications for training'),
  ],
}
