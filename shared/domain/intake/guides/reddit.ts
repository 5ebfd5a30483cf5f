// Owns the guide to the export of Reddit (formats.md §20; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const reddit: Guide = {
  platform: 'reddit',
  title: 'Reddit',
  sure: 'agreed',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said(
      'unverified',
      'Open reddit.com/settings/data-request as the account.',
      'Choose the request and the whole time, and submit.',
      'Wait for the message with the link.',
    ),
    ...said(
      'agreed',
      'Download the ZIP file (export_….zip) and keep it as it is.',
      'Save pictures and films apart: the tables name only their addresses.',
    ),
  ],
  choose: said('unverified', 'Everything since the account began.'),
  takes: [],
  expires: [],
  omits: [],
}
