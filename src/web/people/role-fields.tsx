/** Choosing a role: those of the nation, those at one organisation. */

import { Radios, Select } from 'nhsuk-react-components'
import { nationRoles, type Role, roleNames, serviceRoles } from '#core/access/role.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'

const roleHints: Readonly<Record<Role, string>> = {
  administrator: 'Adds people and gives roles, keeps the directory, checks the record.',
  'census-lead': 'Makes, opens, follows and closes editions; keeps the directory.',
  interviewer: 'Rings organisations and takes answers on the telephone.',
  commissioner: 'Sees responses, tables and comparisons of every edition.',
  researcher: 'Sees responses, tables and comparisons of every edition.',
  editor: 'Writes leaflets and public pages, and moderates patients’ stories.',
  'clinical-reviewer': 'A clinician who signs off the clinical content of leaflets.',
  'io-lead': 'Leads the service: its cases, meetings, protocols, people and standards.',
  'department-manager':
    'Sees the service’s cases, meetings and standards; keeps its protocols, licences and competence.',
  'interventional-radiologist': 'Answers referrals, treats, and records each step of a case.',
  referrer: 'Registers and refers patients, and sees where they are.',
  'mdt-coordinator': 'Builds the meeting’s list, records attendance and outcome, books.',
  'cancer-nurse-specialist': 'Informs, takes consent where trained, follows patients up.',
  'ward-nurse': 'Admits, confirms consent, records recovery and discharge.',
  physicist: 'Records work-up and activity, and prepares prescriptions.',
  'caldicott-guardian': 'Sees who looked at which patient, and each break-glass. Opens no case.',
}

export interface OrganisationChoice {
  readonly code: string
  readonly name: string
  readonly nation: string
}

interface RoleFieldsProps {
  readonly role: string
  readonly organisation: string
  readonly organisations: readonly OrganisationChoice[]
  readonly problems: readonly FieldProblem[]
}

export function RoleFields({ role, organisation, organisations, problems }: RoleFieldsProps) {
  const nations = [...new Set(organisations.map((each) => each.nation))].sort()
  return (
    <>
      <Radios name="role" legend="Role" legendProps={{ size: 's' }} {...errorFor(problems, 'role-1')}>
        {[...nationRoles, ...serviceRoles].map((each, index) => (
          <Radios.Item
            key={each}
            id={`role-${index + 1}`}
            value={each}
            hint={roleHints[each]}
            defaultChecked={role === each}
          >
            {roleNames[each]}
          </Radios.Item>
        ))}
      </Radios>
      <Select
        id="organisation"
        name="organisation"
        label="Organisation"
        hint="For a role at one organisation, from IO lead on."
        defaultValue={organisation}
        {...errorFor(problems, 'organisation')}
      >
        <Select.Option value="">None: a role of the nation</Select.Option>
        {nations.map((nation) => (
          <optgroup key={nation} label={nation}>
            {organisations
              .filter((each) => each.nation === nation)
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {each.name} ({each.code})
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </>
  )
}
