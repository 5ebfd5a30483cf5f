// Owns the guide to the export of Facebook (formats.md §1; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const facebook: Guide = {
  platform: 'facebook',
  title: 'Facebook',
  sure: 'documented',
  who: said(
    'unverified',
    'Whoever can log in to the profile. For a Page: a person with full control who has switched into the Page.',
  ),
  steps: [
    ...said('few', 'For a Page, switch into it first: the export is then the Page’s own.'),
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
    ...said(
      'documented',
      'For end-to-end encrypted chats, ask for the download of their own on a desktop computer as well (Download secure storage data).',
    ),
  ],
  choose: said(
    'documented',
    'JSON. HTML loses who reacted, details of pictures, and the zone of every time.',
    'High quality: a low one changes the pictures.',
    'All time: a shorter period leaves the rest of the account out.',
  ),
  takes: [],
  expires: said('documented', 'Four days after it was made.'),
  omits: [
    ...said('documented', 'Link addresses of posts in the older form.'),
    ...said('few', 'What visitors wrote on a Page has to be captured, or entered by hand, where it matters.'),
  ],
}
