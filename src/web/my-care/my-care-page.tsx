/** A patient's own page: where I am, what comes next, what I was given to read, what to keep to, whom to ring. */

import { Button } from 'nhsuk-react-components'
import type { Coming } from '#core/patient-page/coming.ts'
import type { LeafletToRead } from '#core/patient-page/leaflets-to-read.ts'
import type { PatientPage, Step } from '#core/patient-page/patient-page.ts'
import type { ReadableLeaflet } from '#store/patient-page/read.ts'
import { dateWords, timeWords } from '../components/dates.ts'
import { Done } from '../components/done.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { Answers } from './own-answers.tsx'
import { visitOf } from './visit.ts'

const doneWords = new Map([['noted', 'Your question is noted. Your team sees it before the clinic.']])

export async function myCarePage(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const { page, leaflets, toRead, service } = visit
  return show(
    c,
    <Page c={c} title="Your care" focused>
      <div className="fp-my-care fp-reading">
        <Done c={c} words={doneWords} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{service}</span>
          Your care
        </h1>
        <p className="nhsuk-lede-text">{page.now}</p>
        {page.precautions ? <Precautions page={page} /> : null}
        <Call page={page} />
        <Steps steps={page.steps} />
        <Next coming={page.coming} />
        <Leaflets leaflets={leaflets} toRead={toRead} />
        <Questions page={page} />
        <How page={page} />
        <Answers answers={page.answers} />
        <form className="fp-screen-only" method="post" action={paths.myCarePart('leave')}>
          <Button secondary>Close my page</Button>
        </form>
      </div>
    </Page>,
  )
}

function Precautions({ page: { precautions } }: { readonly page: PatientPage }) {
  if (!precautions) return null
  const { until, isOver } = precautions
  return (
    <section className="nhsuk-warning-callout" aria-labelledby="precautions">
      <h2 className="nhsuk-warning-callout__label" id="precautions">
        Radiation: what to keep to
      </h2>
      <p>
        {isOver && until
          ? `The precautions ended on ${dateWords(until)}. You need not keep to them any more.`
          : until
            ? `Keep to the precautions in your leaflet until the end of ${dateWords(until)}.`
            : 'Keep to the precautions in your leaflet. Until when is not recorded: ask your team.'}
      </p>
      <p>
        <a href={paths.myCarePart('radiation-card')}>Your radiation card</a>: show it to every doctor, nurse
        or dentist who treats you.
      </p>
    </section>
  )
}

function Call({ page: { contact } }: { readonly page: PatientPage }) {
  return (
    <section aria-labelledby="call">
      <h2 className="nhsuk-heading-m" id="call">
        Who to call
      </h2>
      {contact ? (
        <ul>
          <li>
            {contact.department}: <Telephone number={contact.telephone} />
          </li>
          {contact.outOfHours ? (
            <li>
              At night and at weekends: <Telephone number={contact.outOfHours} />
            </li>
          ) : null}
        </ul>
      ) : (
        <p>Ring the number on your letter or your leaflet.</p>
      )}
      <p>
        In an emergency call <strong>999</strong>. If you feel unwell and cannot reach your team, call{' '}
        <strong>111</strong>. Your leaflet says what to look out for.
      </p>
    </section>
  )
}

/** To be pressed. An extension or a bleep is asked for by whoever answers: it is not dialled. */
function Telephone({ number }: { readonly number: string }) {
  const dialled = number.replace(/(?:ext\.?|x|bleep) ?\d+$/i, '').replace(/[^\d+]/g, '')
  return <a href={`tel:${dialled}`}>{number}</a>
}

