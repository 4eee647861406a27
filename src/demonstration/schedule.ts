/** When each fictional answer and call comes in, and which of them are incomplete or wrong at first. */
import type { AttemptOutcome, Channel } from '#core/census/kinds.ts'
import {
  type Answers,
  hasFollowUp,
  type Questionnaire,
  questionOf,
  type Wave,
} from '#core/census/questionnaire.ts'
import { shuffled } from './names.ts'
import type { Chance } from './random.ts'

export interface Sending {
  readonly organisation: string
  readonly wave: Wave
  readonly channel: Channel
  readonly at: Date
  readonly answers: Answers
  /** Replaces what the organisation sent in this wave before. */
  readonly correction: boolean
}

export interface Call {
  readonly organisation: string
  readonly at: Date
  readonly outcome: AttemptOutcome
  readonly note: string | null
  readonly nextAt: Date | null
}

const DAY_MS = 24 * 3_600_000
const TELEPHONE_FROM_DAY = 14

/** All answers of an edition that ran its course: most by e-mail in two weeks, the rest by telephone, then the follow-up. */
export function closedSendings(
  luck: Chance,
  questionnaire: Questionnaire,
  responses: ReadonlyMap<string, Answers>,
  openedAt: Date,
): readonly Sending[] {
  const first = [...responses].map(([organisation, answers]): Sending => {
    const days = -Math.log(1 - luck.next()) * 9
    const byMail = days < TELEPHONE_FROM_DAY
    const day = byMail ? days : TELEPHONE_FROM_DAY + luck.next() * 30
    return {
      organisation,
      wave: 'first',
      channel: byMail ? 'web' : 'telephone',
      at: workingTime(luck, openedAt, day),
      answers: ofWave(questionnaire, answers, 'first'),
      correction: false,
    }
  })
  const followUp = [...responses]
    .filter(([, answers]) => hasFollowUp(questionnaire, answers))
    .map(([organisation, answers]): Sending => {
      const at = workingTime(luck, openedAt, 50 + luck.next() * 30)
      const channel = luck.next() < 0.7 ? 'web' : 'telephone'
      return {
        organisation,
        wave: 'follow-up',
        channel,
        at,
        answers: ofWave(questionnaire, answers, 'follow-up'),
        correction: false,
      }
    })
  return inTime([...first, ...followUp])
}

export interface MidFlight {
  readonly sendings: readonly Sending[]
  readonly calls: readonly Call[]
  /** Answers so far of those that began and have not sent. */
  readonly begun: ReadonlyMap<string, Answers>
}

/** Three weeks in: about three in five answered, the telephone wave begun, some answers to be asked about again. */
export function midFlight(
  luck: Chance,
  questionnaire: Questionnaire,
  responses: ReadonlyMap<string, Answers>,
  openedAt: Date,
  now: Date,
): MidFlight {
  const codes = shuffled(luck, [...responses.keys()])
  const answered = codes.slice(0, Math.round(codes.length * 0.6))
  const byTelephone = new Set(answered.slice(-15))
  const waiting = codes.slice(answered.length)
  const first = answered.map((organisation): Sending => {
    const telephone = byTelephone.has(organisation)
    const day = telephone
      ? TELEPHONE_FROM_DAY + luck.next() * 6.6
      : Math.min(20.5, -Math.log(1 - luck.next()) * 6)
    return {
      organisation,
      wave: 'first',
      channel: telephone ? 'telephone' : 'web',
      at: before(now, luck, workingTime(luck, openedAt, day)),
      answers: ofWave(questionnaire, responses.get(organisation) ?? {}, 'first'),
      correction: false,
    }
  })
  const flawed = withFlaws(first, questionnaire)
  const sendings = [
    ...flawed,
    ...corrections(luck, flawed, now),
    ...followUps(luck, questionnaire, flawed, responses, now),
  ]
  return {
    sendings: inTime(sendings),
    calls: [...callsBefore(luck, first), ...callsWaiting(luck, waiting.slice(0, 32), openedAt, now)].toSorted(
      (a, b) => a.at.getTime() - b.at.getTime(),
    ),
    begun: new Map(
      waiting.slice(-7).map((code) => [code, started(questionnaire, responses.get(code) ?? {})]),
    ),
  }
}

function inTime(sendings: readonly Sending[]): readonly Sending[] {
  return sendings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** In working hours of that day, Monday to Friday. */
function workingTime(luck: Chance, from: Date, day: number): Date {
  const midnight = Math.floor((from.getTime() + day * DAY_MS) / DAY_MS) * DAY_MS
  const weekday = new Date(midnight).getUTCDay()
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0
  const at = midnight + shift * DAY_MS + (8.5 + luck.next() * 9) * 3_600_000
  return new Date(Math.max(at, from.getTime() + 60_000 * (2 + luck.whole(240))))
}

function before(now: Date, luck: Chance, at: Date): Date {
  const latest = now.getTime() - (5 + luck.whole(36 * 60)) * 60_000
  return at.getTime() < latest ? at : new Date(latest)
}

function ofWave(questionnaire: Questionnaire, answers: Answers, wave: Wave): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => questionOf(questionnaire, id)?.wave === wave),
  )
}

