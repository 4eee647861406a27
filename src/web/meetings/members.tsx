/** The members of an MDT: added, made core members or not, taken off. */

import { Button, Checkboxes, Select, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { memberRoleSchema, memberRoles } from '#core/meeting/team.ts'
import { addMember, changeMember, removeMember, type Team, type TeamMember } from '#store/meeting/team.ts'
import { type Fields, fieldsOf, readFields } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { type FieldProblem, inputOf } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { showTeam } from './team-page.tsx'
import { onTeam } from './view.ts'

interface MembersProps {
  readonly team: Team
  readonly runs: boolean
  readonly problems: readonly FieldProblem[]
  readonly typed: Fields
}

export function Members({ team, runs, problems, typed }: MembersProps) {
  return (
    <>
      <DataTable
        caption="Members"
        stacks
        rows={team.members}
        keyOf={({ id }) => id}
        empty="It has no members yet."
        columns={[
          { heading: 'Name', names: true, cell: ({ name }) => name },
          { heading: 'Role', cell: ({ role }) => memberRoles[role] },
          { heading: 'Core member', cell: ({ core }) => (core ? 'Yes' : 'No') },
          ...(runs
            ? [{ heading: 'Change', cell: (member: TeamMember) => <Change team={team} member={member} /> }]
            : []),
        ]}
      />
      {runs ? (
        <form method="post" action={paths.mdtPart(team.id, 'members')} noValidate className="fp-form">
          <h2 className="nhsuk-heading-m">Add a member</h2>
          <TextInput
            label="Name"
            labelProps={{ size: 's' }}
            autoComplete="off"
            {...inputOf(typed, problems, 'member')}
          />
          <Select label="Role" labelProps={{ size: 's' }} {...inputOf(typed, problems, 'role')}>
            <Select.Option value="">Choose</Select.Option>
            {Object.entries(memberRoles).map(([value, label]) => (
              <Select.Option key={value} value={value}>
                {label}
              </Select.Option>
            ))}
          </Select>
          <Checkboxes id="core" name="core" small>
            <Checkboxes.Item value="yes" defaultChecked={typed.core === 'yes'}>
              A core member
            </Checkboxes.Item>
          </Checkboxes>
          <Button secondary preventDoubleClick>
            Add the member
          </Button>
        </form>
      ) : null}
    </>
  )
}

function Change({ team, member }: { readonly team: Team; readonly member: TeamMember }) {
  return (
    <form
      method="post"
      action={`${paths.mdtPart(team.id, 'members')}/${member.id}`}
      className="fp-row-actions"
    >
      <button type="submit" className="fp-link-button" name="do" value={member.core ? 'not-core' : 'core'}>
        {member.core ? 'Make not core' : 'Make core'}
        <span className="nhsuk-u-visually-hidden">: {member.name}</span>
      </button>
      <button type="submit" className="fp-link-button" name="do" value="remove">
        Take off<span className="nhsuk-u-visually-hidden">: {member.name}</span>
      </button>
    </form>
  )
}

const schema = z.object({
  member: z
    .string()
    .trim()
    .min(2, 'Enter the member’s name')
    .max(120, 'The name has to be 120 characters or fewer'),
  role: z.string().transform((value, issues) => {
    const known = memberRoleSchema.safeParse(value)
    if (known.success) return known.data
    issues.addIssue({ code: 'custom', message: 'Select what the member is' })
    return z.NEVER
  }),
  core: z.literal('yes').optional(),
})

export function addMembers(c: PageContext) {
  return onTeam(c, 'meeting:run', async (team) => {
    const fields = await fieldsOf(c)
    const read = readFields(schema, fields)
    if (!read.values) return showTeam(c, team, { problems: read.problems, member: fields })
    const { member: name, role, core } = read.values
    const joined = await inScope(c, 'meeting:run', (db) =>
      addMember(db, team, { name, role, core: core === 'yes', person: null }),
    )
    if (joined === 'joined') return c.redirect(paths.mdt(team.id), 303)
    const words = `${name} is a member already`
    return showTeam(c, team, { problems: [{ field: 'member', words }], member: fields })
  })
}

const changing = z.object({ do: z.enum(['core', 'not-core', 'remove']) })

export function changeMembers(c: PageContext) {
  return onTeam(c, 'meeting:run', async (team) => {
    const id = c.req.param('member') ?? ''
    const read = changing.safeParse(await fieldsOf(c))
    const member = team.members.find((each) => each.id === id)
    if (!isId(id) || !read.success || !member) return notFound(c)
    await inScope(c, 'meeting:run', (db) =>
      read.data.do === 'remove'
        ? removeMember(db, team.id, id)
        : changeMember(db, team.id, { id, role: member.role, core: read.data.do === 'core' }),
    )
    return c.redirect(paths.mdt(team.id), 303)
  })
}
