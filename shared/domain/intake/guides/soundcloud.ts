// Owns the guide to the export of SoundCloud (formats.md §12; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const soundcloud: Guide = {
  platform: 'soundcloud',
  title: 'SoundCloud',
  sure: 'documented',
  who: [
    ...said('documented', 'Anybody for the feed of a public account.'),
    ...said(
      'unverified',
      'Whoever can log in to the account for its personal data, which SoundCloud gives on request.',
    ),
  ],
  steps: [
    ...said(
      'documented',
      'Find the number of the account, and open feeds.soundcloud.com/users/soundcloud:users:NUMBER/sounds.rss.',
      'Save it as an XML file, and each next page (rel=next) to the end.',
      'Save the sound files beside it, and import them together as a podcast feed.',
    ),
    ...said(
      'unverified',
      'Ask for the personal data as well, by SoundCloud’s help page. Muniment keeps it raw: no sample of it is public.',
    ),
  ],
  choose: said('documented', 'The feed. What the personal data holds is not known.'),
  takes: [],
  expires: [],
  omits: said('documented', 'In the feed: comments, likes, reposts, playlists and private tracks.'),
}
