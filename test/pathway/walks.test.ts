/** Random walks over all kinds of a case, and what has to hold wherever they lead. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stages } from '#core/pathway/case-kind.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import { detailLines, detailsOf } from '#core/pathway/details.ts'
import { dueOf, workLists } from '#core/pathway/due.ts'
import { caseKindNamed, caseKinds } from '#core/pathway/kinds.ts'
import { prefilled, prefilledFrom } from '#core/pathway/prefilled.ts'
import { breachesOf, impossibilitiesOf, stopsFor, warningsOf } from '#core/pathway/rules.ts'
import { stageOf } from '#core/pathway/stage.ts'
import { stateOf } from '#core/pathway/state.ts'
import { timelineOf } from '#core/pathway/timeline.ts'
import { whereNow } from '#core/pathway/where-now.ts'
import { without } from '#core/pathway/without.ts'
import type { Entry } from '#core/record/entry.ts'
import { serviceKinds } from '#core/service/kinds.ts'
import fc, { seed } from '#test/support/properties.ts'
import { anyBody, anyFilled, anyMoment, type Choose, settled } from './bodies.ts'
import { entriesOf, factsOf, idOf, licences, type Said, serviceOf, surroundingsWith } from './case-of.ts'

const runs = { numRuns: 300 }

/** Protocols of every area, leaflets, competence and licences for all that the walks meet. */
const everyService = serviceOf(
  ...licences('2026-06-30'),
  ...['follow-up', 'recovery', 'therapeutic-agents', 'response-assessment'].map(
    (area): Said => ({
      kind: 'protocol',
      on: '2025-01-01',
      body: {
        area,
        title: 'Protocol',
        version: '2',
        procedures: [{ procedure: 'nephrostomy' }, { procedure: 'transarterial-chemoembolisation' }],
        reviewDue: '2027-01-01',
        ...(area === 'follow-up'
          ? { items: [{ what: 'clinic', by: 'Radiologist', fromDays: 14, toDays: 28 }] }
          : {}),
      },
    }),
  ),
  {
    kind: 'leaflet-adoption',
    on: '2025-01-01',
    body: {
      procedure: 'nephrostomy',
      title: 'Your nephrostomy',
      version: '3',
      language: 'English',
      source: 'This hospital',
      reviewDue: '2027-01-01',
    },
  },
  {
    kind: 'competence',
    on: '2025-01-01',
    body: {
      who: { name: 'Dr Ada Quill' },
      role: 'operator',
      procedures: [{ procedure: 'nephrostomy' }],
      evidence: 'Logbook',
    },
  },
)
const surroundings = surroundingsWith(
  everyService,
  Array.from({ length: 100 }, (_, week) => ({
    at: new Date(Date.UTC(2025, 0, 7, 8) + week * 7 * 86_400_000).toISOString(),
    tumourSites: week % 3 ? [] : ['hepatocellular'],
  })),
)
const naming = {
  course: everyService,
  service: everyService,
  organisation: (code: string) => `Trust ${code}`,
}

interface Step {
  readonly kind: string
  readonly filled: Readonly<Record<string, unknown>>
  readonly coins: readonly boolean[]
  readonly on: string
  readonly corrects: number
}

const anyStep: fc.Arbitrary<Step> = fc.constantFrom(...caseKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind.name),
    filled: anyFilled(kind.fields),
    coins: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    on: anyMoment,
    corrects: fc.nat({ max: 60 }),
  }),
)

/** Any record: bodies that keep their schemas, entries that name earlier ones, one in four a correction, some erased. */
const anyRecord = fc.array(anyStep, { maxLength: 40 }).map((steps): Entry[] => {
  const said: Said[] = []
  const replaced = new Set<number>()
  for (const { kind, filled, coins, on, corrects } of steps) {
    const declared = caseKindNamed(kind)
    if (!declared) continue
    const body = settled(declared.fields, filled, chooseFrom(said), coins)
    // The latest of a line of the same kind, so that corrections of corrections come about.
    const candidates = said.flatMap((each, at) =>
      each.kind === kind && !replaced.has(at + 1) ? [at + 1] : [],
    )
    const corrected =
      corrects % 4 === 0 && declared.corrects !== false ? candidates[corrects % candidates.length] : undefined
    if (corrected !== undefined) replaced.add(corrected)
    said.push({
      kind,
      on,
      body,
      ...(corrected === undefined ? {} : { corrects: corrected }),
      ...(corrects === 7 ? { erased: true } : {}),
    })
  }
  return entriesOf(said)
})

