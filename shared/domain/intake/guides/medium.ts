// Owns the guide to the export of Medium (formats.md §5; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const medium: Guide = {
  platform: 'medium',
  title: 'Medium',
  sure: 'agreed',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said('agreed', 'Open Settings, then Download your information.'),
    ...said('unverified', 'Confirm, and wait for the e-mail with the link.'),
    ...said('agreed', 'Download the ZIP file and keep it as it is.'),
    ...said('agreed', 'Pictures are not in it: save the City’s stories as web pages too, while they are up.'),
  ],
  choose: said('agreed', 'There is no choice: a ZIP file of HTML pages.'),
  takes: [],
  expires: [],
  omits: [
    ...said(
      'agreed',
      'Pictures: the pages name them only by their addresses at Medium.',
      'The story that a response answers, unless the response shows it inside.',
      'The day on which a draft was written.',
    ),
    ...said('unverified', 'Responses by other people to the account’s stories.'),
  ],
}
