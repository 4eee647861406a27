/** What a map's address says: every choice that shapes the picture, so that a link shows exactly this view. */
import { z } from 'zod'
import { NATIONS, type Nation } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { AVAILABILITY_MARKS, CLASS_MARKS } from '../components/national-map/marks.ts'
import { paths } from '../paths.ts'

const SORTS = ['name', 'nation', 'provision'] as const
export type Sort = (typeof SORTS)[number]

export interface MapView {
  readonly edition: string | undefined
  readonly procedure: string | undefined
  readonly nation: Nation | undefined
  /** The marks shown; empty: all. */
  readonly marks: readonly string[]
  readonly show: 'both' | 'areas' | 'symbols'
  readonly pathways: boolean
  readonly withCorrections: boolean
  readonly place: string | undefined
  readonly sort: Sort
  readonly descending: boolean
}

/** A choice that means nothing is left out rather than refused: a link from elsewhere still shows a map. */
const query = z.object({
  edition: z
    .string()
    .regex(/^[a-z0-9-]{3,60}$/)
    .optional()
    .catch(undefined),
  procedure: z
    .string()
    .refine((id) => procedureById(id)?.categoryBy.paper !== undefined)
    .optional()
    .catch(undefined),
  nation: z.enum(NATIONS).optional().catch(undefined),
  show: z.enum(['both', 'areas', 'symbols']).catch('both'),
  pathways: z.literal('on').optional().catch(undefined),
  with: z.literal('corrections').optional().catch(undefined),
  place: z.string().trim().min(1).max(80).optional().catch(undefined),
  sort: z.enum([...SORTS, '-name', '-nation', '-provision']).catch('name'),
})

/** Reads the address. `marks` come as repeated or comma-separated `class`, as a form or a link writes them. */
export function readView(given: Readonly<Record<string, string[]>>): MapView {
  const first = Object.fromEntries(Object.entries(given).map(([name, values]) => [name, values[0]]))
  const { pathways, with: corrections, sort, ...rest } = query.parse(first)
  const marks = (given.class ?? [])
    .flatMap((value) => value.split(','))
    .filter((mark) => /^[a-z-]{2,30}$/.test(mark))
  const legend = Object.keys(rest.procedure ? AVAILABILITY_MARKS : CLASS_MARKS)
  return {
    edition: rest.edition,
    procedure: rest.procedure,
    nation: rest.nation,
    show: rest.show,
    place: rest.place,
    marks: filterOf(legend, marks),
    pathways: pathways === 'on',
    withCorrections: corrections === 'corrections',
    sort: sort.replace('-', '') as Sort, // the schema's values, without their sign
    descending: sort.startsWith('-'),
  }
}

/**
 * The marks chosen, in the legend's order. All of them is no filter; nor is a choice made on the legend of
 * another view, which a form without scripts sends along when the procedure is changed.
 */
function filterOf(legend: readonly string[], chosen: readonly string[]): readonly string[] {
  if (chosen.some((mark) => !legend.includes(mark))) return []
  const marks = legend.filter((mark) => chosen.includes(mark))
  return marks.length === legend.length ? [] : marks
}

/** The address of a view, with what is changed; the same view always has the same address. */
export function mapHref(view: Partial<MapView>, change: Partial<MapView> = {}): string {
  const next = { ...view, ...change }
  return paths.map({
    edition: next.edition,
    procedure: next.procedure,
    nation: next.nation,
    class: next.marks && next.marks.length > 0 ? next.marks.join(',') : undefined,
    show: next.show === 'both' ? undefined : next.show,
    pathways: next.pathways ? 'on' : undefined,
    with: next.withCorrections ? 'corrections' : undefined,
    place: next.place,
    sort:
      next.sort && (next.sort !== 'name' || next.descending)
        ? `${next.descending ? '-' : ''}${next.sort}`
        : undefined,
  })
}
