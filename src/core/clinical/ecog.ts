/** The performance status of the Eastern Cooperative Oncology Group, 0 to 5, in our own words. */

type EcogGrade = '0' | '1' | '2' | '3' | '4' | '5'

/** @see Oken and others, Am J Clin Oncol 1982;5:649 (docs/sources.md, Liver function): the meaning of each grade */
export const ecogWords: Readonly<Record<EcogGrade, string>> = {
  '0': 'Normal activity',
  '1': 'Light work only',
  '2': 'Looks after themself, up more than half of the day',
  '3': 'Limited self-care, in bed or chair more than half of the day',
  '4': 'Fully dependent',
  '5': 'Dead',
}
