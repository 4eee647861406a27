/** Who is known and what they may do: list, add, give and take roles, links, removal. */

import { makeJoinLink } from '#store/access/links.ts'
import { accessHistory } from '#store/access/log.ts'
import { findPerson, type KnownPerson, listPeople, organisationsForRoles } from '#store/access/people.ts'
import { addPerson, giveRole, removeAccess, removeSecondStep, takeRole } from '#store/access/roles.ts'
import { pageNumber } from '../components/pager.tsx'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { may, type Routes } from '../route.ts'
import { isServiceRole, membershipOf, nameAndEmailProblems, newPersonForm, roleForm } from './forms.ts'
import { ListPage } from './list-page.tsx'
import { PersonPage } from './person-page.tsx'
import { LinkPage, NewPersonPage, SurePage } from './small-pages.tsx'

/** What these pages need of signing in. */
export interface AccessKept {
  /** To be called after any change of sessions or roles. */
  readonly forget: () => void
  /** Mails a person their link, where a mail server is set up; answers whether it was taken. */
  readonly mailLink:
    | ((to: { readonly name: string; readonly email: string }, link: string) => Promise<boolean>)
    | null
}

/** A person's id: a UUID, or in the demonstration words that say whom it stands for. */
const one = '/people/:id{[0-9a-z-]{4,80}}'

export function peopleRoutes(routes: Routes, kept: AccessKept): void {
  const manage = may('people:manage')
  routes.get(paths.people(), manage, list)
  routes.get(paths.personNew(), manage, async (c) => showNew(c, emptyForm, []))
  routes.post(paths.personNew(), manage, (c) => add(c, kept))
  routes.get(one, manage, (c) => onPerson(c, (person) => showPerson(c, person)))
  routes.post(`${one}/give-role`, manage, (c) => onPerson(c, (person) => give(c, kept, person)))
  routes.post(`${one}/take-role`, manage, (c) => onPerson(c, (person) => take(c, kept, person)))
  routes.post(`${one}/link`, manage, (c) => onPerson(c, (person) => showLink(c, kept, person)))
  routes.post(`${one}/codes-off`, manage, (c) => onPerson(c, (person) => codesOff(c, kept, person)))
  routes.get(`${one}/remove-access`, manage, (c) =>
    onPerson(c, async (person) => show(c, <SurePage c={c} person={person} what="remove-access" />)),
  )
  routes.post(`${one}/remove-access`, manage, (c) => onPerson(c, (person) => remove(c, kept, person)))
}

const emptyForm = { name: '', email: '', role: '', organisation: '' }
const by = (c: PageContext): string => c.var.person?.id ?? ''

async function onPerson(c: PageContext, then: (person: KnownPerson) => Promise<Response>): Promise<Response> {
  const person = await findPerson(c.var.store.db, c.req.param('id') ?? '')
  return person ? then(person) : notFound(c)
}

async function list(c: PageContext) {
  const search = (c.req.query('search') ?? '').trim().slice(0, 100)
  const page = pageNumber(c.req.query('page'))
  const found = await listPeople(c.var.store.db, search, page)
  return show(c, <ListPage c={c} search={search} page={page} found={found} />)
}

async function showNew(c: PageContext, form: typeof emptyForm, problems: readonly FieldProblem[]) {
  const organisations = await organisationsForRoles(c.var.store.db)
  const page = <NewPersonPage c={c} form={form} organisations={organisations} problems={problems} />
  return show(c, page, problems.length > 0 ? 422 : 200)
}

async function add(c: PageContext, kept: AccessKept) {
  const { db } = c.var.store
  const form = newPersonForm.parse(await c.req.parseBody())
  const codes = new Set((await organisationsForRoles(db)).map(({ code }) => code))
  const role = membershipOf(form, codes)
  const problems = [...nameAndEmailProblems(form), ...('problem' in role ? [role.problem] : [])]
  if (problems.length > 0 || 'problem' in role) return showNew(c, form, problems)
  const person = { name: form.name.trim(), email: form.email.trim(), membership: role.membership }
  const added = await addPerson(db, person, by(c))
  if (added.outcome === 'known') {
    const words =
      'Somebody here has this e-mail address already: find them in the list and give them another role'
    return showNew(c, form, [{ field: 'email', words }])
  }
  kept.forget()
  const known = await findPerson(db, added.person)
  return known ? showLink(c, kept, known) : notFound(c)
}

