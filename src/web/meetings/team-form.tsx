/** The form of an MDT: what it is called, what it discusses, when it meets. */

import { Button, Checkboxes, Select, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { type Weekday, weekdays } from '#core/meeting/team.ts'
import type { TeamDetails } from '#store/meeting/team.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { tumourSites } from './view.ts'

/** What was typed: texts, and the sites that were ticked. */
export interface TeamTyped {
  readonly organisation: string
  readonly name: string
  readonly sites: readonly string[]
  readonly weekday: string
  readonly time: string
  readonly everyWeeks: string
  readonly minutes: string
  readonly cutOffHours: string
  readonly place: string
}

export const emptyTeam: TeamTyped = {
  organisation: '',
  name: '',
  sites: [],
  weekday: '',
  time: '08:00',
  everyWeeks: '1',
  minutes: '60',
  cutOffHours: '24',
  place: '',
}

export function typedOf({
  name,
  tumourSites: sites,
  weekday,
  time,
  everyWeeks,
  minutes,
  cutOffHours,
  place,
}: TeamDetails): TeamTyped {
  return {
    organisation: '',
    name,
    sites,
    weekday: weekday === null ? '' : String(weekday),
    time,
    everyWeeks: String(everyWeeks),
    minutes: String(minutes),
    cutOffHours: String(cutOffHours),
    place: place ?? '',
  }
}

const whole = (words: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, words)
    .transform(Number)
    .refine((count) => count >= least && count <= most, words)

export const teamSchema = z.object({
  name: z
    .string()
    .trim()
    .min(2, 'Enter the MDT’s name, such as Hepatobiliary')
    .max(80, 'The name has to be 80 characters or fewer'),
  sites: z
    .array(z.string())
    .min(1, 'Select the tumour sites that it discusses')
    .refine((sites) => sites.every((site) => tumourSites.has(site)), 'Select from the list'),
  weekday: z
    .enum(['', '1', '2', '3', '4', '5', '6', '7'])
    .transform((value) => (value === '' ? null : (Number(value) as Weekday))),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time on 24 hours, such as 08:30'),
  everyWeeks: whole('Enter how many weeks lie between its meetings, 1 to 12', 1, 12),
  minutes: whole('Enter how long it lasts, 10 to 600 minutes', 10, 600),
  cutOffHours: whole('Enter how many hours before the meeting its list closes, 0 to 336', 0, 336),
  place: z
    .string()
    .trim()
    .max(120, 'The place has to be 120 characters or fewer')
    .transform((value) => value || null),
})

/** What the form sent. */
export async function typedIn(request: { formData(): Promise<FormData> }): Promise<TeamTyped> {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 400)
  return {
    organisation: text('organisation'),
    name: text('name'),
    sites: form.getAll('sites').map(String),
    weekday: text('weekday'),
    time: text('time'),
    everyWeeks: text('everyWeeks'),
    minutes: text('minutes'),
    cutOffHours: text('cutOffHours'),
    place: text('place'),
  }
}

interface TeamFormProps {
  readonly action: string
  readonly button: string
  readonly typed: TeamTyped
  readonly problems: readonly FieldProblem[]
  /** Asked where there is a choice. */
  readonly organisations: readonly { readonly code: string; readonly name: string }[]
}

export function TeamForm({ action, button, typed, problems, organisations }: TeamFormProps) {
  const text = (
    name: keyof TeamTyped,
    label: string,
    more: { hint?: string; suffix?: string; width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 } = {},
  ) => (
    <TextInput
      id={name}
      name={name}
      label={label}
      labelProps={{ size: 's' }}
      defaultValue={String(typed[name])}
      {...more}
      {...errorFor(problems, name)}
    />
  )
  return (
    <form method="post" action={action} noValidate className="fp-form">
      <Problems problems={problems} />
      {organisations.length > 1 ? (
        <Select
          id="organisation"
          name="organisation"
          label="Organisation"
          labelProps={{ size: 's' }}
          defaultValue={typed.organisation}
          {...errorFor(problems, 'organisation')}
        >
          {organisations.map(({ code, name }) => (
            <Select.Option key={code} value={code}>
              {name}
            </Select.Option>
          ))}
        </Select>
      ) : (
        <input type="hidden" name="organisation" value={organisations[0]?.code ?? typed.organisation} />
      )}
      {text('name', 'Name', { hint: 'Such as Hepatobiliary' })}
      <Checkboxes
        id="sites"
        name="sites"
        legend="Tumour sites that it discusses"
        legendProps={{ size: 's' }}
        small
        {...errorFor(problems, 'sites')}
      >
        {[...tumourSites].map(([value, label]) => (
          <Checkboxes.Item key={value} value={value} defaultChecked={typed.sites.includes(value)}>
            {label}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      <Select
        id="weekday"
        name="weekday"
        label="Meets on"
        labelProps={{ size: 's' }}
        defaultValue={typed.weekday}
      >
        <Select.Option value="">Single dates, added by hand</Select.Option>
        {Object.entries(weekdays).map(([value, label]) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
      </Select>
      {text('time', 'Starts at', { hint: 'On 24 hours, such as 08:30', width: 5 })}
      {text('everyWeeks', 'How often: every', { suffix: 'weeks', width: 3 })}
      {text('minutes', 'Takes', { suffix: 'minutes', width: 4 })}
      {text('cutOffHours', 'The list closes before the meeting', {
        suffix: 'hours',
        width: 4,
        hint: 'Cases that come later can still be added, and are marked.',
      })}
      {text('place', 'Place (optional)', { hint: 'A room, or where to join' })}
      <Button preventDoubleClick>{button}</Button>
    </form>
  )
}
