// The fictional City of Alder Bay: its people, its accounts, and the papers that lie on the clerk's desk.

/** Everybody who acts. */
export const people = [
  { id: 'dana-reyes', name: 'Dana Reyes', role: 'records-clerk', title: 'Deputy City Clerk, Records' },
  { id: 'miriam-osei', name: 'Miriam Osei', role: 'custodian', title: 'Records Manager' },
  { id: 'paul-lindgren', name: 'Paul Lindgren', role: 'department-head', title: 'Director of Communications' },
  { id: 'hannah-cho', name: 'Hannah Cho', role: 'city-attorney', title: 'City Attorney' },
  { id: 'luis-ferrer', name: 'Luis Ferrer', role: 'city-clerk', title: 'City Clerk' },
  { id: 'tess-novak', name: 'Tess Novak', role: 'liaison', title: 'Social Media Liaison' },
] as const

const byTess = { name: 'City of Alder Bay', department: 'Communications', liaison: 'Tess Novak' }

/** The accounts; only the first has exports. */
export const accounts = [
  { platform: 'x', handle: 'AlderBayCity', ...byTess, nativeId: '281104733' },
  { platform: 'facebook', handle: 'CityOfAlderBay', ...byTess, nativeId: null },
  {
    platform: 'instagram',
    handle: 'alderbayparks',
    name: 'Alder Bay Parks',
    department: 'Recreation',
    liaison: '',
    nativeId: null,
  },
] as const

/** Under what the schedule was adopted. */
export const authority = {
  name: 'Alder Bay records retention schedule',
  resolution: 'Resolution 24-031',
  adoptedOn: '2024-03-05',
} as const

/** What the hold is about. */
export const hold = {
  label: 'Okafor v. City of Alder Bay',
  search: 'flooding OR flooded OR "storm drain" OR inundación',
  basis: 'litigation',
  orderedBy: 'Hannah Cho, City Attorney',
  paper: 'hold-order.txt',
} as const

/** Rules of classification, in the order in which they decide. */
export const rules = [
  {
    id: 'messages',
    name: 'Direct messages with residents',
    order: 10,
    when: { kinds: ['message', 'conversation-event'] },
    series: '705',
    reason: 'Messages to and from the account are correspondence with residents.',
  },
  {
    id: 'emergencies',
    name: 'Storms, smoke, outages and evacuations',
    order: 20,
    when: {
      kinds: ['post', 'reply'],
      words: {
        any: [
          'storm',
          'evacuation',
          'smoke',
          'flooding',
          'tsunami',
          'outage',
          'tormenta',
          'humo',
          'evacuación',
          '烟雾',
          '风暴',
          'عاصفة',
        ],
      },
    },
    series: '706',
    reason: 'Information given to the public in an emergency.',
  },
  {
    id: 'shared',
    name: 'Posts of others that were shared or liked',
    order: 30,
    when: { kinds: ['repost', 'like'] },
    series: '708',
    reason: 'The text is somebody else’s; only the sharing is the City’s.',
  },
  {
    id: 'posts',
    name: 'All other posts and replies',
    order: 90,
    when: { kinds: ['post', 'reply', 'moment'] },
    series: '704',
    reason: 'Posts and replies of the City.',
  },
]

/** The order behind the hold. */
export const holdOrder = `CITY OF ALDER BAY · OFFICE OF THE CITY ATTORNEY
November 20, 2026

To: Luis Ferrer, City Clerk
Re: Okafor v. City of Alder Bay, litigation hold

Keep every post, reply and message about the flooding of streets and about the storm drains,
from whatever account, until I release this hold in writing.

Hannah Cho, City Attorney
`

/** A public records request, as it came in through the portal. */
export const request = {
  id: '26-0112',
  receivedOn: '2026-11-16',
  channel: 'portal',
  requester: 'R. Katzenberg',
  text: 'Everything the City wrote on social media about its libraries since 2024, in any language.',
  immediateDisclosure: false,
  accounts: ['x:AlderBayCity'],
  from: '2024-01-01',
  to: null,
  search: 'library OR libraries OR biblioteca OR bibliotecas OR 圖書館 OR 图书馆 OR "thư viện" OR مكتبة OR المكتبة',
}

/** Requests still open, as the clerk's register exports them. */
export const openRequests = `Request,Received,Subject,Status
26-0112,2026-11-16,Posts about libraries since 2024,open
26-0098,2026-10-29,Payroll of the Public Works Agency 2025,open
`

/** Claims and suits, as the City Attorney's register exports them. */
export const claims = `Claim,Filed,Claimant,Subject,Status
2026-C-031,2026-08-03,Okafor,Flooding of Quarry Road,in litigation
2026-C-044,2026-10-12,Harbor View HOA,Tree roots,pending
`
