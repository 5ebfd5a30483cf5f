// An export of X whose first post has a file of any kind, under the name of a photo or a film.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { post, xFiles } from './x-files.ts'

/** @param texts of the posts after it. Returns the path of the export. */
export async function withFile(
  folder: string,
  file: Buffer,
  texts: readonly string[],
  type: 'photo' | 'video' = 'photo',
): Promise<string> {
  const { tweet } = post(1, 'The memorandum is attached')
  const address = type === 'photo' ? 'https://pbs.twimg.com/media/GqMemo.jpg' : 'https://video.twimg.com/v/GqMemo.mp4'
  const variants = [{ bitrate: '832000', content_type: 'video/mp4', url: address }]
  const media = {
    ...{ type, id_str: '900', id: '900', url: 'https://t.co/memo', indices: ['19', '37'] },
    ...{
      media_url_https: 'https://pbs.twimg.com/media/GqMemo.jpg',
      expanded_url: 'https://twitter.com/x/status/1/photo/1',
    },
    ...(type === 'video' ? { video_info: { aspect_ratio: ['4', '3'], duration_millis: '4000', variants } } : {}),
  }
  const first = { tweet: { ...tweet, entities: { media: [media] }, extended_entities: { media: [media] } } }
  const rest = texts.map((text, nth) => post(nth + 2, text))
  const members = Object.entries(xFiles([first, ...rest])).map(([name, data]) => ({ name, data, method: 8 as const }))
  const name = `data/tweets_media/${tweet.id_str}-${address.replace(/^.*\//, '')}`
  const path = join(folder, 'x.zip')
  writeFileSync(path, rawZip([...members, { name, data: file, method: 0 }]))
  return path
}
