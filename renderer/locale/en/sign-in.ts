// English strings of signing in to a site, for captures of pages.
export const en = {
  none: 'Nobody is signed in on this computer: pages are captured as everybody sees them.',
  kept: 'Signed in since {when}, at {hosts}.',
  about:
    'A window opens in which you sign in as at any site; close it when you are in. The site’s cookies stay in a folder of this account on this computer. They are in no vault, no backup and no capture, and Muniment never learns your password. Your own feed, name and notices are left out of the capture where Muniment knows the site’s marks for them.',
  address: 'Address of the site',
  addressHint: 'Such as https://www.example.gov/login',
  signIn: 'Sign in …',
  again: 'Sign in again …',
  signOut: 'Sign out',
  open: 'The window in which you sign in is open. Close it when you are in.',
  left: 'The window was closed, and no site left a log-in.',
  out: 'You are signed out: what the sites had left on this computer is deleted.',
} as const
