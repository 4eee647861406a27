/**
 * A clause: one numbered demand of a standard, with the functions that judge it. Most are judged of each
 * case, some of the service as a whole, some of both; the rest are attested, or cannot be decided.
 */

import { inSentence } from '../sentence.ts'
import type { CaseView } from './case-view.ts'
import type { Outcome, Subject } from './finding.ts'
import type { ServiceView } from './service-view.ts'

/** How a clause is decided. */
export type Means =
  | 'case' // by the data of each case
  | 'service' // by the data of the service
  | 'attestation' // by what the service attests, with a document
  | 'none' // not at all, and the clause says why

const MEANS_WORDS: Readonly<Record<Means, string>> = {
  case: 'By the data of each case',
  service: 'By the data of the service',
  attestation: 'By attestation',
  none: 'Not decidable',
}

/** How a clause is decided, in one phrase. */
export function meansInWords({ means }: Pick<Clause, 'means'>): string {
  const [first = '', ...others] = means.map((each) => MEANS_WORDS[each])
  return [first, ...others.map(inSentence)].join('; ')
}

export type Judged = Subject & Outcome

export interface Clause {
  /** As the document numbers it; a part of a clause has its name after it, as in `6.5-safety`. */
  readonly number: string
  /** What it asks, in a few words of ours. */
  readonly asks: string
  /** How it is decided, or why it cannot be. */
  readonly how: string
  readonly means: readonly Means[]
  ofCase?(view: CaseView): readonly Judged[]
  ofService?(view: ServiceView): readonly Judged[]
}

interface Words {
  readonly number: string
  readonly asks: string
  readonly how: string
}

interface Rule<View, S extends Subject> {
  /** What the clause speaks of: the treatments of a case, its referrals, the protocols of a service. */
  appliesTo(view: View): readonly S[]
  find(subject: S, view: View): Outcome
}

/** A clause that the data of each case decide; `service` judges the service as well. */
export function clause<S extends Subject, T extends Subject = Subject>(
  declaration: Words & Rule<CaseView, S> & { readonly service?: Rule<ServiceView, T> },
): Clause {
  const { number, asks, how, service } = declaration
  return {
    number,
    asks,
    how,
    means: service ? ['case', 'service'] : ['case'],
    ofCase: judge(declaration),
    ...(service ? { ofService: judge(service) } : {}),
  }
}

/** A clause that only the data of the service decide. */
export function serviceClause<T extends Subject>(declaration: Words & Rule<ServiceView, T>): Clause {
  const { number, asks, how } = declaration
  return { number, asks, how, means: ['service'], ofService: judge(declaration) }
}

/** A clause that no data can decide, and the service attests. */
export function attested({ number, asks, how }: Words): Clause {
  const ofService = ({ attestationOf }: ServiceView): readonly Judged[] => [attestationOf(number)]
  return { number, asks, how, means: ['attestation'], ofService }
}

/** A clause that neither data nor an attestation can decide; `how` says why. */
export function undecided({ number, asks, how }: Words): Clause {
  return { number, asks, how, means: ['none'] }
}

function judge<View, S extends Subject>(rule: Rule<View, S>): (view: View) => readonly Judged[] {
  return (view) =>
    rule.appliesTo(view).map((subject) => {
      const { about, month } = subject
      return { about, ...(month === undefined ? {} : { month }), ...rule.find(subject, view) }
    })
}
