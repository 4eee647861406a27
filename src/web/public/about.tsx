/** What Fourth Pillar is, for whom, and what its numbers rest on. */

import { PLAIN_PAGES } from '#core/plain/pages.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

const plain = [
  ...PLAIN_PAGES.map(({ id, title }) => ({ href: paths.plain(id), title })),
  { href: paths.plain('conditions'), title: 'Conditions A to Z' },
  { href: paths.plain('treatments'), title: 'Treatments A to Z' },
  { href: paths.plain('cover'), title: 'Cover around the clock, region by region' },
  { href: paths.plain('positions'), title: 'Position statements' },
  { href: paths.leaflets(), title: 'Leaflets' },
  { href: paths.glossary(), title: 'Glossary' },
  { href: paths.stories(), title: 'Stories' },
]

export function AboutPage({ c }: { readonly c: PageContext }) {
  return (
    <Page c={c} title="About Fourth Pillar" here={paths.about()}>
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl">About Fourth Pillar</h1>
        <p className="nhsuk-lede-text">
          Fourth Pillar shows who provides interventional oncology in the United Kingdom, how a patient gets
          there, and what is missing, from answers that each organisation gives itself.
        </p>
        {c.var.config.demonstration ? (
          <div className="nhsuk-inset-text">
            <span className="nhsuk-u-visually-hidden">Information: </span>
            <p>
              This is a demonstration. Its 179 organisations, its people and every answer are invented, so
              that the totals equal those of the census published in 2017.{' '}
              <a href={paths.enterAs()}>Enter as one of its people</a> to see what they see.
            </p>
          </div>
        ) : null}
        <h2 className="nhsuk-heading-l">What is interventional oncology?</h2>
        <p>
          Cancer care through a needle or a fine tube, guided by a scan. Some procedures support other
          treatment or relieve symptoms: biopsies, drains, stents. Others treat the tumour itself: ablation,
          chemoembolisation (TACE), radioembolisation (SIRT).{' '}
          <a href={paths.treatments()}>Read about each treatment</a>.
        </p>
        <h2 className="nhsuk-heading-l">In plain words</h2>
        <ul>
          {plain.map(({ href, title }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-l">The census</h2>
        <p>
          Every NHS trust, health board and HSC trust is asked what it offers, to whom it refers, and what
          stands in the way. It answers from a personal link, without an account; those that have not answered
          after two weeks are rung. The map and the <a href={paths.figures()}>figures</a> follow each answer
          as it arrives. <a href={paths.reports()}>Reports</a> say how one nation or region stands, and what
          would help.
        </p>
        <h2 className="nhsuk-heading-l">Why you can rely on a number here</h2>
        <ul>
          <li>Each number is shown with its denominator and with how many did not say.</li>
          <li>
            An answer is never changed or removed. A correction is a new entry, and the old one stays to be
            seen.
          </li>
          <li>Entries are chained by digest and sealed daily: one command checks every one of them.</li>
          <li>A closed edition carries the digest of its answers; each figure quotes it.</li>
        </ul>
        <h2 className="nhsuk-heading-l">What it rests on</h2>
        <p>
          The questions and the classes of provision follow Zhong J and others, “Interventional oncology in
          the UK”, BMJ Open 2017;7:e016631. Categories of procedure follow it and the Royal College of
          Radiologists’ guidance for service delivery (2013); where the two differ, both are kept.
        </p>
        <p>
          Fourth Pillar is open source (Apache 2.0). It is not an NHS service and gives no medical advice:
          talk to the team that looks after you.
        </p>
      </div>
    </Page>
  )
}
