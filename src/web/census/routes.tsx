/** The census room: editions, response, organisations, telephone, import, tables, comparison, exports. */

import { anyone, may, type Routes } from '../route.ts'
import { callPage } from './call.tsx'
import { attempt, claim, interview, release } from './call-actions.tsx'
import { chooseComparison, comparePage } from './compare.tsx'
import { dryRunPage, importNow, remap } from './dry-run.tsx'
import { editionsPage } from './editions.tsx'
import { exportPage } from './export.tsx'
import { importPage, upload } from './import.tsx'
import { correct, correctionPage } from './late-correction.tsx'
import { makeNewEdition, newEditionPage } from './new-edition.tsx'
import { close, closingPage, open, openingPage, reopen, reopeningPage } from './opening.tsx'
import { organisationPage } from './organisation.tsx'
import {
  changeContact,
  issueLinksAgain,
  keepNote,
  revoke,
  settle,
  writeMessage,
} from './organisation-changes.tsx'
import { organisationsPage } from './organisations.tsx'
import { questionnairePage } from './questionnaire.tsx'
import { roomPage } from './room.tsx'
import { roundPage, sendRound } from './rounds.tsx'
import { tables } from './tables.tsx'
import { telephonePage } from './telephone.tsx'

const see = may('census:see')
const lead = may('census:lead')
const ring = may('census:telephone')

export function censusRoutes(routes: Routes): void {
  const { get, post } = routes
  get('/census', see, editionsPage)
  get('/census/new', lead, (c) => newEditionPage(c))
  post('/census/new', lead, makeNewEdition)
  get('/census/:edition', see, roomPage)
  get('/questionnaires/:edition', anyone, questionnairePage)

  get('/census/:edition/open', lead, openingPage)
  post('/census/:edition/open', lead, open)
  for (const step of ['invite', 'remind', 'follow-up']) {
    get(`/census/:edition/${step}`, lead, roundPage)
    post(`/census/:edition/${step}`, lead, sendRound)
  }
  get('/census/:edition/close', lead, closingPage)
  post('/census/:edition/close', lead, close)
  get('/census/:edition/reopen', lead, (c) => reopeningPage(c))
  post('/census/:edition/reopen', lead, reopen)

  get('/census/:edition/organisations', see, organisationsPage)
  const own = '/census/:edition/organisations/:code'
  get(own, see, (c) => organisationPage(c))
  post(`${own}/contacts`, lead, changeContact)
  post(`${own}/contacts/:id`, lead, changeContact)
  post(`${own}/links`, lead, issueLinksAgain)
  post(`${own}/links/:id`, lead, revoke)
  post(`${own}/notes`, ring, keepNote)
  post(`${own}/messages`, lead, writeMessage)
  post(`${own}/messages/:id`, lead, settle)
  get(`${own}/correct`, lead, (c) => correctionPage(c))
  post(`${own}/correct`, lead, correct)

  get('/census/:edition/telephone', ring, telephonePage)
  const call = '/census/:edition/telephone/:code'
  get(call, ring, (c) => callPage(c))
  post(`${call}/claim`, ring, claim)
  post(`${call}/release`, ring, release)
  post(`${call}/attempt`, ring, attempt)
  post(`${call}/interview`, ring, interview)

  get('/census/:edition/import', lead, (c) => importPage(c))
  post('/census/:edition/import', lead, upload)
  get('/census/:edition/import/:upload', lead, (c) => dryRunPage(c))
  post('/census/:edition/import/:upload/mapping', lead, remap)
  post('/census/:edition/import/:upload/import', lead, importNow)

  get('/census/:edition/tables', see, tables)
  get('/census/:edition/compare', see, chooseComparison)
  get('/census/:edition/compare/:other', see, comparePage)
  get('/census/:edition/export', lead, exportPage)
}
