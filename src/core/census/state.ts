/** What a service's record says about each edition: its answers of both waves as they stand. */
import type { Entry } from '../record/entry.ts'
import { type Standing, standing } from '../record/fold.ts'
import { type CensusAnswer, censusAnswer } from './kinds.ts'
import type { Answers, Wave } from './questionnaire.ts'

type AnswerEntry = Standing<CensusAnswer>

/** One organisation's response in one edition. */
export interface Response {
  readonly edition: string
  /** Each wave's entry that stands, with those that it replaced, oldest first; null: no answer. */
  readonly first: AnswerEntry | null
  readonly followUp: AnswerEntry | null
  /** Of both waves together; an erased entry leaves none. */
  readonly answers: Answers
  /** As they were before any entry that was sent after the edition closed. */
  readonly answersInTime: Answers
  readonly corrections: number
}

/**
 * The responses of a service's record, by edition in the order of the first answer. Where two entries of
 * one wave stand side by side, neither correcting the other, the later one holds and counts as a correction.
 *
 * @param entries the record, in order of position; entries of other kinds are passed over
 */
export function responsesOf(entries: readonly Entry[]): ReadonlyMap<string, Response> {
  const responses = new Map<string, Response>()
  for (const each of standing(entries.filter(isAnswer))) {
    const body = bodyOf(each)
    if (body !== null) responses.set(body.edition, withWave(responses.get(body.edition), body, each))
  }
  return responses
}

function isAnswer(entry: Entry): entry is Entry<CensusAnswer> {
  return entry.kind === censusAnswer.name
}

/** An erased entry still says by those that it replaced which edition and wave it belongs to. */
function bodyOf({ entry, replaced }: AnswerEntry): CensusAnswer | null {
  return entry.body ?? replaced.findLast((each) => each.body !== null)?.body ?? null
}

function withWave(before: Response | undefined, body: CensusAnswer, each: AnswerEntry): Response {
  const earlier = before?.[fieldOf(body.wave)]
  const kept = earlier === null || earlier === undefined ? each : afterAnother(earlier, each)
  const waves = {
    first: before?.first ?? null,
    followUp: before?.followUp ?? null,
    [fieldOf(body.wave)]: kept,
  }
  return {
    edition: body.edition,
    ...waves,
    answers: { ...waves.first?.entry.body?.answers, ...waves.followUp?.entry.body?.answers },
    answersInTime: { ...inTime(waves.first), ...inTime(waves.followUp) },
    corrections: (waves.first?.replaced.length ?? 0) + (waves.followUp?.replaced.length ?? 0),
  }
}

function fieldOf(wave: Wave): 'first' | 'followUp' {
  return wave === 'first' ? 'first' : 'followUp'
}

function afterAnother(earlier: AnswerEntry, later: AnswerEntry): AnswerEntry {
  return { entry: later.entry, replaced: [...earlier.replaced, earlier.entry, ...later.replaced] }
}

function inTime(wave: AnswerEntry | null): Answers {
  if (wave === null) return {}
  const said = [...wave.replaced, wave.entry].filter((entry) => entry.body !== null && !entry.body.late)
  return said.at(-1)?.body?.answers ?? {}
}
