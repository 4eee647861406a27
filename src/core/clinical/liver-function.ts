/** Liver function of a work-up: Child-Pugh, ALBI, MELD and MELD-Na, each as a line that can be read out. */

import { albi } from './albi.ts'
import { type AlbuminCutOff, type ChildPughInputs, childPugh } from './child-pugh.ts'
import type { NotComputable } from './computable.ts'
import { type MeldInputs, meld, meldNa } from './meld.ts'
import { type ReadNumber, type Typed, typedChoice, typedNumber, typedYesNo } from './typed.ts'

/** The fields of a work-up that it needs: µmol/L, g/L, mmol/L. */
export interface LiverInputs extends ChildPughInputs, MeldInputs {
  readonly sodium?: number | undefined
  readonly childPughAlbuminCutOff?: AlbuminCutOff | undefined
}

export interface LiverLine {
  readonly name: 'child-pugh' | 'albi' | 'meld' | 'meld-na'
  readonly title: string
  /** The result, or why there is none. */
  readonly words: string
  readonly computable: boolean
  /** Which cut-off or convention was used, where there is more than one. */
  readonly detail: string
}

/** The four scores of a work-up, always in this order, each with its result or with what is missing. */
export function liverFunction(inputs: LiverInputs): readonly LiverLine[] {
  return [childPughLine(inputs), albiLine(inputs), meldLine(inputs), meldNaLine(inputs)]
}

/** Whether anything was recorded that these scores need. */
export function hasLiverInputs(inputs: LiverInputs): boolean {
  const { bilirubin, albumin, inr, creatinine, sodium, ascites, encephalopathy } = inputs
  return [bilirubin, albumin, inr, creatinine, sodium, ascites, encephalopathy].some(
    (value) => value !== undefined,
  )
}

/** The same inputs, from the fields of a form while it is filled in; `read` as the form reads its numbers. */
export function typedLiverInputs(typed: Typed, read: ReadNumber = typedNumber): LiverInputs {
  return {
    bilirubin: read(typed.bilirubin, 'µmol/L'),
    albumin: read(typed.albumin, 'g/L'),
    inr: read(typed.inr),
    creatinine: read(typed.creatinine, 'µmol/L'),
    sodium: read(typed.sodium, 'mmol/L'),
    dialysed: typedYesNo(typed.dialysed),
    ascites: typedChoice(typed.ascites, ['none', 'controlled', 'refractory']),
    encephalopathy: typedChoice(typed.encephalopathy, ['none', '1-2', '3-4']),
    childPughAlbuminCutOff: typedChoice(typed.childPughAlbuminCutOff, ['28', '30']),
  }
}

function childPughLine(inputs: LiverInputs): LiverLine {
  const name = { name: 'child-pugh', title: 'Child-Pugh' } as const
  const result = childPugh(inputs, inputs.childPughAlbuminCutOff)
  if (!result.computable) return without(name, result)
  const { byOtherCutOff: other, cutOff } = result
  const chosen = inputs.childPughAlbuminCutOff ? '' : ', as none was chosen'
  const otherwise = other
    ? `; by ${cutOff === '28' ? '30' : '28'} g/L it is ${other.class}, ${other.points} points`
    : ''
  return {
    ...name,
    computable: true,
    words: `${result.class}, ${result.points} points`,
    detail: `Lower albumin cut-off ${cutOff} g/L${chosen}${otherwise}`,
  }
}

function albiLine(inputs: LiverInputs): LiverLine {
  const name = { name: 'albi', title: 'ALBI' } as const
  const result = albi(inputs)
  if (!result.computable) return without(name, result)
  return {
    ...name,
    computable: true,
    words: `Grade ${result.grade}, ${minus(result.score.toFixed(2))}`,
    detail: '',
  }
}

function meldLine(inputs: LiverInputs): LiverLine {
  const name = { name: 'meld', title: 'MELD' } as const
  const result = meld(inputs)
  if (!result.computable) return without(name, result)
  return {
    ...name,
    computable: true,
    words: String(result.score),
    detail: inputs.dialysed ? 'Dialysed twice in the last week: creatinine counts as 4.0 mg/dL' : '',
  }
}

function meldNaLine(inputs: LiverInputs): LiverLine {
  const name = { name: 'meld-na', title: 'MELD-Na' } as const
  const result = meldNa(inputs)
  if (!result.computable) return without(name, result)
  const leftOut = result.meld <= 11 && (inputs.sodium ?? 137) < 137
  return {
    ...name,
    computable: true,
    words: String(result.score),
    detail: leftOut ? 'Sodium counts only above MELD 11 (OPTN policy of 2016)' : '',
  }
}

function without(name: Pick<LiverLine, 'name' | 'title'>, result: NotComputable): LiverLine {
  return { ...name, computable: false, words: result.words, detail: '' }
}

function minus(text: string): string {
  return text.replace('-', '−')
}