const stateWords = { done: 'Done', now: 'You are here', later: 'Later' } as const

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <section aria-labelledby="steps">
      <h2 className="nhsuk-heading-m" id="steps">
        Where you are
      </h2>
      <ol className="fp-my-care__steps">
        {steps
          .filter(({ stage, state }) => stage !== 'closed' || state === 'now')
          .map(({ stage, title, state }) => (
            <li
              key={stage}
              className={`fp-my-care__step fp-my-care__step--${state}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              {title} <span className="fp-my-care__state">{stateWords[state]}</span>
            </li>
          ))}
      </ol>
    </section>
  )
}

function Next({ coming }: { readonly coming: readonly Coming[] }) {
  return (
    <section aria-labelledby="next">
      <h2 className="nhsuk-heading-m" id="next">
        What comes next
      </h2>
      {coming.length === 0 ? (
        <p>No date is set yet. Your team will tell you.</p>
      ) : (
        <>
          <dl className="nhsuk-summary-list">
            {coming.map((each) => (
              <div className="nhsuk-summary-list__row" key={each.id}>
                <dt className="nhsuk-summary-list__key">{whenWords(each)}</dt>
                <dd className="nhsuk-summary-list__value">
                  {each.what}
                  {each.by ? <span className="fp-my-care__state">Who sees to it: {each.by}</span> : null}
                </dd>
              </div>
            ))}
          </dl>
          <p className="fp-screen-only">
            <a href={paths.myCarePart('dates.ics')}>Put these dates into my calendar</a>
          </p>
        </>
      )}
    </section>
  )
}

export function whenWords({ from, to, at }: Coming): string {
  if (at) return `${dateWords(at)}, ${timeWords(at)}`
  return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`
}

interface LeafletsProps {
  readonly leaflets: readonly ReadableLeaflet[]
  readonly toRead: readonly LeafletToRead[]
}

function Leaflets({ leaflets, toRead }: LeafletsProps) {
  return (
    <section aria-labelledby="leaflets">
      <h2 className="nhsuk-heading-m" id="leaflets">
        Your leaflets
      </h2>
      {leaflets.length === 0 ? (
        <p>
          It is not recorded that you were given one.
          {toRead.length === 0 ? (
            <>
              {' '}
              You can <a href={paths.treatments()}>read about treatments</a>.
            </>
          ) : null}
        </p>
      ) : (
        <ul>
          {leaflets.map((leaflet) => (
            <li key={`${leaflet.procedure} ${leaflet.version}`}>
              {leaflet.entry ? (
                <a href={paths.leafletVersion(leaflet.procedure, leaflet.entry)}>{leaflet.title}</a>
              ) : (
                leaflet.title
              )}
              , version {leaflet.version}, given on {dateWords(leaflet.on)}
              {leaflet.entry ? '' : ' on paper'}
            </li>
          ))}
        </ul>
      )}
      {toRead.length === 0 ? null : (
        <>
          <p>These are for everybody. Your team tells you what holds for you.</p>
          <ul>
            {toRead.map(({ procedure, what, isPlanned }) => (
              <li key={procedure}>
                <a href={paths.leaflet(procedure)}>{what}</a>
                {isPlanned ? ', which is planned' : ', which was done'}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Questions({ page: { questions } }: { readonly page: PatientPage }) {
  return (
    <section aria-labelledby="questions">
      <h2 className="nhsuk-heading-m" id="questions">
        Your questions
      </h2>
      {questions.length > 0 ? (
        <ul>
          {questions.map(({ entry, asks, notedOn, answer }) => (
            <li key={entry}>
              {asks}{' '}
              <span className="fp-quiet">
                {answer === null
                  ? `noted on ${dateWords(notedOn)}`
                  : answer === ''
                    ? 'talked about'
                    : `answer: ${answer}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>Note what you want to ask, so that you do not forget it in the clinic.</p>
      )}
      <p className="fp-screen-only">
        <a className="nhsuk-button nhsuk-button--secondary" href={paths.myCarePart('question')}>
          Note a question
        </a>
      </p>
    </section>
  )
}

function How({ page: { treated, feedbackAbout } }: { readonly page: PatientPage }) {
  if (treated.length === 0) return null
  return (
    <section aria-labelledby="how">
      <h2 className="nhsuk-heading-m" id="how">
        What was done, and how it went
      </h2>
      <ul>
        {treated.map(({ what, on }) => (
          <li key={`${what} ${on}`}>
            {what}, on {dateWords(on)}
          </li>
        ))}
      </ul>
      {feedbackAbout ? (
        <form className="fp-screen-only" method="post" action={paths.myCarePart('feedback')}>
          <Button>Tell us how it was for you</Button>
        </form>
      ) : (
        <p>Thank you for telling us how it was.</p>
      )}
    </section>
  )
}
