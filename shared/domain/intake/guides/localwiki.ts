// Owns the guide to the export of LocalWiki (Oakland Wiki) (formats.md §10; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const localwiki: Guide = {
  platform: 'localwiki',
  title: 'LocalWiki (Oakland Wiki)',
  sure: 'documented',
  who: said(
    'documented',
    'Anybody: the interface of localwiki.org answers without a login.',
    'For an old Sycamore wiki: somebody who may run its export. Sections depend on that person’s permissions.',
  ),
  steps: said(
    'documented',
    'Have IT fetch the lists of the region from the interface: pages, pages_history, files, files_history, maps, tags, redirects and users, page after page (“next”) to the end.',
    'Save each answer as a JSON file, and the pictures and files beside them.',
    'Import the folder. For an old Sycamore wiki, import the XML file of its export instead.',
  ),
  choose: said('documented', 'The lists with _history: only they hold times and earlier texts.'),
  takes: [],
  expires: said('documented', 'Nothing expires: the files are fetched, not sent.'),
  omits: [],
}
