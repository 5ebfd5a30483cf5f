// How sites show what they hold. The first is for every site; the others add what is known of one. Platforms change their pages without notice:
// what stands here for a closed platform was written from its public markup and is not verified; a capture says what it met.
import type { Behaviour } from '../../../../../shared/contract/browser.ts'

/** Labels of buttons that show more, in English and Spanish; held against the whole label in small letters. */
const WORDS = [
  '(?:show|view|see|load|read)(?: \\d[\\d,.]*)?(?: (?:all|more|previous|older|newer|earlier|other|the rest|hidden))*(?: \\d[\\d,.]*)?(?: more)?(?: (?:of )?(?:comments?|repl(?:y|ies)|answers?|posts?|results?|messages?|notes?|responses?|items?))?(?: \\(?\\d[\\d,.]*\\)?)?[ .…]*',
  '\\d[\\d,.]* (?:more )?(?:comments?|repl(?:y|ies)|answers?)',
  '(?:more|older|older posts|newer posts|next|continue reading|show this thread|…|\\.\\.\\.)[ .…]*',
  '(?:ver|mostrar|cargar|leer)(?: (?:todos|todas|los|las|más))*(?: \\d+)?(?: (?:comentarios?|respuestas?|publicaciones|más))*[ .…]*',
]

const ANY: Behaviour = {
  name: 'any site',
  hosts: [],
  items: [
    'article',
    '[role="article"]',
    '[itemtype*="schema.org/Comment"]',
    '[itemtype*="schema.org/SocialMediaPosting"]',
    '[itemtype*="schema.org/BlogPosting"]',
    'li.comment',
    '.h-entry',
  ],
  press: ['details:not([open]) > summary'],
  words: WORDS,
  // The marks of open software: WordPress, Discourse, MediaWiki, Mastodon, phpBB.
  own: [
    '#wpadminbar',
    '#wp-toolbar',
    '.d-header-icons',
    '#p-personal',
    '#p-notifications',
    '.vector-user-links',
    '.compose-panel',
    '.navigation-panel',
    '#username_logged_in',
    '[aria-label="Notifications"]',
    '[aria-label="Your profile"]',
  ],
  signIn: [],
  // What is pushed to whoever looks (Discourse, Socket.IO): asked for without end, and never what the page shows to everybody.
  ownAddresses: ['/message-bus/', 'transport=polling'],
}

const SITES: readonly Behaviour[] = [
  {
    ...ANY,
    name: 'Facebook',
    hosts: ['facebook.com'],
    items: ['[role="article"]'],
    own: [
      '[role="banner"]',
      '[role="navigation"]',
      '[role="complementary"]',
      '[aria-label="Stories"]',
      '[aria-label="Your profile"]',
    ],
    signIn: ['form#login_form', 'form[data-testid="royal_login_form"]'],
    ownAddresses: ['/notifications', '/ajax/mercury', '/messages', '/bookmarks', '/friends/'],
  },
  {
    ...ANY,
    name: 'Instagram',
    hosts: ['instagram.com'],
    own: ['nav', '[role="navigation"]'],
    signIn: ['form#loginForm'],
    ownAddresses: ['/api/v1/news/inbox', '/direct_v2/', '/api/v1/feed/timeline', '/api/v1/feed/reels_tray'],
  },
  {
    ...ANY,
    name: 'X',
    hosts: ['x.com', 'twitter.com'],
    items: ['article[data-testid="tweet"]', 'article'],
    own: ['header[role="banner"]', '[data-testid="sidebarColumn"]', '[data-testid="DMDrawer"]'],
    signIn: ['[data-testid="LoginForm_Login_Button"]'],
    ownAddresses: ['/HomeTimeline', '/HomeLatestTimeline', '/notifications/', '/dm/', '/badge_count'],
  },
  {
    ...ANY,
    name: 'Nextdoor',
    hosts: ['nextdoor.com'],
    own: ['[role="banner"]', '[role="navigation"]', 'nav'],
    signIn: ['form[action*="/login"]'],
    ownAddresses: ['/notifications', '/news_feed', '/inbox'],
  },
  {
    ...ANY,
    name: 'YouTube',
    hosts: ['youtube.com'],
    items: ['ytd-comment-thread-renderer', 'ytd-comment-renderer', 'ytd-rich-item-renderer'],
  },
]

/** How the site of an address is opened; the way for any site where none is known. */
export function behaviourFor(address: string): Behaviour {
  const host = URL.parse(address)?.hostname ?? ''
  return SITES.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`))) ?? ANY
}
