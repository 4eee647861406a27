/** The form of a report: of which place, what goes in, and what whoever makes it wants to say. */

import { Button, Checkboxes, Fieldset, Select, Textarea, TextInput } from 'nhsuk-react-components'
import type { Network } from '#core/network/network.ts'
import { placeName } from '#core/network/report/sections.ts'
import { dateWords } from '../components/dates.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { type AskedReport, REPORT_PARTS, reportPlaces, reportProcedures } from './report-asked.ts'

export interface ReportFormProps {
  readonly c: PageContext
  readonly network: Network
  readonly asked: AskedReport | null
  readonly problems: readonly FieldProblem[]
  readonly kept: readonly {
    readonly id: string
    readonly title: string
    readonly madeAt: Date
    readonly finding: string
  }[]
}

export const reportsCrumb = { text: 'Reports', href: paths.networkReports() }

export function ReportForm({ c, network, asked, problems, kept }: ReportFormProps) {
  const isChosen = (list: readonly string[] | undefined, id: string) => list?.includes(id) ?? true
  return (
    <NetworkPage
      c={c}
      part="reports"
      title="Make a report"
      crumbs={[reportsCrumb]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">Make a report</h1>
        <p>You see it before anybody else does. Publishing is a second step.</p>
        <form method="get" action={paths.networkReportNew()} noValidate>
          <Select
            id="place"
            name="place"
            label="Of"
            defaultValue={asked?.place ?? ''}
            {...errorFor(problems, 'place')}
          >
            {reportPlaces(network).map(({ value, place }) => (
              <Select.Option key={value} value={value}>
                {placeName(place)}
              </Select.Option>
            ))}
          </Select>
          <TextInput
            id="title"
            name="title"
            label="Title (optional)"
            hint="Left empty: interventional oncology in that place"
            maxLength={200}
            defaultValue={asked?.title ?? ''}
            {...errorFor(problems, 'title')}
          />
          <Fieldset>
            <Fieldset.Legend size="s">Procedures</Fieldset.Legend>
            <Checkboxes id="procedure" name="procedure" {...errorFor(problems, 'procedure')}>
              {reportProcedures.map(({ id, name }, at) => (
                <Checkboxes.Item
                  key={id}
                  id={at === 0 ? 'procedure' : `procedure-${id}`}
                  value={id}
                  defaultChecked={isChosen(asked?.procedures, id)}
                >
                  {name}
                </Checkboxes.Item>
              ))}
            </Checkboxes>
          </Fieldset>
          <Fieldset>
            <Fieldset.Legend size="s">Beside provision and gaps</Fieldset.Legend>
            <Checkboxes id="part" name="part">
              {Object.entries(REPORT_PARTS).map(([part, words]) => (
                <Checkboxes.Item
                  key={part}
                  id={`part-${part}`}
                  value={part}
                  defaultChecked={isChosen(asked?.parts, part)}
                >
                  {words}
                </Checkboxes.Item>
              ))}
            </Checkboxes>
          </Fieldset>
          {kept.length > 0 ? (
            <Fieldset>
              <Fieldset.Legend size="s">Proposals that were kept</Fieldset.Legend>
              <Checkboxes id="proposal" name="proposal">
                {kept.map(({ id, title, madeAt, finding }) => (
                  <Checkboxes.Item
                    key={id}
                    id={`proposal-${id}`}
                    value={id}
                    hint={`${dateWords(madeAt)}. ${finding}`}
                    defaultChecked={asked?.proposals.includes(id) ?? false}
                  >
                    {title}
                  </Checkboxes.Item>
                ))}
              </Checkboxes>
            </Fieldset>
          ) : (
            <p>
              No proposal is kept yet. Name one under <a href={paths.networkProposals()}>what would help</a>,
              and it can go into a report.
            </p>
          )}
          <Textarea
            id="note"
            name="note"
            label="In your own words (optional)"
            hint="Comes first in the report, with your name"
            rows={5}
            defaultValue={asked?.note ?? ''}
            {...errorFor(problems, 'note')}
          />
          <Button preventDoubleClick>Show the report</Button>
        </form>
      </div>
    </NetworkPage>
  )
}
