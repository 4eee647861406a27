/** Which procedure, and which service takes the patient for it. */

import { Button, Radios, Select, Textarea } from 'nhsuk-react-components'
import { PROCEDURES, procedureById } from '#core/catalogue/procedures.ts'
import type { Offer } from '#core/network/offers.ts'
import { keepDraft } from '#store/referral/draft.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type OpenDraft, onDraft, Step } from './draft-page.tsx'
import { offersOf } from './offers.ts'

/** What others offer without a referral pathway is folded away after this many. */
const shownAtOnce = 6

export function serviceStep(c: PageContext) {
  return onDraft(c, (open) => showStep(c, open, { procedure: open.draft.procedure ?? '' }, []))
}

async function showStep(c: PageContext, open: OpenDraft, fields: Fields, problems: readonly FieldProblem[]) {
  const { draft } = open
  const known = fields.procedure && procedureById(fields.procedure) ? fields.procedure : null
  const offers = known ? await offersOf(c, draft.organisation, known) : null
  const shown = draft.onwardOf ? offers?.filter(({ by }) => by !== 'own-service') : offers
  return show(
    c,
    <Step
      c={c}
      {...open}
      title="Which service?"
      backHref={draft.onwardOf ? paths.referral(draft.onwardOf) : paths.refer()}
      problems={problems}
    >
      <form
        method="post"
        action={paths.referPart(draft.id, 'service')}
        noValidate
        className="nhsuk-u-reading-width"
      >
        <Select
          label="Procedure asked for"
          labelProps={{ size: 's' }}
          {...inputOf(fields, problems, 'procedure')}
        >
          <Select.Option value="">Choose</Select.Option>
          {PROCEDURES.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <Button name="do" value="show" secondary={shown !== null && shown !== undefined}>
          Show services
        </Button>
        {/* Of which procedure the services below are. */}
        <input type="hidden" name="shown" value={known ?? ''} />
        {shown ? <Services offers={shown} fields={fields} draft={open.draft} problems={problems} /> : null}
      </form>
    </Step>,
    problems.length > 0 ? 422 : 200,
  )
}

interface ServicesProps {
  readonly offers: readonly Offer[]
  readonly fields: Fields
  readonly draft: OpenDraft['draft']
  readonly problems: readonly FieldProblem[]
}

function Services({ offers, fields, draft, problems }: ServicesProps) {
  if (offers.length === 0) {
    return (
      <p>
        No service says that it offers this, and there is no referral pathway for it. Your IO lead can agree
        one and add it to your service.
      </p>
    )
  }
  const chosen = fields.treating ?? draft.treating ?? offers[0]?.code
  const near = offers.filter(
    ({ by }, index) => by === 'own-service' || by === 'referral-pathway' || index < shownAtOnce,
  )
  const far = offers.filter((offer) => !near.includes(offer))
  const item = (offer: Offer, index: number) => (
    <Radios.Item
      key={offer.code}
      id={index === 0 ? 'treating' : `treating-${offer.code}`}
      value={offer.code}
      hint={hintOf(offer)}
      defaultChecked={chosen === offer.code}
    >
      {offer.name}
    </Radios.Item>
  )
  return (
    <>
      <Radios
        name="treating"
        legend="Refer to"
        legendProps={{ size: 's' }}
        {...errorFor(problems, 'treating')}
      >
        {near.map(item)}
      </Radios>
      {offers.every(({ by }) => by === 'own-service') ? (
        <p>
          No other service says in the census that it offers this, none answers referrals here, and there is
          no referral pathway for it. Your IO lead can agree one and add it to your service.
        </p>
      ) : null}
      {far.length > 0 ? (
        <details className="nhsuk-details" open={far.some(({ code }) => code === chosen)}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{far.length} more, farther away</span>
          </summary>
          <div className="nhsuk-details__text">
            <Radios
              name="treating"
              legend="Refer to, farther away"
              legendProps={{ className: 'nhsuk-u-visually-hidden' }}
              small
            >
              {far.map((offer) => item(offer, 1))}
            </Radios>
          </div>
        </details>
      ) : null}
      {draft.onwardOf ? (
        <Textarea
          id="reason"
          name="reason"
          label="Why is the patient referred onward?"
          labelProps={{ size: 's' }}
          rows={3}
          defaultValue={fields.reason ?? draft.reason ?? ''}
          {...errorFor(problems, 'reason')}
        />
      ) : null}
      <Button name="do" value="continue" preventDoubleClick>
        Continue
      </Button>
    </>
  )
}

function hintOf({ by, through, offers, distanceKm }: Offer): string {
  const away = `${Math.round(distanceKm)} km away in a straight line`
  if (by === 'own-service') {
    if (offers === true) return 'Your own service'
    return offers === false
      ? 'Your own service; in the census it did not say that it offers this'
      : 'Your own service'
  }
  if (by === 'referral-pathway') return `By your referral pathway, through ${through}; ${away}`
  if (by === 'answers-here')
    return `Answers referrals here; the census does not say what it offers; no referral pathway from you; ${away}`
  return `Says in the census that it offers this; no referral pathway from you; ${away}`
}

export async function chooseService(c: PageContext) {
  const fields = await fieldsOf(c)
  return onDraft(c, async (open, db) => {
    const { draft } = open
    const { procedure = '', treating = '', shown = '', reason = '' } = fields
    if (!procedureById(procedure))
      return showStep(c, open, fields, [{ field: 'procedure', words: 'Select the procedure asked for' }])
    // Another procedure was chosen, or the services were asked for: show those of this one.
    if (fields.do !== 'continue' || shown !== procedure)
      return showStep(c, open, { ...fields, treating: '' }, [])
    const offers = await offersOf(c, draft.organisation, procedure)
    const offer = offers.find(({ code }) => code === treating)
    const problems: FieldProblem[] = []
    if (!offer || (draft.onwardOf && offer.by === 'own-service'))
      problems.push({ field: 'treating', words: 'Select the service to refer to' })
    if (draft.onwardOf && reason.trim() === '')
      problems.push({ field: 'reason', words: 'Enter why the patient is referred onward' })
    if (reason.length > 2000)
      problems.push({ field: 'reason', words: 'The reason has to be 2,000 characters or fewer' })
    if (problems.length > 0 || !offer) return showStep(c, open, fields, problems)
    await keepDraft(db, draft.id, c.var.person?.id ?? '', {
      procedure,
      treating: offer.code,
      pathway: offer.pathway,
      reason: reason.trim() || null,
    })
    return c.redirect(paths.referPart(draft.id, 'form'), 303)
  })
}
