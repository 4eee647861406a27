/** One message: what became of it, and in the demonstration the letter, with its link that works. */

import type { KeptMail, Message } from '#store/mail/message.ts'
import { dateTimeWords } from '../components/dates.ts'
import { MailWaits, mailWaits } from '../components/mail-waits.tsx'
import { occasionWords, purposeWords } from '../components/mail-words.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { State } from './outbox-page.tsx'

interface MessagePageProps {
  readonly c: PageContext
  readonly message: Message
  readonly kept: KeptMail | null
  readonly names: ReadonlyMap<string, string>
  readonly mayRetry: boolean
}

export function MessagePage({ c, message, kept, names, mayRetry }: MessagePageProps) {
  const what = `${purposeWords[message.purpose]}${occasionWords(message.occasion)}`
  return (
    <Page
      c={c}
      title={`${what} to ${message.recipient}`}
      here={paths.outbox()}
      breadcrumbs={[{ text: 'Outbox', href: paths.outbox() }]}
    >
      <h1 className="nhsuk-heading-l fp-wrap">
        {what} to {message.recipient}
      </h1>
      <dl className="nhsuk-summary-list">
        <Row name="State">
          <State message={message} />
        </Row>
        <Row name="Queued">{dateTimeWords(message.queuedAt)}</Row>
        <Row name="Tried last">{message.triedAt ? dateTimeWords(message.triedAt) : 'Not tried yet'}</Row>
        <Row name="Tries">{String(message.attempts)}</Row>
        <Row name="Organisation">
          {message.edition && message.organisation ? (
            <a href={paths.censusOrganisation(message.edition, message.organisation)}>
              {names.get(message.organisation) ?? message.organisation}
            </a>
          ) : message.organisation ? (
            (names.get(message.organisation) ?? message.organisation)
          ) : (
            'Nobody in particular'
          )}
        </Row>
      </dl>
      {message.state === 'queued' || message.state === 'deferred' ? <MailWaits c={c} /> : null}
      {mayRetry && message.state !== 'sent' && !mailWaits(c) ? (
        <form method="post" action={paths.outboxAgain(message.id)}>
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Try again now
          </button>
        </form>
      ) : null}
      {kept ? <Kept kept={kept} baseUrl={c.var.config.baseUrl} /> : null}
    </Page>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{name}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}

/** The letter's text, its link to press. */
function Kept({ kept, baseUrl }: { readonly kept: KeptMail; readonly baseUrl: string }) {
  return (
    <section className="fp-outbox__letter" aria-labelledby="letter">
      <h2 className="nhsuk-heading-m" id="letter">
        {kept.subject}
      </h2>
      {kept.text
        .trim()
        .split('\n\n')
        .map((paragraph) => (
          <p key={paragraph} className="fp-answer__text">
            {paragraph.split('\n').map((line) => (
              <Line key={line} line={line} baseUrl={baseUrl} />
            ))}
          </p>
        ))}
    </section>
  )
}

function Line({ line, baseUrl }: { readonly line: string; readonly baseUrl: string }) {
  if (!line.startsWith(`${baseUrl}/`)) return <span className="fp-answer__line">{line}</span>
  return (
    <span className="fp-answer__line">
      <a className="fp-wrap" href={line.slice(baseUrl.length)}>
        {line}
      </a>
    </span>
  )
}
