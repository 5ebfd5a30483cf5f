// Owns the guide to the export of Nextdoor (formats.md §4; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const nextdoor: Guide = {
  platform: 'nextdoor',
  title: 'Nextdoor',
  sure: 'unverified',
  who: [
    ...said('few', 'A member, by the privacy-request form, for what the member wrote.'),
    ...said(
      'documented',
      'An agency has no archive to ask for: Nextdoor offers it interfaces for programs, or it uses an archiving vendor.',
    ),
  ],
  steps: [
    ...said(
      'unverified',
      'As a member: open the privacy-request form and ask for a copy of the data.',
      'Import what arrives whole, in whatever form it comes. What Muniment does not know is kept and listed.',
    ),
    ...said(
      'documented',
      'For an agency: have the posts fetched through Nextdoor’s interface by the agency’s vendor or by IT, and import the files.',
    ),
    ...said(
      'few',
      'Otherwise keep the e-mail digests that Nextdoor sends to the agency, and capture the pages in a browser; say in the import which way was taken.',
    ),
  ],
  choose: [],
  takes: [],
  expires: [],
  omits: [],
}
