// Owns the guide to the export of WordPress (formats.md §18; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const wordpress: Guide = {
  platform: 'wordpress',
  title: 'WordPress',
  sure: 'documented',
  who: said('unverified', 'An administrator of the site.'),
  steps: [
    ...said(
      'unverified',
      'Open the dashboard, then Tools, then Export.',
      'Choose All content, and download the export file.',
    ),
    ...said('documented', 'A large site gives several files: import them together.'),
    ...said('documented', 'Have the folder of uploads copied too: the file holds only the addresses of pictures.'),
  ],
  choose: said('unverified', 'All content.'),
  takes: said('unverified', 'At once on a site of one’s own.'),
  expires: [],
  omits: said('documented', 'Whole revisions: a post stands as it was on the day of the export.'),
}