/** Three answers leave something out, and two contradict themselves: what the lead's lists are for. */
function withFlaws(sendings: readonly Sending[], { questions }: Questionnaire): readonly Sending[] {
  const offering = sendings
    .filter(({ answers }) => answers.kinds === 'supportive-only')
    .map(({ organisation }) => organisation)
  const without = sendings
    .filter(({ answers }) => answers.ioOffered === 'no')
    .map(({ organisation }) => organisation)
  const incomplete = new Set(offering.slice(0, 3))
  const contradictory = new Set(without.slice(0, 2))
  const some = questions.find(({ id }) => id === 'supportiveProcedures')?.options?.slice(0, 3) ?? []
  return sendings.map((sending) => {
    if (incomplete.has(sending.organisation)) {
      const { cover: _, barriers: __, ...answers } = sending.answers
      return { ...sending, answers }
    }
    if (!contradictory.has(sending.organisation)) return sending
    return {
      ...sending,
      answers: { ...sending.answers, supportiveProcedures: some.map(({ value }) => value) },
    }
  })
}

function corrections(luck: Chance, sendings: readonly Sending[], now: Date): readonly Sending[] {
  return sendings
    .filter(({ answers, at }) => answers.kinds === 'both' && now.getTime() - at.getTime() > 3 * DAY_MS)
    .slice(0, 2)
    .map((sending) => ({
      ...sending,
      channel: 'web',
      at: new Date(sending.at.getTime() + (0.1 + luck.next()) * DAY_MS),
      answers: { ...sending.answers, ioLead: sending.answers.ioLead === 'yes' ? 'no' : 'yes' },
      correction: true,
    }))
}

function followUps(
  luck: Chance,
  questionnaire: Questionnaire,
  sendings: readonly Sending[],
  responses: ReadonlyMap<string, Answers>,
  now: Date,
): readonly Sending[] {
  return sendings
    .filter(
      ({ answers, at }) => hasFollowUp(questionnaire, answers) && now.getTime() - at.getTime() > 5 * DAY_MS,
    )
    .slice(3, 12)
    .map(({ organisation, at }) => ({
      organisation,
      wave: 'follow-up',
      channel: 'web',
      at: before(now, luck, new Date(at.getTime() + (2 + luck.next() * 3) * DAY_MS)),
      answers: ofWave(questionnaire, responses.get(organisation) ?? {}, 'follow-up'),
      correction: false,
    }))
}

/** Whoever answered by telephone was rung: at that moment, and some of them before. */
function callsBefore(luck: Chance, sendings: readonly Sending[]): readonly Call[] {
  return sendings
    .filter(({ channel }) => channel === 'telephone')
    .flatMap(({ organisation, at }): Call[] => {
      const taken: Call = {
        organisation,
        at: new Date(at.getTime() - 9 * 60_000),
        outcome: 'answered',
        note: null,
        nextAt: null,
      }
      if (luck.next() < 0.5) return [taken]
      const earlier = new Date(at.getTime() - (2 + luck.next() * 20) * 3_600_000)
      return [
        { organisation, at: earlier, outcome: 'call-back', note: 'In clinic this morning', nextAt: at },
        taken,
      ]
    })
}

const NOTES: Readonly<Partial<Record<AttemptOutcome, string>>> = {
  'call-back': 'Asked to be rung when the list is finished',
  'message-left': 'Left with the department’s secretary',
  'wrong-number': 'The number reaches another department',
  declined: 'Wants to ask the head of department first',
}

function callsWaiting(luck: Chance, codes: readonly string[], openedAt: Date, now: Date): readonly Call[] {
  const outcomes: readonly AttemptOutcome[] = [
    'no-reply',
    'no-reply',
    'message-left',
    'call-back',
    'will-answer-online',
    'engaged',
    'wrong-number',
  ]
  return codes.flatMap((organisation, at): Call[] => {
    const outcome: AttemptOutcome = at === 0 ? 'declined' : luck.pick(outcomes)
    const called = before(now, luck, workingTime(luck, openedAt, TELEPHONE_FROM_DAY + luck.next() * 6.5))
    const again = outcome === 'call-back' || outcome === 'message-left' || outcome === 'will-answer-online'
    const nextAt = again ? new Date(now.getTime() + (luck.next() * 4 - 1) * DAY_MS) : null
    return [{ organisation, at: called, outcome, note: NOTES[outcome] ?? null, nextAt }]
  })
}

function started({ questions }: Questionnaire, answers: Answers): Answers {
  const given = questions.filter(({ id, wave }) => wave === 'first' && answers[id] !== undefined).slice(0, 3)
  return Object.fromEntries(given.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}
