import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyOf, roomSite } from './support.ts'

const site = await roomSite()

describe('the directory', () => {
  it('lists who can be reached', async () => {
    assert.match(await site.page('/directory'), /6 organisations\./)
    assert.match(await site.page('/directory?contacts=none'), /Hospitals RA6/)
    assert.match(await site.page('/directory?search=RA3'), /1 organisation\./)
    assert.match(await site.page('/directory?search=%25&page=999'), /No organisation is like that/)
  })

  it('adds a contact once, and says what is wrong with one', async () => {
    const wrong = await site.post(
      '/directory/RA6/contacts',
      { name: '', role: 'head-of-department', email: 'nobody' },
      site.lead,
    )
    const html = await wrong.text()
    assert.equal(wrong.status, 422)
    assert.match(html, /Enter a name/)
    assert.match(html, /“nobody” is not an e-mail address/)
    const form = {
      once: keyOf(await site.page('/directory/RA6'), '/directory/RA6/contacts'),
      name: 'A Person',
      role: 'head-of-department',
      email: '',
      telephone: '01632 960111',
    }
    await Promise.all([1, 2, 3].map(() => site.post('/directory/RA6/contacts', form, site.lead)))
    const contacts = await site.store.db
      .selectFrom('census_contact')
      .select('name')
      .where('organisation', '=', 'RA6')
      .execute()
    assert.deepEqual(contacts, [{ name: 'A Person' }])
  })

  it('refuses an address that the organisation has, and changes to contacts of others', async () => {
    const taken = { name: 'Twin', role: 'head-of-department', email: 'RA1@example.org' }
    assert.match(
      await (await site.post('/directory/RA1/contacts', taken, site.lead)).text(),
      /has that address/,
    )
    const { id } = await site.store.db
      .selectFrom('census_contact')
      .select('id')
      .where('organisation', '=', 'RA1')
      .executeTakeFirstOrThrow()
    assert.equal((await site.post(`/directory/RA2/contacts/${id}`, { do: 'retire' }, site.lead)).status, 404)
    assert.equal(
      (await site.post('/directory/RA2/contacts/nonsense', { do: 'retire' }, site.lead)).status,
      404,
    )
    await site.post(`/directory/RA1/contacts/${id}`, { do: 'bounced' }, site.lead)
    assert.match(await site.page('/directory/RA1'), /Sends mail back since/)
    await site.post(`/directory/RA1/contacts/${id}`, { do: 'retire' }, site.lead)
    assert.match(await site.page('/directory/RA1'), /No contact is known/)
  })

  const sendFile = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'contacts.csv'))
    return fetch(new URL('/directory/contacts/import', site.baseUrl), {
      method: 'POST',
      headers: { cookie: site.lead, origin: site.baseUrl },
      body: form,
    })
  }

  it('shows each bad row of a file of contacts by its line', async () => {
    const html = await (
      await sendFile('organisation,name,role,email\r\nRA2,B,head-of-department,b@example.org\r\nRZ,C,chief,c')
    ).text()
    assert.match(html, /1 of 2 rows cannot be added/)
    assert.match(html, /no organisation with the code RZ/)
    assert.match(html, /“chief” is not a role/)
    assert.match(await (await sendFile('a,b\r\n1,2')).text(), /has no column “organisation”/)
  })

  it('reads the headings that spreadsheets have, and a role by how its words begin', async () => {
    const rows =
      'ODS code,Name,Role,E-mail address,Phone\r\nRA2,B,Head of department,b@example.org,020 7946 0001'
    const html = await (await sendFile(rows)).text()
    assert.match(html, /Add 1 contact/)
    assert.match(html, /head-of-department.*020 7946 0001/)
    const unclear = await sendFile('code,name,role,phone\r\nRA2,B,Consultant,020 7946 0001')
    assert.match(await unclear.text(), /“Consultant” is not a role/)
  })

  it('adds what was shown, once', async () => {
    const html = await (
      await sendFile('organisation,name,role,email\r\nRA2,B,head-of-department,b@example.org')
    ).text()
    assert.match(html, /Add 1 contact/)
    const contacts = /name="contacts" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const form = { contacts, once: keyOf(html, '/directory/contacts/import') }
    await Promise.all([1, 2].map(() => site.post('/directory/contacts/import', form, site.lead)))
    assert.match(await site.page('/directory/RA2'), /b@example.org/)
    const forged = await site.post(
      '/directory/contacts/import',
      { contacts: '[{"organisation":"RA2"}]' },
      site.lead,
    )
    assert.equal(forged.status, 422)
  })

  it('lets whoever may verify the record do so on a page', async () => {
    assert.match(await site.page('/integrity'), /None can be changed or removed/)
    const both = await Promise.all([1, 2].map(() => site.post('/integrity', {}, site.lead)))
    for (const response of both) assert.match(await response.text(), /Every chain and every seal holds/)
    assert.equal((await site.get('/integrity', await site.signInAs('commissioner'))).status, 403)
  })
})
