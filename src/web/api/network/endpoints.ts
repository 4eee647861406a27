/** Every address of the open interface, declared once: its routes, its checks and its OpenAPI document follow from it. */

import { z } from 'zod'
import { publishedEditions } from '#store/census/provision-data.ts'
import type { LoadedNetwork } from '#store/network/network.ts'
import { situationOf } from '#store/network/situation.ts'
import type { Store } from '#store/open.ts'
import { askedProcedures } from './asked.ts'
import * as make from './make.ts'
import { queries } from './queries.ts'
import {
  accessSchema,
  editionSchema,
  featuresSchema,
  gapsSchema,
  listOf,
  oneOf,
  pathwaySchema,
  procedureSchema,
  serviceSchema,
  standingSchema,
} from './schemas.ts'

export interface Asking {
  readonly store: Store
  readonly loaded: LoadedNetwork
}

export interface Endpoint<Query extends z.ZodType = z.ZodType> {
  /** Behind /api/network/v1/. */
  readonly path: string
  readonly summary: string
  /** An address that answers on any installation; a test asks for each. */
  readonly example: string
  readonly query: Query
  readonly answer: z.ZodType
  readonly shape: 'list' | 'one' | 'geojson'
  /** Of a list all of it: the page is cut off afterwards. Null: there is no such thing. */
  readonly make: (asking: Asking, query: z.infer<Query>, code: string) => unknown | Promise<unknown>
}

const endpoint = <Query extends z.ZodType>(declared: Endpoint<Query>): Endpoint =>
  declared as unknown as Endpoint // the routes pass what `query` parsed

const directoryOf = ({ loaded: { network, organisations } }: Asking) => ({ network, organisations })

export const endpoints: readonly Endpoint[] = [
  endpoint({
    path: 'services',
    summary: 'Services that exist today, with what each says that it provides',
    example: 'services?procedure=liver-ablation&nation=Scotland',
    query: queries.services,
    answer: listOf(serviceSchema),
    shape: 'list',
    make: (asking, query) => make.services(directoryOf(asking), query),
  }),
  endpoint({
    path: 'services.geojson',
    summary: 'The same as points for a map (GeoJSON, RFC 7946), all at once',
    example: 'services.geojson?procedure=lung-ablation',
    query: queries.features,
    answer: featuresSchema,
    shape: 'geojson',
    make: (asking, query) => make.features(directoryOf(asking), query),
  }),
  endpoint({
    path: 'services/{code}',
    summary: 'One service, with the referral pathways from it and to it',
    example: 'services/{code}',
    query: queries.edition,
    answer: oneOf(
      serviceSchema.extend({ pathwaysFrom: z.array(pathwaySchema), pathwaysTo: z.array(pathwaySchema) }),
    ),
    shape: 'one',
    make: (asking, _, code) => make.serviceWithPathways(directoryOf(asking), code),
  }),
  endpoint({
    path: 'procedures',
    summary: 'The catalogue of procedures, with how many services stand how to each',
    example: 'procedures',
    query: queries.edition,
    answer: oneOf(z.array(procedureSchema)),
    shape: 'one',
    make: async (asking) =>
      make.procedures(directoryOf(asking), await askedProcedures(asking.store, asking.loaded)),
  }),
  endpoint({
    path: 'provision',
    summary: 'How every service stands to one procedure: here, by referral pathway, neither, not known',
    example: 'provision?procedure=liver-ablation&availability=here&perPage=20',
    query: queries.provision,
    answer: listOf(standingSchema),
    shape: 'list',
    make: (asking, query) => make.standings(directoryOf(asking), query),
  }),
  endpoint({
    path: 'pathways',
    summary: 'Referral pathways in force: who refers where, for what, and how sure that is',
    example: 'pathways?procedure=liver-ablation',
    query: queries.pathways,
    answer: listOf(pathwaySchema),
    shape: 'list',
    make: (asking, query) => make.pathways(directoryOf(asking), query),
  }),
  endpoint({
    path: 'gaps',
    summary:
      'Services that neither offer a procedure nor have a referral pathway for it, counted by nation, region, alliance',
    example: 'gaps?procedure=selective-internal-radiation-therapy',
    query: queries.procedure,
    answer: oneOf(gapsSchema),
    shape: 'one',
    make: (asking, { procedure }) => make.gaps(directoryOf(asking), procedure),
  }),
  endpoint({
    path: 'access',
    summary:
      'Residents by travel time to the nearest service that offers a procedure, by nation and by district, the worst served first',
    example: 'access?procedure=lung-ablation',
    query: queries.procedure,
    answer: oneOf(accessSchema),
    shape: 'one',
    make: async ({ store, loaded: { network } }, { procedure }) => {
      const asked = { day: network.day, ...(network.edition ? { edition: network.edition.id } : {}) }
      return make.access(await situationOf(store, asked), procedure)
    },
  }),
  endpoint({
    path: 'editions',
    summary: 'Editions of the census, the latest first',
    example: 'editions',
    query: queries.none,
    answer: oneOf(z.array(editionSchema)),
    shape: 'one',
    make: async ({ store }) =>
      (await publishedEditions(store.db)).map(
        ({ id, title, censusOn, state, closedAt, digest, fictional }) => ({
          ...{ id, title, censusOn, state, digest, fictional },
          closedAt: closedAt?.toISOString() ?? null,
        }),
      ),
  }),
]
