/** A sheet as PNG, at twice its size, set in Arimo: Arial's metric twin, which may be given away. */
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

const PIXELS_PER_UNIT = 2

const resolve = createRequire(import.meta.url).resolve
const fontFiles = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/arimo/${file}`),
)

export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
  })
  return new Uint8Array(image.asPng())
}
