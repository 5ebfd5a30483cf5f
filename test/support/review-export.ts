// An export of X with what a review must keep back: a resident's name and number, the month of the same name, a photo with a plate.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { post, xFiles } from './x-files.ts'

/** What is kept back in the tests, and what stays. */
export const kept = { name: 'Maywood Lopez', first: 'Maywood', phone: '(510) 555-0134' } as const

const photo = 'Gq1ReviewPlate.jpg'
const texts = [
  `The dog park is closed. Ask ${kept.name} at ${kept.phone} about it.`,
  'The bus stops at Maywood Avenue again.',
  `Thanks to everybody who helped; MAYWOOD\u00a0LOPEZ was among them.`,
  'Whose car is this? https://t.co/plate',
  'The library opens at nine.',
  'Storm drains are being cleaned.',
]

/** Writes the export. @returns its path */
export async function reviewExport(folder: string): Promise<string> {
  const path = join(folder, 'twitter-review.zip')
  const files = xFiles(
    texts.map((words, place) => (place === 3 ? withPhoto(post(place + 1, words)) : post(place + 1, words))),
  )
  const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#3366cc' } })
    .jpeg()
    .toBuffer()
  const members = Object.entries(files).map(([name, data]) => ({ name, data, method: 8 as const }))
  writeFileSync(path, rawZip([...members, { name: `data/tweets_media/1004-${photo}`, data: jpeg, method: 0 }]))
  return path
}

function withPhoto({ tweet }: ReturnType<typeof post>) {
  const media = {
    ...{ type: 'photo', id_str: '900', id: '900', url: 'https://t.co/plate', indices: ['19', '37'] },
    ...{
      media_url_https: `https://pbs.twimg.com/media/${photo}`,
      expanded_url: 'https://twitter.com/x/status/1004/photo/1',
    },
  }
  return { tweet: { ...tweet, entities: { media: [media] }, extended_entities: { media: [media] } } }
}
