// Owns the guide to the export of LinkedIn (formats.md §14; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const linkedin: Guide = {
  platform: 'linkedin',
  title: 'LinkedIn',
  sure: 'documented',
  who: [
    ...said('unverified', 'The member whose account it is.'),
    ...said('documented', 'Nobody for a company Page by this way: its content is not in a member’s export.'),
  ],
  steps: [
    ...said('unverified', 'Open Settings & Privacy, then Data privacy, then Get a copy of your data.'),
    ...said('documented', 'Choose the complete (larger) archive, not single files.'),
    ...said('unverified', 'Request the archive, and wait for the e-mail.'),
    ...said('documented', 'Two files may come: a basic one first and a complete one later. Import the complete one.'),
    ...said(
      'few',
      'Capture the company Page in a browser, post by post, or have its posts fetched through LinkedIn’s interface.',
    ),
  ],
  choose: said('documented', 'The complete archive.'),
  takes: said('documented', 'The basic archive some minutes, the complete one up to 24 hours.'),
  expires: [],
  omits: [],
}
