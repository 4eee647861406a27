/** The page of a form in a case: the form, and beside it the case that it belongs to. */

import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { ordinal } from '#core/letter/words.ts'
import type { Entry } from '#core/record/entry.ts'
import { inSentence } from '#core/sentence.ts'
import type { Favourite } from '#store/case/favourite.ts'
import { ClinicalAside, clinicalIslands } from '../components/clinical/aside.tsx'
import { dateTimeWords } from '../components/dates.ts'
import type { FormParts } from '../components/kind-form/field-props.ts'
import { OneField } from '../components/kind-form/fields.tsx'
import { DefaultButton, KindForm } from '../components/kind-form/kind-form.tsx'
import type { Posted } from '../components/kind-form/posted.ts'
import { PatientLine } from '../components/patient-line.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { caseCrumbs } from './crumbs.ts'
import { RecordAside } from './record-aside.tsx'
import { Favourites, SaveFavourite } from './record-favourites.tsx'
import type { AskedWarning, JudgedForm } from './record-judge.ts'
import { Breaches, Overtaken, Warnings } from './record-remarks.tsx'
import { lineOf, type Sitting } from './record-sitting.ts'
import { whenField, whenPath } from './record-when.ts'

export interface RecordPageProps {
  readonly c: PageContext
  readonly sitting: Sitting
  readonly form: string
  readonly action: string
  readonly posted: Posted
  /** The position of the record's head that the writer has seen. */
  readonly seen: number
  readonly favourites: readonly Favourite[]
  readonly problems?: readonly FieldProblem[]
  readonly breaches?: JudgedForm['breaches']
  readonly warnings?: readonly AskedWarning[]
  readonly overtaken?: { readonly since: readonly Entry[]; readonly names: ReadonlyMap<string, string> }
  /** When the draft was kept that the form was filled from. */
  readonly restoredAt?: Date
  /** What was just done to the form, as in 'Filled in from your favourite'. */
  readonly note?: string
}

export function RecordPage(props: RecordPageProps) {
  const {
    c,
    sitting,
    form,
    action,
    posted,
    seen,
    problems = [],
    breaches = [],
    warnings = [],
    overtaken,
  } = props
  const { kind, opened, corrected, facts, person } = sitting
  const parts: FormParts = { posted, problems, facts, techniques: [], action }
  const title = corrected ? `Correct the ${inSentence(kind.title)}` : kind.title
  return (
    <Page
      c={c}
      title={title}
      here={paths.cases()}
      breadcrumbs={caseCrumbs(opened.id)}
      islands={['kind-form', 'record-form', ...clinicalIslands(kind.name)]}
      hasErrors={problems.length > 0}
      wide
    >
      <div className="fp-record">
        <div className="fp-record__who">
          <PatientLine patient={opened.patient} now={c.var.now()} />
        </div>
        <div className="fp-record__form">
          <Problems problems={problems} />
          <h1 className="nhsuk-heading-l">{title}</h1>
          {overtaken ? <Overtaken {...overtaken} caseId={opened.id} /> : null}
          <Notes {...props} />
          {corrected ? <WhatStands sitting={sitting} /> : null}
          <form method="post" action={action} noValidate data-keep={`${person.id}/${form}`}>
            <input type="hidden" name="_seen" value={seen} />
            <DefaultButton />
            <Favourites {...props} />
            <OneField {...parts} field={whenField(kind)} path={whenPath} />
            <KindForm {...parts} kind={kind} without={['breachReason']} />
            <ClinicalAside
              kind={kind.name}
              course={opened.course}
              posted={posted}
              corrects={corrected?.entry}
            />
            <Breaches kind={kind} breaches={breaches} parts={parts} />
            <Warnings warnings={warnings} parts={parts} />
            <div className="fp-actions">
              <Button name="_do" value="send" preventDoubleClick>
                {buttonWords(props)}
              </Button>
              <Button name="_do" value="later" secondary formNoValidate>
                Save and finish later
              </Button>
            </div>
            <p className="fp-quiet" data-kept />
            {corrected ? null : <SaveFavourite problems={problems} />}
          </form>
        </div>
        <RecordAside opened={opened} now={c.var.now()} />
      </div>
    </Page>
  )
}

function buttonWords({ sitting, overtaken }: RecordPageProps): string {
  if (overtaken) return sitting.corrected ? 'Correct all the same' : `${sitting.kind.button} all the same`
  return sitting.corrected ? `Correct the ${inSentence(sitting.kind.title)}` : sitting.kind.button
}

function Notes({ restoredAt, note, action }: RecordPageProps): ReactNode {
  if (!restoredAt && !note) return null
  return (
    <div className="nhsuk-inset-text fp-record__note" role="status">
      {note ? <p>{note}</p> : null}
      {restoredAt ? (
        <form method="post" action={action}>
          <p>This is what you had filled in on {dateTimeWords(restoredAt)}. It is not recorded yet.</p>
          <Button name="_do" value="drop" secondary small>
            Start again
          </Button>
        </form>
      ) : null}
    </div>
  )
}

/** What a correction replaces: it stays in the record, struck through. */
function WhatStands({ sitting: { corrected, opened } }: { readonly sitting: Sitting }) {
  if (!corrected) return null
  const times = corrected.replaced.length
  return (
    <div className="nhsuk-inset-text fp-record__note">
      <p>
        <strong>What stands now:</strong>{' '}
        <a href={paths.caseEntry(opened.id, corrected.entry)}>{lineOf(corrected)}</a>, recorded on{' '}
        {dateTimeWords(corrected.recordedAt)}
        {times > 0 ? `, itself a correction${times > 1 ? ` (the ${ordinal(times)})` : ''}` : ''}.
      </p>
      <p>What you send takes its place. What it replaces stays in the record, struck through.</p>
    </div>
  )
}
