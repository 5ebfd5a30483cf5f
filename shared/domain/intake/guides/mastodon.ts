// Owns the guide to the export of Mastodon (formats.md §17; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const mastodon: Guide = {
  platform: 'mastodon',
  title: 'Mastodon',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said(
      'unverified',
      'Open Preferences, then Import and export.',
      'Choose Request your archive, and wait for the e-mail.',
      'Download it on the same page, the same day. An archive can be asked for every seven days, unless the server says otherwise.',
    ),
    ...said(
      'documented',
      'Download the CSV lists (followed accounts …) on that page too: they are not in the archive.',
      'Import the archive as it is, .zip or .tar.gz.',
    ),
  ],
  choose: said('documented', 'There is no choice: ActivityStreams JSON with the media.'),
  takes: [],
  expires: [],
  omits: [],
}
