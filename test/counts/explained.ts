// Why an importer's number differs from what stands in the raw files, where that is right: by sample and column, in a sentence.
import type { Column } from './columns.ts'

const LINKEDIN: Partial<Record<Column, string>> = {
  posts: 'articles are kept unread.',
  reactions: 'votes and endorsements are kept unread.',
  other: 'events, the profile, recommendations, media and saved articles are kept unread.',
}

/** Every difference has a sentence here, and every sentence a difference: docs/counts.md prints them. */
export const EXPLAINED: Readonly<Record<string, Partial<Record<Column, string>>>> = {
  'made-from-the-format-reference/localwiki-sycamore': {
    media:
      'the file’s bytes stand inside the XML as base64; they are kept there with their record, and are no file of the export.',
  },
  'linkedin/silkyrich__linkedin-export-viewer/sample_export': LINKEDIN,
  'linkedin/silkyrich__linkedin-export-viewer/sample_export.zip': LINKEDIN,
  'youtube/purarue__google_takeout_parser': { other: 'playlists are kept unread.' },
  'podcast-rss/gpodder__podcastparser': {
    posts: 'feeds in the form of Atom are not read.',
    other: 'what a feed says of itself is no record yet.',
  },
  'soundcloud/akupila__node-podcast-parser': { other: 'what a feed says of itself is no record yet.' },
}
