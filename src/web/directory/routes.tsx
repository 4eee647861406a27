/** The directory: organisations, whom to reach there, and contacts from a file. */

import { may, type Routes } from '../route.ts'
import { contactsFile, contactsFilePage } from './contacts-file.tsx'
import { directoryPage } from './directory.tsx'
import { changeContact, organisationPage } from './organisation.tsx'

const manage = may('directory:manage')

export function directoryRoutes({ get, post }: Routes): void {
  get('/directory', manage, directoryPage)
  get('/directory/contacts/import', manage, (c) => contactsFilePage(c))
  post('/directory/contacts/import', manage, contactsFile)
  get('/directory/:code', manage, (c) => organisationPage(c))
  post('/directory/:code/contacts', manage, changeContact)
  post('/directory/:code/contacts/:id', manage, changeContact)
}
