/** The inputs of the cost model, each visible and to be changed, by what they belong to. */

import { Button, Select, TextInput } from 'nhsuk-react-components'
import {
  COST_GROUPS,
  COST_NAMES,
  type CostGroup,
  type CostName,
  costInput,
  exampleInputs,
} from '#core/network/cost/inputs.ts'
import type { Site } from '#core/network/network.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import type { AskedCost } from './cost-asked.ts'
import { demandProcedures } from './demand-asked.ts'

export interface CostFormProps {
  readonly asked: AskedCost
  readonly problems: readonly FieldProblem[]
  readonly gaps: readonly Site[]
  readonly recipients: readonly { readonly site: Site; readonly km: number | null }[]
}

/** Which gap, which recipient: sent alone it keeps what was typed into the model. */
export function ChooseForm({ asked, problems, gaps, recipients }: CostFormProps) {
  const field = (name: 'procedure' | 'gap' | 'recipient') => inputOf(asked, problems, name)
  return (
    <form method="get" action={paths.networkCost()} className="fp-inline-form" aria-label="Which services">
      {Object.entries(asked.read.typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select label="Procedure" {...field('procedure')}>
        {demandProcedures.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select label="Gap" {...field('gap')}>
        <Select.Option value="">None in particular</Select.Option>
        {gaps.map(({ code, name }) => (
          <Select.Option key={code} value={code}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select label="Recipient" {...field('recipient')}>
        <Select.Option value="">None in particular</Select.Option>
        {recipients.map(({ site: { code, name }, km }) => (
          <Select.Option key={code} value={code}>
            {km === null ? name : `${name}, ${Math.round(km)} km`}
          </Select.Option>
        ))}
      </Select>
      <Button secondary small>
        Choose
      </Button>
    </form>
  )
}

export function CostForm({ asked, problems }: CostFormProps) {
  const example = exampleInputs()
  return (
    <form method="get" action={paths.networkCost()} noValidate aria-label="Inputs of the model">
      {(['procedure', 'gap', 'recipient'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={asked[name]} />
      ))}
      {(Object.keys(COST_GROUPS) as CostGroup[]).map((group) => (
        <fieldset key={group} className="nhsuk-fieldset fp-cost__group">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{COST_GROUPS[group]}</legend>
          <div className="fp-cost__inputs">
            {COST_NAMES.filter((name) => costInput(name).group === group).map((name) => (
              <CostField
                key={name}
                name={name}
                value={asked.read.typed[name] ?? ''}
                isExample={asked.read.inputs?.[name] === example[name] && example[name] !== 0}
                problems={problems}
              />
            ))}
            {group === 'time' ? (
              <TextInput
                id="spread"
                name="spread"
                label="Vary each input by"
                hint="To see which inputs matter"
                suffix="%"
                width={5}
                inputMode="decimal"
                defaultValue={asked.spreadTyped}
                {...errorFor(problems, 'spread')}
              />
            ) : null}
          </div>
        </fieldset>
      ))}
      <Button>Compare</Button>
    </form>
  )
}

interface CostFieldProps {
  readonly name: CostName
  readonly value: string
  readonly isExample: boolean
  readonly problems: readonly FieldProblem[]
}

function CostField({ name, value, isExample, problems }: CostFieldProps) {
  const { label, unit, hint } = costInput(name)
  return (
    <TextInput
      id={name}
      name={name}
      label={label}
      hint={isExample ? `${hint}. This is the example’s value, not a source` : hint}
      {...(unit === '£' ? { prefix: '£' } : { suffix: unit })}
      width={10}
      inputMode="decimal"
      defaultValue={value}
      {...errorFor(problems, name)}
    />
  )
}
