// Which item an address on the web shows, by the number that the platform's exports write.
import { describe, expect, test } from 'vitest'
import { itemAt } from '../../../electron/core/intake/platforms.ts'

describe('an address', () => {
  test.each([
    ['x', 'https://x.com/AlderBayCity/status/1700?s=20', '1700'],
    ['x', 'https://mobile.twitter.com/AlderBayCity/statuses/1700/photo/1', '1700'],
    ['x', 'https://x.com.example.org/AlderBayCity/status/1700', null],
    ['x', 'https://x.com/AlderBayCity', null],
    ['youtube', 'https://www.youtube.com/watch?v=abc&lc=Ugx12345', 'Ugx12345'],
    ['youtube', 'https://www.youtube.com/watch?v=abc', null],
    ['reddit', 'https://www.reddit.com/r/alder/comments/abc12/title_of_it/', 't3_abc12'],
    ['reddit', 'https://old.reddit.com/r/alder/comments/abc12/title_of_it/def34/?context=3', 't1_def34'],
    ['flickr', 'https://www.flickr.com/photos/alderbay/53000000001/in/photostream/', '53000000001'],
    ['mastodon', 'https://city.example/@alderbay/111', 'https://city.example/users/alderbay/statuses/111'],
    [
      'mastodon',
      'https://city.example/users/alderbay/statuses/111',
      'https://city.example/users/alderbay/statuses/111',
    ],
    ['mastodon', 'https://city.example/@alderbay', null],
    [
      'linkedin',
      'https://www.linkedin.com/feed/update/urn:li:share:7012345/',
      'https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7012345',
    ],
    ['wordpress', 'https://news.example/?p=12', '12'],
    ['wordpress', 'https://news.example/2024/03/pool/', null],
    ['facebook', 'https://www.facebook.com/alderbay/posts/road-closed/10160000000000001/', '10160000000000001'],
    ['facebook', 'https://m.facebook.com/permalink.php?story_fbid=10160000000000001&id=7', '10160000000000001'],
    ['facebook', 'https://www.facebook.com/alderbay/posts/10160000000000001?comment_id=77777', '77777'],
    ['facebook', 'https://www.facebook.com/alderbay/posts/pfbid02abc', null],
    ['facebook', 'https://www.facebook.com/alderbay', null],
    ['nothing-known', 'https://x.com/a/status/1', null],
  ])('on %s, %s, shows %s', (platform, address, id) => {
    expect(itemAt(platform, address)?.id ?? null).toBe(id)
  })

  test('of a film or picture is none of a comment below it', () => {
    expect(itemAt('flickr', 'https://www.flickr.com/photos/alderbay/1')?.kinds).not.toContain('comment')
  })
})
