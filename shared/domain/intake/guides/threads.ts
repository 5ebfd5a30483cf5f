// Owns the guide to the export of Threads (formats.md §2b; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const threads: Guide = {
  platform: 'threads',
  title: 'Threads',
  sure: 'agreed',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said(
      'agreed',
      'Ask for the export of the Instagram account that the Threads profile belongs to: Threads is a part of it.',
    ),
    ...said(
      'documented',
      'Open Accounts Center and choose Download your information (also called Export your information).',
    ),
    ...said('unverified', 'Choose the profile that the City owns, and all available information.'),
    ...said('documented', 'Choose JSON instead of HTML, which is set by default.'),
    ...said(
      'unverified',
      'Choose all time as the period and high media quality, and export to the device.',
      'Wait for the e-mail that the file is ready.',
    ),
    ...said(
      'documented',
      'Download every ZIP file. Their names do not say how many there are: compare with the list on the page.',
      'Import all of them together, as one export.',
    ),
  ],
  choose: said(
    'documented',
    'JSON. HTML loses who reacted, details of pictures, and the zone of every time.',
    'High quality: a low one changes the pictures.',
    'All time: a shorter period leaves the rest of the account out.',
  ),
  takes: [],
  expires: said('documented', 'Four days after it was made, as on Facebook: the same Accounts Center makes it.'),
  omits: [],
}
