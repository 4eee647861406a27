/** Figures 1, 3, 4 and 5: maps of the nation, whose data are the organisations one by one. */
import { procedureName } from '#core/catalogue/procedures.ts'
import { isDiseaseModifying } from '#core/census/availability.ts'
import { countMarks, listWords, type MapModel, mapModel } from '../components/map-model.ts'
import { CLASS_MARKS, type Mark } from '../components/national-map/marks.ts'
import { byNation } from '../components/statement.ts'
import {
  type Figure,
  type FigureId,
  type FigureTable,
  type MapPanel,
  midSentence,
  missingWords,
  PANELS,
  percentWords,
  type View,
} from './figure.ts'

const OVERALL: Readonly<Record<string, Mark>> = {
  provides: { ...CLASS_MARKS.both, words: 'Provides it, or has a formal referral pathway' },
  planned: CLASS_MARKS.planned,
  none: CLASS_MARKS.none,
  'no-answer': CLASS_MARKS['no-answer'],
}

const KINDS: Readonly<Record<string, Mark>> = {
  both: CLASS_MARKS.both,
  'supportive-only': CLASS_MARKS['supportive-only'],
  neither: { ...CLASS_MARKS.none, words: 'Provides neither' },
  'no-answer': CLASS_MARKS['no-answer'],
}

/** Draws classes together under fewer marks. */
function regrouped(
  view: View,
  marks: Readonly<Record<string, Mark>>,
  group: (mark: string) => string,
): MapModel {
  const model = mapModel(view)
  const services = model.services.map((service) => {
    const mark = group(service.mark)
    return { ...service, mark, words: marks[mark]?.words ?? service.words }
  })
  return { ...model, services, marks, order: Object.keys(marks) }
}

export function overallMap(view: View): Figure {
  const { all } = view.tabulation
  const { numerator, denominator, percent, missing } = all.providesOrPathway
  const model = regrouped(view, OVERALL, (mark) =>
    ['both', 'supportive-only', 'referral-pathway-only'].includes(mark) ? 'provides' : mark,
  )
  return {
    id: 'figure-1',
    finding: `${percentWords(percent)} of organisations provide interventional oncology or have a formal referral pathway (${numerator} of ${denominator})`,
    definition:
      'An organisation provides interventional oncology when it offers any procedure; a formal referral pathway is an existing mechanism of referral through the responsible MDT.',
    denominator: `${denominator} organisations whose class is known`,
    missing: missingWords(missing),
    drawing: { kind: 'maps', panels: [panelOf('', model)] },
    table: nationTable(view, model),
    data: organisationRows(model),
  }
}

export function kindsMap(view: View): Figure {
  const { provides, classes } = view.tabulation.all
  const both = classes.both.numerator
  const model = regrouped(view, KINDS, (mark) => (mark in KINDS ? mark : 'neither'))
  return {
    id: 'figure-3',
    finding: `Of ${provides.numerator} organisations that provide it, ${both} offer both supportive and disease-modifying procedures and ${classes['supportive-only'].numerator} supportive ones only`,
    definition:
      'Supportive procedures help other treatment or relieve symptoms; disease-modifying procedures treat the tumour itself.',
    denominator: `${provides.denominator} organisations that said whether they provide it`,
    missing: missingWords(provides.missing),
    drawing: { kind: 'maps', panels: [panelOf('', model)] },
    table: nationTable(view, model),
    data: organisationRows(model),
  }
}

