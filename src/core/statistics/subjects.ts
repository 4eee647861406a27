/** What every method of survival is asked about: subjects with their times, refused where they cannot be. */

/** Subjects followed until something happened or they were lost to follow-up; one place a subject in each array. */
export interface Followed {
  /** When follow-up ended: finite, from 0 on, in any one unit. Times that differ at all are not tied. */
  readonly time: Float64Array
  /** When follow-up began, before `time`: at risk over (entry, time]. Without it everyone is at risk from the start. */
  readonly entry?: Float64Array | undefined
  /** How many subjects each stands for: finite, from 0 on; one of weight 0 is as if absent. */
  readonly weight?: Float64Array | undefined
}

/** Followed to one event. */
export interface Subjects extends Followed {
  /** 1 where the event happened at `time`, 0 where the subject was censored then. */
  readonly event: Uint8Array
}

/** Followed to the first of several events that rule each other out. */
export interface CompetingSubjects extends Followed {
  /** 0 censored, otherwise the number of the cause, from 1. */
  readonly cause: Uint8Array
}

/** Each subject's group, as a number from 0 to one less than `groups`. */
export interface Grouping {
  readonly group: Uint8Array | Uint16Array | Int32Array
  readonly groups: number
}

/** @throws RangeError naming the first place whose time is not finite or is negative */
export function checkTimes(time: Float64Array): void {
  for (let at = 0; at < time.length; at += 1) {
    const value = time[at] as number
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`time[${at}] is ${value}: a time is finite and not negative`)
  }
}

/** @throws RangeError naming the first place whose code is above `most` */
export function checkCodes(name: string, codes: Grouping['group'], length: number, most: number): void {
  checkLength(name, codes, length)
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] as number
    if (code > most || code < 0)
      throw new RangeError(`${name}[${at}] is ${code}: it is a whole number from 0 to ${most}`)
  }
}

/** @throws RangeError naming the first entry or weight that cannot be */
export function checkFollowed({ time, entry, weight }: Followed): void {
  if (entry) {
    checkLength('entry', entry, time.length)
    for (let at = 0; at < entry.length; at += 1) {
      const value = entry[at] as number
      if (!(value >= 0 && value < (time[at] as number)))
        throw new RangeError(`entry[${at}] is ${value}: it is from 0 to before time[${at}], ${time[at]}`)
    }
  }
  if (weight) {
    checkLength('weight', weight, time.length)
    for (let at = 0; at < weight.length; at += 1) {
      const value = weight[at] as number
      if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
        throw new RangeError(`weight[${at}] is ${value}: a weight is finite and not negative`)
    }
  }
}

/** @throws RangeError naming the first place of times, events, entries or weights that cannot be */
export function checkSubjects(subjects: Subjects): void {
  checkTimes(subjects.time)
  checkCodes('event', subjects.event, subjects.time.length, 1)
  checkFollowed(subjects)
}

function checkLength(name: string, values: { readonly length: number }, length: number): void {
  if (values.length !== length)
    throw new RangeError(`${name} has ${values.length} places where time has ${length}`)
}
