/** The map of an answer: what is there, what is proposed, and whom it brings nearer. */

import type { Answer } from '#core/network/proposal/answer.ts'
import { type Question, questionWords } from '#core/network/proposal/question.ts'
import { paths } from '../paths.ts'
import { ChangeKey } from './what-if-key.tsx'
import { ChangeMap } from './what-if-map.tsx'
import { tintOf } from './what-if-marks.ts'

export function AnswerMap({ question, answer }: { readonly question: Question; readonly answer: Answer }) {
  const sites = answer.sites.map((site) => ({ ...site, href: hrefOf(question, site) }))
  return (
    <div className="fp-map-page fp-proposal-map">
      <div className="fp-map-page__side">
        <ChangeKey roles={sites.map(({ role }) => role)} tinted={sites.map(({ saves }) => tintOf(saves))} />
      </div>
      <ChangeMap
        title="Map of the United Kingdom: the answer"
        description={`${questionWords(question)} ${answer.sentence} The tables below the map say the same.`}
        sites={sites}
        pathways={answer.pathways}
        listHref="#method"
      />
    </div>
  )
}

/** A gap leads to who could take its patients, every other service to its page. */
function hrefOf({ procedure }: Question, { code, role }: Answer['sites'][number]): string {
  return role === 'gap' ? paths.networkRecipients({ procedure, service: code }) : paths.service(code)
}
