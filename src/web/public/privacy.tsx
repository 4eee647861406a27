/** What is kept about whom, and which cookies are set. */

import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'

export function PrivacyPage({ c }: { readonly c: PageContext }) {
  return (
    <Page c={c} title="Privacy and cookies">
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl">Privacy and cookies</h1>
        <p className="nhsuk-lede-text">The census is about organisations. It holds no patient’s data.</p>
        <h2 className="nhsuk-heading-m">If you look at the public pages</h2>
        <p>
          We set no cookie and keep no record of you. There is no tracking and no content from other sites.
        </p>
        <h2 className="nhsuk-heading-m">If you look for a service from a postcode</h2>
        <p>
          Your browser sends the postcode once. We read its first half, such as LS1, and forget the rest: it
          is in no address, no log and no database. The address of what was found, which you can share, says
          the first half alone. Programs that read our data are counted by their address for a minute, in
          memory.
        </p>
        <h2 className="nhsuk-heading-m">If you tell a story</h2>
        <p>
          We keep what you wrote and the name that you chose. It is public only after somebody has read it. An
          e-mail address is kept apart, shown to nobody, and forgotten when you say so. By your private link
          you change or withdraw your story at any time: its words are then erased, from our record too.
          Stories that are sent are counted by their address for a minute, in memory.
        </p>
        <h2 className="nhsuk-heading-m">If you answer for your organisation</h2>
        <p>
          We keep the name, role, e-mail address and telephone number at which the census writes to or rings
          you, when you opened your link, and the answers that you sent. Answers are published for the
          organisation; your name is not. One cookie, for the answering pages only, remembers which link you
          opened; it goes when you close the browser or after your link ends.
        </p>
        <h2 className="nhsuk-heading-m">If you sign in</h2>
        <p>
          We keep your name, e-mail address, roles, sign-ins and what you record, because every entry says who
          made it. One cookie keeps you signed in.
        </p>
        <h2 className="nhsuk-heading-m">How long, and your rights</h2>
        <p>
          Entries in the record are kept. Contact details can be corrected or removed: ask the census lead,
          whose address is in each e-mail that you have had from the census.
        </p>
      </div>
    </Page>
  )
}
