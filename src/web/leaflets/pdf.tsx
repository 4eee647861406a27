/** A leaflet as a PDF file: the current version, or one version for good; in usual or large print, or easy read. */

import { renderToStaticMarkup } from 'react-dom/server'
import { easyReadPdf } from '#pdf/easy-read.ts'
import { leafletPdf } from '#pdf/leaflet.ts'
import { QrCode } from '../components/qr-code.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound, Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type AskedLeaflet, askedLeaflet, askedVersion } from './asked.ts'
import { currentAddress } from './leaflet-page.tsx'
import { Drawn } from './rendered.ts'

const files = new Drawn<Uint8Array<ArrayBuffer>>()

/** The kinds of paper: what the file is called after the procedure, and how it is made. */
const papers = {
  usual: { suffix: '', made: (c: PageContext, asked: AskedLeaflet) => whole(c, asked) },
  large: { suffix: '-large-print', made: (c: PageContext, asked: AskedLeaflet) => whole(c, asked) },
  easy: {
    suffix: '-easy-read',
    made: (c: PageContext, asked: AskedLeaflet) =>
      easyReadPdf(asked.version.leaflet, {
        address: currentAddress(c, asked),
        fictional: c.var.config.demonstration,
      }),
  },
} as const

export const currentPdf = async (c: PageContext) => answer(c, await askedLeaflet(c))
export const versionPdf = async (c: PageContext) => answer(c, await askedVersion(c))
export const easyPdf = async (c: PageContext) => answer(c, await askedLeaflet(c), 'easy')

async function answer(c: PageContext, asked: AskedLeaflet | null, kind?: keyof typeof papers) {
  if (!asked) return notFound(c)
  const { procedure, version, large } = asked
  const paper = kind ?? (large ? 'large' : 'usual')
  const key = `${version.entry} ${version.leaflet.signOff?.on ?? ''} ${paper} ${c.var.config.baseUrl}`
  const file = files.get(key) ?? (await papers[paper].made(c, asked).catch(() => null))
  if (!file) return withoutPdf(c, asked)
  files.keep(key, file)
  const name = `${procedure.id}-${version.version}${papers[paper].suffix}.pdf`
  return c.body(file, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'public, max-age=300',
  })
}

function whole(c: PageContext, asked: AskedLeaflet): Promise<Uint8Array<ArrayBuffer>> {
  const address = currentAddress(c, asked)
  const code = renderToStaticMarkup(<QrCode text={address} label="" />)
  return leafletPdf(asked.version.leaflet, {
    procedureName: asked.procedure.name,
    address,
    code: code.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
    large: asked.large,
    fictional: c.var.config.demonstration,
  })
}

function withoutPdf(c: PageContext, { procedure }: AskedLeaflet) {
  return show(
    c,
    <Refusal c={c} title="The PDF could not be made">
      <p>
        This machine could not set the leaflet as PDF. The <a href={paths.leaflet(procedure.id)}>page</a> says
        the same and can be printed.
      </p>
    </Refusal>,
    503,
  )
}