interface Shown {
  readonly form?: { readonly role: string; readonly organisation: string }
  readonly problems?: readonly FieldProblem[]
}

const doneWords = new Map(
  Object.entries({
    given: 'The role is given.',
    held: 'They have that role already.',
    taken: 'The role is removed.',
    'codes-off': 'Codes are off, and they are signed out everywhere.',
    removed: 'All access is removed, and they are signed out everywhere.',
  }),
)

async function showPerson(c: PageContext, person: KnownPerson, { form, problems = [] }: Shown = {}) {
  const { db } = c.var.store
  const [history, organisations] = await Promise.all([
    accessHistory(db, person.id),
    organisationsForRoles(db),
  ])
  return show(
    c,
    <PersonPage
      c={c}
      person={person}
      history={history}
      organisations={organisations}
      form={form ?? { role: '', organisation: '' }}
      done={doneWords.get(c.req.query('done') ?? '') ?? null}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

const backTo = (c: PageContext, person: KnownPerson, done: string) =>
  c.redirect(`${paths.personOf(person.id)}?done=${done}`, 303)

async function give(c: PageContext, kept: AccessKept, person: KnownPerson) {
  const { db } = c.var.store
  const form = roleForm.parse(await c.req.parseBody())
  const codes = new Set((await organisationsForRoles(db)).map(({ code }) => code))
  const role = membershipOf(form, codes)
  if ('problem' in role) return showPerson(c, person, { form, problems: [role.problem] })
  const outcome = await giveRole(db, person.id, role.membership, by(c))
  kept.forget()
  return backTo(c, person, outcome)
}

const lastAdministrator: FieldProblem = {
  field: 'roles',
  words: 'This is the last administrator who can sign in. Make someone else an administrator first',
}

async function take(c: PageContext, kept: AccessKept, person: KnownPerson) {
  const form = roleForm.parse(await c.req.parseBody())
  const held = person.roles.find(
    (each) => each.role === form.role && (each.organisation ?? '') === form.organisation,
  )
  if (!held) return backTo(c, person, 'taken')
  const organisation = isServiceRole(held.role) ? held.organisation : null
  const isOwnAdministrator = held.role === 'administrator' && person.id === by(c)
  if (isOwnAdministrator && form.sure !== 'yes') {
    return show(c, <SurePage c={c} person={person} what="own-administrator" />)
  }
  const outcome = await takeRole(c.var.store.db, person.id, { role: held.role, organisation }, by(c))
  kept.forget()
  if (outcome === 'last-administrator') return showPerson(c, person, { problems: [lastAdministrator] })
  return isOwnAdministrator ? c.redirect(paths.myWork(), 303) : backTo(c, person, 'taken')
}

async function showLink(c: PageContext, kept: AccessKept, person: KnownPerson) {
  const token = await makeJoinLink(c.var.store.db, person.id, by(c), c.var.now())
  const link = c.var.config.baseUrl + paths.joinAs(token)
  const mailed = kept.mailLink ? await kept.mailLink(person, link) : false
  return show(c, <LinkPage c={c} person={person} link={link} mailed={mailed} />)
}

async function codesOff(c: PageContext, kept: AccessKept, person: KnownPerson) {
  await removeSecondStep(c.var.store.db, person.id, by(c))
  kept.forget()
  return backTo(c, person, 'codes-off')
}

async function remove(c: PageContext, kept: AccessKept, person: KnownPerson) {
  const form = roleForm.parse(await c.req.parseBody())
  if (form.sure !== 'yes') return show(c, <SurePage c={c} person={person} what="remove-access" />)
  const outcome = await removeAccess(c.var.store.db, person.id, by(c))
  kept.forget()
  if (outcome === 'last-administrator') return showPerson(c, person, { problems: [lastAdministrator] })
  return person.id === by(c) ? c.redirect(paths.home(), 303) : backTo(c, person, 'removed')
}
