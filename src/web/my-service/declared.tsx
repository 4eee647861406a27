/** Referral pathways that a service declared in the census and has not stated here: each to confirm with one form. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import { type LoadedNetwork, loadRegister } from '#store/network/network.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import type { ServiceAt } from './at.ts'

export interface Declared {
  readonly pathways: readonly RegisteredPathway[]
  readonly organisations: LoadedNetwork['organisations']
  readonly edition: string | null
}

export async function declaredBy(c: PageContext, { code, day }: ServiceAt): Promise<Declared> {
  const { register, organisations, network } = await loadRegister(c.var.store, { day })
  return {
    pathways: register.filter(({ from, answer }) => from === code && answer === 'declared'),
    organisations,
    edition: network.edition?.title ?? null,
  }
}

interface DeclaredListProps {
  readonly at: ServiceAt
  readonly declared: Declared
}

export function DeclaredList({ at, declared: { pathways, organisations, edition } }: DeclaredListProps) {
  if (pathways.length === 0) return null
  const name = (code: string) => organisations.get(code)?.name ?? code
  return (
    <section className="nhsuk-inset-text" aria-labelledby="declared">
      <h2 className="nhsuk-heading-s" id="declared">
        Declared in the census, not stated here
      </h2>
      <p>
        In {edition} your service declared {pathways.length === 1 ? 'this' : 'these'}. State{' '}
        {pathways.length === 1 ? 'it' : 'each'} here, with the MDT that it goes through and its review, so
        that the other service can confirm it.
      </p>
      <ul>
        {pathways.map((pathway) => {
          const { to, procedures, closed } = pathway
          const successor = closed === 'to' ? (organisations.get(to)?.successor ?? null) : null
          const leadsTo = closed === 'to' ? successor : to
          return (
            <li key={to}>
              To {name(to)}
              {procedures.length > 0
                ? `, which offers ${procedures.map(procedureWithin).join(', ')}`
                : ', which has not said that it offers any of what the pathway is for'}
              {closed === 'to'
                ? ` before it closed${successor ? `; ${name(successor)} carries it on` : ''}`
                : ''}
              .{' '}
              {at.mayRecord && leadsTo ? (
                <a
                  href={paths.myServiceNew(at.code, 'referral-pathway', {
                    to: leadsTo,
                    procedures: procedures.join(','),
                  })}
                >
                  {closed === 'to' ? `State one to ${name(leadsTo)}` : 'Confirm what you declared'}
                  <span className="nhsuk-u-visually-hidden">: referral pathway to {name(to)}</span>
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
