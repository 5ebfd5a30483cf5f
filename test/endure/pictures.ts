// Pictures with boxes painted over, as an unpacked packet holds them: looked at pixel by pixel, alone and within its PDFs.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { filesIn } from './readings.ts'

/** A box in parts of the picture's sides. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pixels from a box's edge that may be of the picture, because its corners lie between pixels. */
const EDGE = 2

/**
 * What of a packet's pictures shows what it must not.
 * @param folder the unpacked packet
 * @param originals SHA-256 of the files that are painted over and nowhere released whole
 * @param count how many painted pictures it must hold, each with the same box
 * @returns in words; empty where all is well
 */
export async function pictureLeaks(
  folder: string,
  originals: ReadonlySet<string>,
  count: number,
  box: Box,
): Promise<string[]> {
  const files = filesIn(folder)
  const painted = files.filter((path) => /-redacted\.\w+$/.test(path))
  const leaks = files.filter((path) => originals.has(sha256(path))).map((path) => `${basename(path)} goes as it came`)
  if (painted.length !== count) leaks.push(`${painted.length} painted pictures, not ${count}`)
  for (const path of painted)
    if (!(await isOneColour(path, box))) leaks.push(`${basename(path)} shows what is under its box`)
  const drawn = join(folder, 'drawn')
  for (const [nth, path] of files.filter((one) => one.endsWith('.pdf')).entries()) {
    const own = join(drawn, String(nth))
    mkdirSync(own, { recursive: true })
    execFileSync('pdfimages', ['-all', path, join(own, 'picture')])
    for (const one of filesIn(own))
      if (originals.has(sha256(one))) leaks.push(`${basename(path)} draws ${basename(one)} as it came`)
  }
  rmSync(drawn, { recursive: true, force: true })
  return leaks
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

async function isOneColour(path: string, { left, top, width, height }: Box): Promise<boolean> {
  const picture = sharp(path)
  const size = await picture.metadata()
  const area = {
    left: Math.ceil(left * size.width) + EDGE,
    top: Math.ceil(top * size.height) + EDGE,
    width: Math.floor(width * size.width) - 2 * EDGE - 1,
    height: Math.floor(height * size.height) - 2 * EDGE - 1,
  }
  if (area.width < 1 || area.height < 1) throw new Error(`${path} is too small to be looked at`)
  const { channels } = await sharp(await picture.extract(area).toBuffer()).stats()
  return channels.every(({ min, max }) => min === max)
}
