// Owns the guide to the export of TikTok (formats.md §15; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const tiktok: Guide = {
  platform: 'tiktok',
  title: 'TikTok',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said(
      'unverified',
      'Open the profile’s menu, then Settings and privacy, then Account, then Download your data.',
      'Choose all data.',
    ),
    ...said('documented', 'Choose JSON, not TXT.'),
    ...said('unverified', 'Request the data, and come back to the same page to download it.'),
    ...said(
      'documented',
      'Save the videos themselves at once: the export holds addresses only, and they expire.',
      'Import the ZIP file with the videos beside it.',
    ),
  ],
  choose: said('documented', 'JSON. The TXT form is read too and holds less order.'),
  takes: [],
  expires: said('documented', 'The addresses of videos and pictures in it expire. After how many days is not known.'),
  omits: [],
}
