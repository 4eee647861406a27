/** The form by which one line of the table of demand is stated. */

import { Button, Fieldset, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { CANCER_IDS, CANCERS, type StatedLine } from '#core/network/demand/statement.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { demandProcedures } from './demand-asked.ts'
import { demandCrumb, tableCrumb } from './demand-table.tsx'
import { valueWords } from './demand-words.ts'
import { NetworkPage } from './frame.tsx'

export interface DemandFormProps {
  readonly c: PageContext
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  readonly regions: readonly { readonly nation: string; readonly region: string }[]
  /** What holds for the key that the address names; null: nothing yet. */
  readonly holds: StatedLine | null
  /** Of the entry to be made. */
  readonly id: string
}

export function DemandForm({ c, fields, problems, regions, holds, id }: DemandFormProps) {
  const title = holds ? 'Change a line of demand' : 'State a line of demand'
  const text = (name: string) => inputOf(fields, problems, name)
  return (
    <NetworkPage
      c={c}
      part="demand"
      title={title}
      crumbs={[demandCrumb, tableCrumb]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">{title}</h1>
        {holds ? (
          <p>
            Now {valueWords(holds.what, holds.value)}: {holds.source}.
          </p>
        ) : null}
        <form method="post" action={paths.networkDemandTable('new')} noValidate>
          <input type="hidden" name="id" value={id} />
          <Fieldset>
            <Fieldset.Legend size="s">What is it?</Fieldset.Legend>
            <Radios name="what" {...errorFor(problems, 'what')}>
              <Radios.Item value="share" defaultChecked={fields.what === 'share'} id="what">
                The share of new cases that would have a procedure, in percent
              </Radios.Item>
              <Radios.Item value="incidence" defaultChecked={fields.what === 'incidence'} id="what-incidence">
                An incidence: new cases a year per 100,000 residents
              </Radios.Item>
            </Radios>
          </Fieldset>
          <Select label="Cancer" {...text('cancer')}>
            <Select.Option value="">Choose one</Select.Option>
            {CANCER_IDS.map((cancer) => (
              <Select.Option key={cancer} value={cancer}>
                {CANCERS[cancer].name} ({CANCERS[cancer].icd10})
              </Select.Option>
            ))}
          </Select>
          <Select label="Procedure" hint="Of a share only" {...text('procedure')}>
            <Select.Option value="">None: it is an incidence</Select.Option>
            {demandProcedures.map(({ id: procedure, name }) => (
              <Select.Option key={procedure} value={procedure}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <Select
            label="Place"
            hint="Where a closer place has a line of its own, that one counts there"
            {...text('place')}
          >
            <Select.Option value="">United Kingdom</Select.Option>
            {NATIONS.map((nation) => (
              <Select.Option key={nation} value={nation}>
                {nation}
              </Select.Option>
            ))}
            {regions
              .filter(({ nation, region }) => nation !== region)
              .map(({ nation, region }) => (
                <Select.Option key={`${nation}|${region}`} value={`${nation}|${region}`}>
                  {`${region}, ${nation}`}
                </Select.Option>
              ))}
          </Select>
          <TextInput
            label="District (optional)"
            hint="Of the nation chosen above, as the census names it, such as Wigan"
            {...text('district')}
          />
          <TextInput
            label="Value"
            hint="12.5 for twelve and a half percent, or for 12.5 new cases per 100,000 residents"
            width={5}
            inputMode="decimal"
            {...text('value')}
          />
          <Fieldset>
            <Fieldset.Legend size="s">What does it rest on?</Fieldset.Legend>
            <Radios name="basis" {...errorFor(problems, 'basis')}>
              <Radios.Item value="source" defaultChecked={fields.basis === 'source'} id="basis">
                A source that others can read
              </Radios.Item>
              <Radios.Item
                value="assumption"
                defaultChecked={fields.basis === 'assumption'}
                id="basis-assumption"
              >
                An assumption of ours: it is marked as one wherever it is used
              </Radios.Item>
            </Radios>
          </Fieldset>
          <TextInput
            label="Source"
            hint="The document with its edition or date; or whose assumption it is"
            maxLength={300}
            {...text('source')}
          />
          <TextInput label="Years that it is of (optional)" width={20} maxLength={40} {...text('years')} />
          <Textarea
            label="Why is it stated?"
            hint="Kept with your name, and shown beside the line"
            rows={3}
            {...text('reason')}
          />
          <div className="fp-actions">
            <Button preventDoubleClick name="do" value="state">
              State this line
            </Button>
            {holds?.by ? (
              <Button preventDoubleClick secondary name="do" value="take-back">
                Take it back instead
              </Button>
            ) : null}
          </div>
        </form>
      </div>
    </NetworkPage>
  )
}
