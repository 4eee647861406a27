/** The questionnaire of an edition, for anyone: to read, as a REDCap data dictionary, as a FHIR R4 Questionnaire. */

import { Button } from 'nhsuk-react-components'
import { fhirQuestionnaire } from '#core/census/fhir.ts'
import {
  labelOf,
  optionsOf,
  type Question,
  type Questionnaire,
  questionOf,
  testsOf,
} from '#core/census/questionnaire.ts'
import { redcapDictionary } from '#core/census/redcap.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { editionNamed } from './edition.ts'

export async function questionnairePage(c: PageContext) {
  const name = c.req.param('edition') ?? ''
  const [, id = name, format] = /^(.*?)\.(redcap\.csv|fhir\.json)$/.exec(name) ?? []
  const edition = await editionNamed(c, id)
  if (!edition) return notFound(c)
  const { questionnaire } = edition
  if (format === 'redcap.csv') {
    const dialect = c.req.query('dialect') === 'api' ? 'api' : 'page'
    return c.body(redcapDictionary(questionnaire, dialect), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${edition.id}-redcap-dictionary.csv"`,
    })
  }
  if (format === 'fhir.json') {
    return c.body(JSON.stringify(fhirQuestionnaire(questionnaire, c.var.config.baseUrl), null, 2), 200, {
      'Content-Type': 'application/fhir+json; charset=utf-8',
    })
  }
  const waves = ['first', 'follow-up'] as const
  return show(
    c,
    <Page c={c} title={`Questionnaire of ${edition.title}`} here={paths.figures()}>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{edition.title}</span>
        Questionnaire
      </h1>
      <p>
        {questionnaire.title}, version {questionnaire.version}: {questionnaire.questions.length} questions, of
        which each organisation is asked those on its branch. Source: {questionnaire.source}.
      </p>
      <div className="fp-actions">
        <Button href={paths.questionnaire(edition.id, 'redcap.csv')} secondary small>
          REDCap data dictionary (CSV)
        </Button>
        <Button href={paths.questionnaire(edition.id, 'fhir.json')} secondary small>
          FHIR R4 Questionnaire (JSON)
        </Button>
        <a href={`${paths.questionnaire(edition.id, 'redcap.csv')}?dialect=api`}>
          The dictionary for REDCap’s API
        </a>
      </div>
      {waves.map((wave) => (
        <section key={wave} aria-labelledby={wave}>
          <h2 className="nhsuk-heading-m" id={wave}>
            {wave === 'first' ? 'Asked of every organisation' : 'Follow-up of supportive-only services'}
          </h2>
          <ol className="fp-questionnaire">
            {questionnaire.questions
              .filter((question) => question.wave === wave)
              .map((question) => (
                <QuestionWords key={question.id} questionnaire={questionnaire} question={question} />
              ))}
          </ol>
        </section>
      ))}
    </Page>,
  )
}

const types: Readonly<Record<Question['type'], string>> = {
  'yes-no': 'Yes or no',
  one: 'One of',
  many: 'Any of',
  organisations: 'Organisations of the directory',
  text: 'Text',
}

function QuestionWords({
  questionnaire,
  question,
}: {
  readonly questionnaire: Questionnaire
  readonly question: Question
}) {
  const options = question.type === 'yes-no' ? [] : optionsOf(question)
  return (
    <li>
      <p>
        <strong>{question.asks}</strong>
        {question.required ? '' : ' (optional)'}
      </p>
      {question.hint ? <p className="fp-quiet">{question.hint}</p> : null}
      <p>
        {types[question.type]}
        {options.length > 0 ? ':' : ''}
      </p>
      {options.length > 0 ? (
        <ul>
          {options.map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      ) : null}
      {question.when ? (
        <p className="fp-quiet">Asked when {conditionWords(questionnaire, question)}.</p>
      ) : null}
    </li>
  )
}

function conditionWords(questionnaire: Questionnaire, question: Question): string {
  if (!question.when) return ''
  const { tests, enough } = testsOf(question.when)
  const words = tests.map((test) => {
    const other = questionOf(questionnaire, test.question)
    return other ? `“${other.asks}” is answered “${labelOf(other, test.is)}”` : ''
  })
  return words.join(enough === 'any' ? ', or ' : ', and ')
}
