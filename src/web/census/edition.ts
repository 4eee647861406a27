/** The edition that an address names, with its questionnaire; and who acts on it. */

import { type Action, allows } from '#core/access/may.ts'
import type { Questionnaire } from '#core/census/questionnaire.ts'
import { findQuestionnaire } from '#core/census/questionnaires/all.ts'
import { type Author, type Edition, editionById } from '#store/census/edition.ts'
import type { PageContext } from '../environment.ts'

export interface RoomEdition extends Omit<Edition, 'questionnaire'> {
  readonly questionnaire: Questionnaire
}

/** Null when there is no such edition. */
export async function editionNamed(
  c: PageContext,
  id = c.req.param('edition') ?? '',
): Promise<RoomEdition | null> {
  const edition = await editionById(c.var.store.db, id)
  return edition && withQuestionnaire(edition)
}

function withQuestionnaire(edition: Edition): RoomEdition {
  const { id, version } = edition.questionnaire
  const questionnaire = findQuestionnaire(id, version)
  if (!questionnaire) throw new Error(`Edition ${edition.id} uses ${id} ${version}, which is not here`)
  return { ...edition, questionnaire }
}

/** The signed-in person as the author of an entry, in the role that lets them do it. */
export function authorFor(c: PageContext, action: Action): Author {
  const { person } = c.var
  const membership = person?.memberships.find((one) => allows([one], action, one.organisation))
  if (!person || !membership) throw new Error(`a route that needs ${action} has a person who may`)
  return { id: `person:${person.id}`, role: membership.role }
}
