// Owns the guide to the export of YouTube (formats.md §7; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const youtube: Guide = {
  platform: 'youtube',
  title: 'YouTube',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the Google account of the channel. For a Brand Account: switch to it first, or the export is of the wrong channel.',
    'Where the City’s Google accounts are managed, the administrator may have switched the export off.',
  ),
  steps: [
    ...said('documented', 'Open Google Takeout with the account of the channel.'),
    ...said(
      'unverified',
      'Choose Deselect all, then tick YouTube and YouTube Music only.',
      'Choose All YouTube data included, and tick everything but what is not a record (such as music).',
      'Choose Export once, the type .zip and the largest size of a part.',
      'Create the export, and wait for the e-mail.',
    ),
    ...said('documented', 'Download every part (their names end in -001, -002 …) and import them together.'),
  ],
  choose: said(
    'documented',
    'Files of the type .zip; the language of the account does not matter to Muniment.',
    'History as JSON where it is offered: HTML gives times in words.',
  ),
  takes: [],
  expires: [],
  omits: said(
    'documented',
    'Which file a video is, beyond its title: two videos of one title cannot be told apart for certain.',
  ),
}