export function procedureMaps(view: View, id: FigureId): Figure {
  const panels = (PANELS[id] ?? []).map((procedure) => ({ procedure, model: mapModel(view, procedure) }))
  const rows = panels.map(({ procedure }) => ({
    name: procedureName(procedure),
    figure: figureFor(view, procedure),
  }))
  const first = rows[0]?.figure
  return {
    id,
    finding: findingOf(rows),
    definition:
      'Offered here: the organisation named the procedure. By referral pathway: it has a formal referral pathway to an organisation that named it.',
    denominator: `${first?.denominator ?? 0} organisations whose procedures are known`,
    missing: missingWords(first?.missing ?? 0),
    drawing: {
      kind: 'maps',
      panels: panels.map(({ procedure, model }) => panelOf(procedureName(procedure), model)),
    },
    table: panels.length === 1 && panels[0] ? nationTable(view, panels[0].model) : panelTable(panels),
    data: panels.flatMap(({ procedure, model }, index) =>
      organisationRows(model, procedureName(procedure), index === 0),
    ),
  }
}

function figureFor({ tabulation }: View, procedure: string) {
  const table = isDiseaseModifying(procedure) ? tabulation.table2 : tabulation.table1
  const row = table.rows.find((one) => one.id === procedure)
  return (
    row?.figure ?? { numerator: 0, denominator: table.denominator, missing: table.missing, percent: null }
  )
}

function findingOf(
  rows: readonly { readonly name: string; readonly figure: ReturnType<typeof figureFor> }[],
): string {
  const [first, ...others] = rows
  if (!first) return ''
  const { numerator, denominator, percent } = first.figure
  const words = `${numerator} of ${denominator} organisations (${percentWords(percent)}) offer ${midSentence(first.name)}`
  if (others.length === 0) return words
  const rest = others.map(({ name, figure }) => `${figure.numerator} ${midSentence(name)}`)
  return `${words}, ${listWords(rest)}`
}

function panelOf(title: string, model: MapModel): MapPanel {
  const counts = countMarks(model.services)
  const legend = model.order.flatMap((key) => {
    const mark = model.marks[key]
    return mark ? [{ mark, count: counts.get(key) ?? 0 }] : []
  })
  return { title, services: model.services, marks: model.marks, legend }
}

/** Each nation's count of each mark. */
function nationTable({ tabulation }: View, model: MapModel): FigureTable {
  const groups = [...byNation(tabulation.nations).map(({ nation }) => nation), null]
  return {
    caption: 'Organisations by nation',
    columns: [
      { heading: 'Nation' },
      ...model.order.map((key) => ({ heading: model.marks[key]?.words ?? key, number: true })),
      { heading: 'All', number: true },
    ],
    rows: groups.map((nation) => {
      const of = model.services.filter((service) => nation === null || service.nation === nation)
      const counts = countMarks(of)
      return [nation ?? 'United Kingdom', ...model.order.map((key) => counts.get(key) ?? 0), of.length]
    }),
  }
}

/** Each procedure's count of each mark. */
function panelTable(
  panels: readonly { readonly procedure: string; readonly model: MapModel }[],
): FigureTable {
  const { order = [], marks = {} } = panels[0]?.model ?? {}
  return {
    caption: 'Organisations by procedure',
    columns: [
      { heading: 'Procedure' },
      ...order.map((key) => ({ heading: marks[key]?.words ?? key, number: true })),
    ],
    rows: panels.map(({ procedure, model }) => {
      const counts = countMarks(model.services)
      return [procedureName(procedure), ...order.map((key) => counts.get(key) ?? 0)]
    }),
  }
}

function organisationRows(model: MapModel, procedure?: string, headed = true): Figure['data'] {
  const what = procedure === undefined ? [] : [procedure]
  const headings = [
    ...(procedure === undefined ? [] : ['procedure']),
    ...[
      'code',
      'organisation',
      'nation',
      'region',
      'latitude',
      'longitude',
      'provision',
      'referral_pathway_to',
    ],
  ]
  const rows = model.services.map((service) => [
    ...what,
    service.code,
    service.name,
    service.nation,
    service.region,
    service.latitude,
    service.longitude,
    model.marks[service.mark]?.words ?? service.mark,
    service.refersTo.map(({ code }) => code).join(' '),
  ])
  return headed ? [headings, ...rows] : rows
}
