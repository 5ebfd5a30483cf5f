// Owns reading the table of an archive of before 2018 (`tweets.csv`): rows whose posts stand in no other file.
import type { Outcome, ReadItem } from '../../draft.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { mediaFinder } from '../../kit/media-finder.ts'
import type { Row } from '../../kit/row.ts'
import type { JsonObject } from '../../kit/value.ts'
import type { ExportTree, FilePlan } from '../../platform.ts'
import type { Drafting } from './drafting.ts'
import type { FileReading } from './makers.ts'
import { postOutcome } from './post.ts'

const REPEATED = 'A row of the table that repeats a post of another file.'

/** The items of a table. Throws as the readers of other files do. */
export function tableItems(
  tree: ExportTree,
  file: FilePlan,
  signal: AbortSignal,
  { drafting, notes, type, ids, oddities }: FileReading,
): AsyncGenerator<readonly ReadItem[], void, undefined> {
  const read = csvReader<null>({
    make: (row, { index }): Outcome => {
      const id = row.get('tweet_id')
      if (ids.live.has(id) || ids.deleted.has(id)) return { type: 'passed-over', reason: REPEATED }
      const odd: Drafting['odd'] = (code, example) => oddities.add(code, index, example)
      return postOutcome(tweetOf(row), { ...drafting, notes, type, odd, seen: () => {} })
    },
  })
  const about = { layout: 'grailbird', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }
  return read({ tree, file, signal, about, state: null, media: mediaFinder(new Set()), odd: () => {} })
}

/** A row as the post that it is of. */
function tweetOf(row: Row): JsonObject {
  const reposted = row.get('retweeted_status_id')
  const urls = row.get('expanded_urls').split(/,(?=https?:)/)
  return {
    id_str: row.get('tweet_id'),
    text: row.has('text') ? row.get('text') : undefined,
    created_at: row.get('timestamp'),
    source: row.get('source'),
    in_reply_to_status_id_str: row.get('in_reply_to_status_id'),
    in_reply_to_user_id_str: row.get('in_reply_to_user_id'),
    entities: { urls: urls.flatMap((url) => (url === '' ? [] : [{ url: '', expanded_url: url, display_url: url }])) },
    retweeted_status:
      reposted === ''
        ? undefined
        : {
            id_str: reposted,
            created_at: row.get('retweeted_status_timestamp'),
            user: { id_str: row.get('retweeted_status_user_id') },
          },
  }
}
