// The words of letters, a kind at a time: what the law wants said, with slots in braces for what is settled in each letter.

const ruling = {
  disclose: 'The City has determined that it has records that answer your request and that it will disclose them.',
  'in-part':
    'The City has determined that it has records that answer your request. It will disclose them in part: your request is denied in part, as set out below.',
  deny: 'The City has determined that it has records that answer your request and that it must or may withhold them. Your request is denied, as set out below.',
  available:
    'The City estimates that the records will be available on {day}. They may be provided in parts, some of them earlier.',
  'available-at':
    'The City estimates that the records will be available on {day}, {time}. They may be provided in parts, some of them earlier.',
} as const

const withholding = {
  withheld: 'What is withheld is withheld under:',
  responsible: 'Responsible for the denial (Gov. Code 7922.540(b)):',
} as const

/** Passages by kind and name. `every`: what stands on letters of any kind. */
export const letterWords = {
  every: {
    received: 'On {day} the {city} received your request for public records (number {number}).',
    'received-portal':
      'On {day} the {city} received your request for public records (number {number}, in the portal {portal}).',
    parts: 'This letter answers these parts of it:',
    mediation:
      'If you believe that your request was denied, delayed or not completely fulfilled, you may ask the Public Ethics Commission for mediation (OMC 2.20.270). That delays none of your remedies under the California Public Records Act.',
    designee: 'Designee of the head of the agency',
    head: 'Head of the agency',
  },
  acknowledgement: {
    subject: 'Your public records request was received',
    determines:
      'The City will determine within the time that the California Public Records Act sets whether it has records that it must disclose, and will tell you the determination and the reasons for it (Gov. Code 7922.535). That day is for the determination; records may be provided later, in parts.',
    'determines-by':
      'The City will determine by {day} whether it has records that it must disclose, and will tell you the determination and the reasons for it (Gov. Code 7922.535). That day is for the determination; records may be provided later, in parts.',
    narrow:
      'If you can narrow down what you look for, such as by dates, accounts or words, tell us: we will help you to make the request precise (Gov. Code 7922.600). Nobody has to say why they ask.',
  },
  extension: {
    subject: 'Notice of extension of time',
    needs:
      'The City needs more time to determine whether it has records that it must disclose, for these unusual circumstances, and only to the extent reasonably necessary to process this request properly (Gov. Code 7922.535(b), (c)):',
    expects: 'The City expects to dispatch its determination on {day}.',
  },
  determination: { subject: 'Determination on your public records request', ...ruling, ...withholding },
  'idr-advice': {
    subject: 'Your immediate disclosure request: more time is needed',
    needs: 'You asked for immediate disclosure (OMC 2.20.230). Additional time is needed to determine:',
    tells: 'The City will tell you its determinations in writing within seven days of the date of your request.',
    'tells-by': 'The City will tell you its determinations in writing by {day}.',
  },
  'idr-determination': {
    subject: 'Your immediate disclosure request: written determination',
    ...ruling,
    ...withholding,
  },
  instalment: {
    subject: 'Records that answer your public records request',
    provides: 'With this letter the City provides:',
    complete: 'With this, everything that the City discloses in answer to your request has been provided.',
    more: 'More will follow.',
    'more-by': 'More will follow; the City expects to provide the next part by {day}.',
  },
  assistance: {
    subject: 'Help with your public records request',
    helps:
      'The City is to help you to make a request that reaches what you look for: to identify records, to describe the technology and the place in which they are, and to suggest how to overcome what stands in the way of providing them (Gov. Code 7922.600).',
    systems: 'The City’s records of this kind are kept here:',
    'reaches-many': 'As it stands, your request reaches many records. These would be narrower, and answered sooner:',
    reaches: 'As it stands, your request reaches {records}. These would be narrower, and answered sooner:',
    prefer: 'Tell us which of these you prefer, or others. You need not say why you ask.',
    done: 'To help you, the City has done this: {deeds}.',
  },
  none: {
    subject: 'No records that answer your public records request were found',
    found: 'The City has searched for records that answer your request and has found none.',
    looked: 'The City has searched for records that answer your request and has found none. It looked for:',
    accounts: 'It searched its copies of these accounts:',
    beyond: 'What these searches do not reach, and what was done about it:',
    asked: 'Others were asked:',
    statement:
      'The City keeps this as search statement {version} (SHA-256 {digest}). It says what was searched; it does not say that nothing exists elsewhere. If you know of an account, a period or words that the City should look for, tell us.',
  },
  denial: {
    subject: 'Your public records request: what is withheld, and why',
    denies:
      'The City has released the records that it discloses, and denies the rest of your request as set out below.',
    ...withholding,
  },
  fees: {
    subject: 'Fees for copies on your public records request',
    charges:
      'The City charges the direct cost of the copies that you asked for (Gov. Code 7922.530(a), 7922.575(a)), by its fee schedule “{schedule}” in force since {day} ({source}):',
    programming:
      'The cost of programming and computer services is charged because {because} (Gov. Code 7922.575(b)). {attorney} of the City Attorney’s Office has approved it.',
    total: 'The total is {total}.',
    waived: 'The total would be {total}; the City waived it: {why}',
    'waived-on': 'The total would be {total}; the City waived it on {day}: {why}',
    free: 'Nothing is charged for searching, reviewing or redacting, and nothing for looking at the records: you may inspect them free of charge during office hours (Gov. Code 7922.525).',
  },
  recall: {
    subject: 'Recall of records provided to you',
    recalls:
      'The City provided these records to you by mistake in the form in which you received them, and recalls them:',
    waives:
      'That they were provided by mistake waives no privilege and no exemption (Ardon v. City of Los Angeles (2016) 62 Cal.4th 1176). The City asks you to stop reading and using them, to pass them on to nobody, to return or destroy every copy, and to confirm in writing that you have done so, and to whom you have passed them on.',
    later: 'The City will provide records in place of them.',
    replaced:
      'Production {number} ({file}) takes their place. It names for each record the one that it replaces where that was provided before.',
  },
  closure: {
    subject: 'Your public records request is closed',
    closed:
      'Everything that the City discloses in answer to it has been provided, and the City has closed the request. You may ask for more at any time, and may ask that it be reopened.',
  },
} as const

type LetterWordsByKind = typeof letterWords
/** A kind of letter, or what stands on every one. */
export type TemplateKind = keyof LetterWordsByKind
/** A passage that a kind has; of several kinds, one that all of them have. */
export type PassageName<Kind extends TemplateKind> = keyof LetterWordsByKind[Kind] & string