/** The same record, of radioembolisation throughout. */
function ofSpheres(entries: readonly Entry[]): readonly Entry[] {
  const procedure = 'selective-internal-radiation-therapy'
  return entries.map((entry) => {
    const body = entry.body as { readonly procedure?: string } | null
    return { ...entry, body: body?.procedure ? { ...body, procedure } : body }
  })
}

function chooseFrom(said: readonly Said[]): Choose {
  return (kinds, of, number) => {
    if (of === 'service') return everyService.said.find(({ kind }) => kinds.includes(kind))?.entry
    const fitting = said.flatMap(({ kind }, at) => (kinds.includes(kind) ? [idOf(at + 1)] : []))
    return fitting[number % fitting.length]
  }
}

const withoutAbout = (course: Course) => dueOf(course, surroundings).map(({ about: _, ...due }) => due)

describe('any record of a case', () => {
  it('is made of bodies that keep their schemas', () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        for (const { kind, body } of entries) {
          if (body !== null) assert.deepEqual(caseKindNamed(kind)?.schema.parse(body), body)
        }
      }),
      runs,
    )
  })

  it('is at a stage, and says so in words', () => {
    fc.assert(
      fc.property(anyRecord, anyMoment, (entries, now) => {
        const course = courseOf('case:test', entries)
        assert.ok(stages.includes(stageOf(course)))
        for (const words of [stateOf(course, surroundings, now), whereNow(course, surroundings, now).words])
          assert.doesNotMatch(words, /^$|undefined|null|NaN|\[object/)
      }),
      runs,
    )
  })

  it('waits for things that have keys of their own, a list, an owner and times that are times', () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const course = courseOf('case:test', entries)
        const waiting = dueOf(course, surroundings)
        assert.equal(new Set(waiting.map(({ key }) => key)).size, waiting.length)
        for (const due of waiting) {
          assert.ok(due.list in workLists && due.key.startsWith(`${due.list}:`), due.key)
          assert.ok(due.kind === null || caseKindNamed(due.kind)?.offered, due.kind ?? '')
          assert.ok(due.organisation !== '')
          assert.equal(new Date(due.opensAt).toISOString(), due.opensAt)
          if (due.dueAt !== null) assert.equal(new Date(due.dueAt).toISOString(), due.dueAt)
          if (due.about !== undefined) assert.ok(course.standing(due.about), due.key)
          assert.doesNotMatch(`${due.what} ${due.note ?? ''}`, /undefined|null|NaN/)
        }
        assert.deepEqual(dueOf(courseOf('case:test', entries), surroundings), waiting)
      }),
      runs,
    )
  })

  it('reaches every stage and every list, in one walk or another', () => {
    const records = fc.sample(anyRecord, { seed, numRuns: 3000 })
    // One list is of one procedure's patients only: few of any record are.
    const walks = [...records, ...records.map(ofSpheres)].map((entries) => courseOf('case:test', entries))
    const reached = new Set(walks.map(stageOf))
    assert.deepEqual(
      stages.filter((stage) => !reached.has(stage)),
      [],
    )
    const lists = new Set(walks.flatMap((course) => dueOf(course, surroundings).map(({ list }) => list)))
    assert.deepEqual(
      Object.keys(workLists).filter((list) => !lists.has(list as keyof typeof workLists)),
      [],
    )
  })

  it('is judged whatever is said next, and nothing that is not a plan is ever stopped', () => {
    const anyNext = fc
      .constantFrom(...caseKinds)
      .chain((kind) => anyBody(kind.fields).map((body) => ({ kind: kind.name, body })))
    fc.assert(
      fc.property(anyRecord, anyNext, anyMoment, anyMoment, (entries, { kind, body }, at, now) => {
        const course = courseOf('case:test', entries)
        const facts = factsOf(course, surroundings, now)
        const stops = stopsFor(kind, body, course, surroundings, at, now)
        if (kind !== 'booking' && kind !== 'prescription') assert.deepEqual(stops, [])
        const remarks = [
          ...stops,
          ...breachesOf(kind, body, course, surroundings, at, now),
          ...warningsOf(kind, body, facts, at),
          ...impossibilitiesOf(kind, body, at, facts),
        ]
        for (const { path, words } of remarks) {
          assert.doesNotMatch(words, /^$|undefined|null|NaN|\[object/)
          const [field = ''] = path.split('.')
          assert.ok(
            field === '' || field === 'occurredAt' || field in (caseKindNamed(kind)?.fields ?? {}),
            path,
          )
        }
      }),
      { ...runs, numRuns: 200 },
    )
  })

  it('comes to the same when a statement is corrected to what it said, and to the same order', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat({ max: 60 }), (entries, number) => {
        const course = courseOf('case:test', entries)
        const chosen = course.said[number % Math.max(1, course.said.length)]
        const entry = entries.find(({ id }) => id === chosen?.entry)
        if (!entry) return
        const again: Entry = { ...entry, id: idOf(999), position: entries.length + 1, corrects: entry.id }
        const corrected = courseOf('case:test', [...entries, again])
        assert.equal(stageOf(corrected), stageOf(course))
        assert.deepEqual(
          corrected.said.map(({ first }) => first),
          course.said.map(({ first }) => first),
        )
        if (hasTie(course, entry)) return
        assert.deepEqual(withoutAbout(corrected), withoutAbout(course))
      }),
      runs,
    )
  })

  it('without a statement is as if it had never been made', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat({ max: 60 }), (entries, number) => {
        const course = courseOf('case:test', entries)
        const left = course.said[number % Math.max(1, course.said.length)]
        const lesser = without(course, left?.entry)
        assert.equal(lesser.said.length, course.said.length - (left ? 1 : 0))
        assert.ok(stages.includes(stageOf(lesser)))
        dueOf(lesser, surroundings)
      }),
      runs,
    )
  })

  it('is told line by line, newest first, nothing lost', () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const timeline = timelineOf(courseOf('case:test', entries), entries)
        const items = timeline.groups.flatMap((group) => group.items)
        assert.equal(timeline.count, items.length)
        const told = items.flatMap((item) => [item, ...item.replaced])
        assert.deepEqual(told.map(({ id }) => id).sort(), entries.map(({ id }) => id).sort())
        for (const { words } of told) assert.doesNotMatch(words, /^$|undefined|NaN|\[object/)
        items.reduce(
          (before, item) => {
            assert.ok(before.occurredAt >= item.occurredAt)
            return item
          },
          items[0] as (typeof items)[0],
        )
        timeline.groups.reduce((before, group) => {
          assert.notEqual(before, group.stage)
          return group.stage as string
        }, '')
      }),
      runs,
    )
  })
})

