/** Figure 2 and tables 1 and 2: charts, whose data are the counts themselves. */
import { PROVISION_CLASSES, PROVISION_WORDS } from '#core/census/provision.ts'
import type { GroupResult, Table } from '#core/census/tabulate.ts'
import { CLASS_MARKS } from '../components/national-map/marks.ts'
import { byNation } from '../components/statement.ts'
import { type Figure, midSentence, missingWords, percentWords, type View } from './figure.ts'
import { barsSpec, type Pie, piesSpec, type Slice, type StackedPart, stackedSpec } from './specs/charts.ts'

/** Countries in the pies: a blue ramp that reads in grey too. */
const COUNTRY_COLOURS: Readonly<Record<string, string>> = {
  England: '#005EB8',
  Scotland: '#41B6E6',
  Wales: '#A9CCEB',
  'Northern Ireland': '#768692',
}

export function provisionCharts(view: View): Figure {
  const { all } = view.tabulation
  const nations = byNation(view.tabulation.nations)
  const groups = [...nations, all]
  return {
    id: 'figure-2',
    finding: nationFinding(nations),
    definition: 'Each organisation is in one class, by what it answered.',
    denominator: `${all.providesOrPathway.denominator} organisations whose class is known`,
    missing: missingWords(all.providesOrPathway.missing),
    drawing: {
      kind: 'charts',
      charts: [
        { title: 'As the paper draws it', spec: piesSpec(pies(all, nations)) },
        {
          title: 'Easier to compare: each nation as one bar',
          spec: stackedSpec(partsOf(groups), groups.map(nameOf)),
        },
      ],
    },
    table: {
      caption: 'Organisations by nation and class',
      columns: [
        { heading: 'Nation' },
        ...PROVISION_CLASSES.map((one) => ({ heading: PROVISION_WORDS[one], number: true })),
        { heading: 'Provides, or has a pathway', number: true },
        { heading: 'Class known', number: true },
      ],
      rows: groups.map((group) => [
        nameOf(group),
        ...PROVISION_CLASSES.map((one) => shareWords(group.classes[one])),
        shareWords(group.providesOrPathway),
        group.providesOrPathway.denominator,
      ]),
    },
    data: [
      ['nation', 'measure', 'numerator', 'denominator', 'percent', 'missing'],
      ...groups.flatMap((group) => [
        ...PROVISION_CLASSES.map((one) => [
          nameOf(group),
          PROVISION_WORDS[one],
          ...numbers(group.classes[one]),
        ]),
        [nameOf(group), 'Provides, or has a formal referral pathway', ...numbers(group.providesOrPathway)],
      ]),
    ],
  }
}

export function procedureTable(view: View, id: 'table-1' | 'table-2'): Figure {
  const table = id === 'table-1' ? view.tabulation.table1 : view.tabulation.table2
  const colour = id === 'table-1' ? CLASS_MARKS['supportive-only'].colour : CLASS_MARKS.both.colour
  return {
    id,
    finding: tableFinding(table),
    definition: 'An organisation offers a procedure when it named it in its answer.',
    denominator: `${table.denominator} ${table.denominatorIs}`,
    missing: missingWords(table.missing),
    drawing: {
      kind: 'charts',
      charts: [{ title: '', spec: barsSpec(table.rows, table.denominator, colour) }],
    },
    table: {
      caption: id === 'table-1' ? 'Supportive procedures' : 'Disease-modifying procedures',
      columns: [
        { heading: 'Procedure' },
        { heading: 'Organisations', number: true },
        { heading: `Of ${table.denominator}`, number: true },
      ],
      rows: table.rows.map(({ label, figure }) => [label, figure.numerator, percentWords(figure.percent)]),
    },
    data: [
      ['procedure', 'numerator', 'denominator', 'percent', 'missing'],
      ...table.rows.map(({ label, figure }) => [label, ...numbers(figure)]),
    ],
  }
}

function tableFinding({ rows, denominator }: Table): string {
  const [most, least] = [rows[0], rows.at(-1)]
  if (!most || !least || denominator === 0) return 'No organisation has said which procedures it offers yet'
  return `${most.label} is offered most, by ${most.figure.numerator} of ${denominator} organisations (${percentWords(most.figure.percent)}); ${midSentence(least.label)} least, by ${least.figure.numerator} (${percentWords(least.figure.percent)})`
}

function nationFinding(nations: readonly GroupResult[]): string {
  const known = nations.filter(({ providesOrPathway }) => providesOrPathway.percent !== null)
  const sorted = [...known].sort(
    (a, b) => (b.providesOrPathway.percent ?? 0) - (a.providesOrPathway.percent ?? 0),
  )
  const [most, least] = [sorted[0], sorted.at(-1)]
  if (!most || !least) return 'No organisation has answered yet'
  if (most === least)
    return `In ${nameOf(most)} ${percentWords(most.providesOrPathway.percent)} provide it or refer`
  return `From ${percentWords(least.providesOrPathway.percent)} of organisations in ${nameOf(least)} to ${percentWords(most.providesOrPathway.percent)} in ${nameOf(most)} provide interventional oncology or have a formal referral pathway`
}

function pies(all: GroupResult, nations: readonly GroupResult[]): readonly Pie[] {
  const without = (group: GroupResult) => group.classes.planned.numerator + group.classes.none.numerator
  const country = (count: (group: GroupResult) => number): Slice[] =>
    nations.map((group) => ({
      label: nameOf(group),
      count: count(group),
      colour: COUNTRY_COLOURS[nameOf(group)] ?? '#768692',
    }))
  return [
    {
      title: 'Provide it, or have a pathway, by country',
      slices: country(({ providesOrPathway }) => providesOrPathway.numerator),
    },
    {
      title: 'The whole nation',
      slices: [
        {
          label: 'Provide it, or have a pathway',
          count: all.providesOrPathway.numerator,
          colour: CLASS_MARKS.both.colour,
        },
        {
          label: PROVISION_WORDS.planned,
          count: all.classes.planned.numerator,
          colour: CLASS_MARKS.planned.colour,
        },
        { label: PROVISION_WORDS.none, count: all.classes.none.numerator, colour: CLASS_MARKS.none.colour },
      ],
    },
    { title: 'Have neither today, by country', slices: country(without) },
  ]
}

function partsOf(groups: readonly GroupResult[]): readonly StackedPart[] {
  return groups.flatMap((group) =>
    PROVISION_CLASSES.map((one) => ({
      group: nameOf(group),
      label: PROVISION_WORDS[one],
      colour: CLASS_MARKS[one].colour,
      count: group.classes[one].numerator,
      percent: group.classes[one].percent,
    })),
  )
}

function nameOf({ nation }: GroupResult): string {
  return nation ?? 'United Kingdom'
}

interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly missing: number
  readonly percent: number | null
}

function shareWords({ numerator, percent }: Share): string {
  return percent === null ? String(numerator) : `${numerator} (${percent}%)`
}

function numbers({ numerator, denominator, percent, missing }: Share): (number | null)[] {
  return [numerator, denominator, percent, missing]
}
