// Owns the guide to the export of Snapchat (formats.md §9; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const snapchat: Guide = {
  platform: 'snapchat',
  title: 'Snapchat',
  sure: 'agreed',
  who: said(
    'unverified',
    'Whoever can log in to the account. Agree on one person who asks for all of the City’s exports.',
  ),
  steps: [
    ...said('unverified', 'Log in at Snapchat’s account page in a browser, and open My Data.'),
    ...said('agreed', 'Switch on Export JSON, and include memories and the media of chats.'),
    ...said('unverified', 'Choose all time, enter the e-mail address and submit.'),
    ...said(
      'agreed',
      'Download every part (mydata….zip, then -2.zip, -3.zip …) at once: only the first holds the lists, the others hold the media.',
      'Where memories are named by links only, download them the same day: the links expire, and what they named is lost.',
      'Import all parts together.',
    ),
  ],
  choose: said('agreed', 'JSON as well as HTML.'),
  takes: [],
  expires: said('agreed', 'The links to memories expire. How many days they last is not known.'),
  omits: [],
}
