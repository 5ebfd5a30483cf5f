// Owns the guide to the export of Flickr (formats.md §19; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const flickr: Guide = {
  platform: 'flickr',
  title: 'Flickr',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said('unverified', 'Open the account settings, then Your Flickr data, then Request my Flickr data.'),
    ...said(
      'documented',
      'Download every part: those with the data (…part1.zip …) and those with the pictures (data-download-1.zip …).',
      'Import all of them together.',
    ),
  ],
  choose: said('documented', 'There is no choice: JSON with the originals.'),
  takes: [],
  expires: [],
  omits: [],
}
