/**
 * The terms under which rows of the registry are given to a researcher: data, with a version. Whoever accepted
 * an earlier version is asked again.
 */

export interface Term {
  readonly title: string
  readonly words: string
}

export const termsVersion = '2026-11'

export const terms: readonly Term[] = [
  {
    title: 'Nobody is looked for',
    words:
      'You do not try to find out who a patient, an operator or a clinician is, by the rows alone or with anything else that you have. Pseudonyms are not linked to other data without an approval that names the link.',
  },
  {
    title: 'Small numbers stay in',
    words:
      'What you publish from the rows shows no count from 1 to 7 of patients below a whole nation, and nothing from which one can be worked out. Figures made on this site have been through that control already.',
  },
  {
    title: 'For the purpose that you were approved for',
    words:
      'Research, audit and service evaluation of interventional oncology. Not for marketing, insurance, or judging one person’s work outside their own appraisal.',
  },
  {
    title: 'Kept safe, and no longer than needed',
    words:
      'The files stay on storage that your organisation protects, are not passed on, and are deleted when the work is done. Others can ask for them here.',
  },
  {
    title: 'Opting out is followed',
    words:
      'A patient who opts out is missing from each later snapshot. New work starts from the latest one, and never from an old file.',
  },
  {
    title: 'Cited so that anyone can check',
    words:
      'What you publish names the snapshot by its digest, so that another person can recompute it from the same rows.',
  },
]
