// Owns making records of videos; the film lies beside under its title, if at all.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import type { Row } from '../../kit/row.ts'
import { writtenTime } from '../../kit/time.ts'

const TITLE = ['video title (original)', 'video title']

/** A row of `videos.csv`. */
export function videoOutcome(row: Row, media: MediaFinder): Outcome {
  const id = row.get('video id')
  if (id === '') return failed('video-without-id', 'has no number, as a video must')
  const title = row.get(...TITLE)
  const description = row.get('video description (original)', 'video description')
  const tags = row.header
    .flatMap((name, place) => (/^video tag/i.test(name.trim()) ? (row.cells[place] ?? '') : []))
    .filter(Boolean)
  const privacy = row.get('privacy')
  const published = row.get('video publish timestamp') || row.get('video create timestamp')
  // A file name keeps no punctuation that disks refuse, and of two with one name nobody knows whose it is.
  const files = media
    .startingWith(title.replace(/[\\/:*?"<>|&']/g, '_').slice(0, 40))
    .filter((name) => /\.(?:mp4|mov|avi|mkv|webm|3gp)$/i.test(name))
  const [file] = files
  return record({
    kind: 'video',
    id,
    time: writtenTime(published, 'UTC'),
    author: row.get('channel id'),
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: [{ shown: title, target: `https://www.youtube.com/watch?v=${id}` }],
    details: {
      title,
      privacy,
      state: row.get('video state'),
      duration: row.get('approx duration (ms)'),
      category: row.get('video category'),
      language: row.get('video audio language'),
      tags,
    },
    content: { title, description, tags, privacy },
    media: file !== undefined && files.length === 1 && title !== '' ? [media.file({ uri: file })] : [],
  })
}
