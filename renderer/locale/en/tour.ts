// English strings of the practice vault: its band, its reset, and the tour.
export const en = {
  training: 'Training',
  trainingWord: 'TRAINING',
  trainingAbout: 'A practice vault: nothing in it is a record, and all that it writes says so.',
  reset: 'Reset …',
  resetDeed: 'Reset the practice vault …',
  resetTitle: 'Reset the practice vault?',
  resetAbout:
    'It will be as it was when it was made: a fictional city with one import, rules, a hold and a request. Everything that was done in it since is gone, and can’t be brought back. Files that it wrote elsewhere stay there.',
  resetDo: 'Reset it',
  cancel: 'Cancel',
  tour: 'Tour',
  tourTake: 'Take the tour',
  tourGoOn: 'Go on with the tour',
  tourAgain: 'Take the tour again',
  tourElsewhere:
    'New here? Close this vault and choose “Start a practice vault” on the welcome screen: a short tour shows each room on the posts of a fictional city.',
  where: 'Step {step} of {steps}',
  start: 'Begin',
  next: 'Next',
  back: 'Back',
  leave: 'Leave the tour',
  notNow: 'Not now',
  end: 'End the tour',
  'welcome.title': 'Practise on a fictional city',
  'welcome.text':
    'This vault holds the posts of the City of Alder Bay, which does not exist. Nothing here can go wrong. A few short steps show what a records clerk does; leave at any time, and take it up again from the band at the top or in the help (F1).',
  'rooms.title': 'The rooms',
  'rooms.text':
    'Each room has one task. Ctrl and a number lead to the first nine, Ctrl K to everything by typing, ? shows the keys of a room, F1 explains it, and F6 moves between the parts of the window, this one too.',
  'imports.title': 'Take an export in',
  'imports.text':
    'Press “Take the sample export in”. You see what it holds before anything is stored; then import it. Asked who is acting, choose Dana Reyes. The reconciliation at the end says what was new, what changed, and what is gone since the first export.',
  'records.title': 'Find a post',
  'records.text':
    'Press / and type storm has:photo. The list follows while you type. The arrow down leads into it, and Enter opens a post with its photo, its thread, its versions and its source.',
  'why.title': 'Why it is here, and until when',
  'why.text':
    'A record that is open answers three questions under “Why”: why it is classified as it is, until when it is kept, and what stops it from being destroyed. Each answer names its rule.',
  'classify.title': 'Classify what is left',
  'classify.text':
    'Rules have classified part of the posts. The others wait here: choose a series by its key, u takes the last decision back, s skips. A suggestion says what it is made of, and nothing is decided by itself.',
  'requests.title': 'Answer a request',
  'requests.text':
    'Request 26-0112 asks for posts about libraries. Each date shows its rule and the days it skipped. Build the packet: it says TRAINING on every page, and verifies as practice.',
  'end.title': 'That was the tour',
  'end.text':
    'Try whatever you like; “Reset …” in the band makes this vault as new. For the City’s own records, close it and create a vault.',
} as const
