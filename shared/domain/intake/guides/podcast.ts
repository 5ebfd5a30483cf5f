// Owns the guide to the export of Podcast feed (formats.md §13; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const podcast: Guide = {
  platform: 'podcast',
  title: 'Podcast feed',
  sure: 'documented',
  who: said('documented', 'Anybody who knows the address of the feed.'),
  steps: said(
    'documented',
    'Copy the address of the feed from the podcast’s host.',
    'Open it in a browser and save it as an XML file.',
    'Where the feed names a next page (rel=next), save that too, to the end.',
    'Save the sound files beside it.',
    'Import them together, and do so regularly: a feed changes without saying so.',
  ),
  choose: said('documented', 'The host’s own feed: directories shorten it.'),
  takes: said('documented', 'At once.'),
  expires: said('documented', 'Nothing expires, but old episodes may fall out of the feed.'),
  omits: said('documented', 'Comments and reviews at the directories.'),
}