/** Two of a kind at the same moment keep the order in which they were said, which a correction changes. */
function hasTie(course: Course, entry: Entry): boolean {
  return course.said.filter(({ occurredAt }) => occurredAt === entry.occurredAt).length > 1
}

describe('any body', () => {
  for (const kind of [...caseKinds, ...serviceKinds]) {
    it(`of '${kind.name}' has a line, and each of its fields in words`, () => {
      fc.assert(
        fc.property(anyBody(kind.fields), (body) => {
          assert.doesNotMatch(kind.line(body as never), /^$|undefined|NaN|\[object/)
          const details = detailsOf(kind.fields, body, naming)
          assert.deepEqual(
            details.map(({ path }) => path),
            Object.keys(kind.fields).filter((name) => body[name] !== undefined),
          )
          for (const line of detailLines(details)) assert.match(line, /\S: /)
        }),
        { ...runs, numRuns: 25 },
      )
    })
  }

  for (const kind of caseKinds.filter(({ offered }) => offered)) {
    it(`of '${kind.name}' keeps its schema when what is known is completed by hand`, () => {
      fc.assert(
        fc.property(anyRecord, anyFilled(kind.fields), anyMoment, (entries, filled, now) => {
          const course = courseOf('case:test', entries)
          const facts = factsOf(course, surroundings, now)
          const known = prefilled(kind.name, course, surroundings, facts)
          const choose: Choose = (kinds, of) =>
            (of === 'service' ? everyService : course).said.find((each) => kinds.includes(each.kind))?.entry
          const completed = settled(kind.fields, { ...filled, ...known }, choose)
          const parsed = kind.schema.safeParse(completed)
          assert.ok(parsed.success, `${JSON.stringify(known)}: ${parsed.error?.message}`)
          assert.deepEqual(
            Object.keys(prefilledFrom(kind.name, course, surroundings, facts)),
            Object.keys(known),
          )
          for (const name of Object.keys(known)) assert.ok(name in kind.fields, name)
        }),
        { ...runs, numRuns: 25 },
      )
    })
  }
})
