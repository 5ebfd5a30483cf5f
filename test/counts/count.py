"""Counts what the samples hold, over the raw files and with the standard library alone: nothing here knows how Muniment reads.

Usage: python3 count.py SAMPLES. Prints a JSON list of {platform, sample, parts, counts}; `sample` and `parts` are paths below SAMPLES.
To add a sample: a function that returns counts(...), and a line in SAMPLES at the end. docs/counts.md says what each column means.
"""
import csv
import glob
import io
import json
import os
import re
import sys
import zipfile
from html import unescape

COLUMNS = ['posts', 'comments', 'messages', 'media', 'edits', 'deletions', 'reactions', 'other']


def counts(**known):
    return {column: known.get(column, 0) for column in COLUMNS}


def added(*several):
    return {column: sum(one[column] for one in several) for column in COLUMNS}


def files(folder, *endings):
    paths = glob.glob(os.path.join(glob.escape(folder), '**', '*'), recursive=True)
    return sorted(path for path in paths if os.path.isfile(path) and path.endswith(endings))


def text(path):
    with open(path, encoding='utf-8-sig') as file:
        return file.read()


def parsed(path):
    try:
        return json.loads(text(path))
    except ValueError:
        return None


def rows(content):
    return [row for row in csv.DictReader(io.StringIO(content)) if any((cell or '').strip() for cell in row.values() if isinstance(cell, str))]


# Meta: threads as JSON, and pages. A page's card has exactly one date of its own.
MEDIA_LISTS = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media']


def threads(folder):
    total = counts()
    for path in files(folder, '.json'):
        thread = parsed(path)
        if thread is None:
            continue
        messages = thread['messages']
        total = added(total, counts(
            messages=len(messages),
            media=sum(len(one.get(name, [])) for one in messages for name in MEDIA_LISTS) + sum('sticker' in one for one in messages),
            deletions=sum(one.get('isUnsent') is True or one.get('is_unsent') is True for one in messages),
            reactions=sum(len(one.get('reactions', [])) for one in messages)))
    return total


DATE = re.compile(r'>\s*(?:[A-Z][a-z]{2} \d{1,2}, \d{4},? (?:at )?|\d{1,2} [A-Z][a-z]{2} \d{4}, )\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\s*<')


def pages(folder):
    total = counts()
    for path in files(folder, '.html'):
        page = text(path)
        cards = len(DATE.findall(page))
        column = 'messages' if 'messages' in path or 'html_' in path else 'posts'
        total = added(total, counts(media=page.count('<img'), reactions=page.count('<li>'), **{column: cards}))
    return total


def threads_and_pages(folder):
    return added(threads(folder), pages(folder))


def instagram_flat(folder):
    get = lambda name: parsed(os.path.join(folder, name + '.json'))
    media, comments, likes, messages = get('media'), get('comments'), get('likes'), get('messages')
    taken = [one for name in ('photos', 'videos', 'stories', 'profile', 'direct') for one in media.get(name, [])]
    said = [one for thread in messages for one in thread['conversation']]
    answers = [one for list_ in get('stories_activities').values() if isinstance(list_, list) for one in list_ if isinstance(one, list)]
    return counts(
        posts=len(taken),
        comments=sum(len(list_) for list_ in comments.values()),
        messages=len(said),
        media=len(taken) + sum(isinstance(one.get('media'), str) or isinstance(one.get('media_url'), str) for one in said),
        reactions=sum(len(list_) for list_ in likes.values()) + sum(len(one.get('likes') or []) for one in said),
        other=len(answers) + 1)


def linkedin(names, open_file):
    table = lambda name: rows(open_file(name)) if name in names else []
    size = lambda *tables: sum(len(table(name + '.csv')) for name in tables)
    # An invitation is a message to whom it invites.
    return counts(
        posts=size('Shares') + sum(name.endswith('.html') for name in names),
        comments=size('Comments'),
        messages=size('messages', 'Invitations'),
        reactions=size('Reactions', 'Votes', 'Endorsement_Given_Info', 'Endorsement_Received_Info'),
        other=size('Events', 'Profile', 'Recommendations_Given', 'Recommendations_Received', 'Rich_Media', 'saved_articles'))


def linkedin_folder(folder):
    named = {os.path.basename(path): path for path in files(folder, '.csv', '.html')}
    return linkedin(named, lambda name: text(named[name]))


def linkedin_zip(path):
    with zipfile.ZipFile(path) as archive:
        named = {name.split('/')[-1]: name for name in archive.namelist() if '__MACOSX' not in name}
        return linkedin(named, lambda name: archive.read(named[name]).decode('utf-8-sig'))


def localwiki(folder):
    posts, other, media = 0, 0, 0
    versions = {}
    for path in files(folder, '.json'):
        whole = parsed(path)
        for one in whole.get('objects', whole.get('results', [whole])):
            keys = set(one)
            if 'content' in keys:
                posts += 1
                media += len(re.findall(r'<img\b', one['content']))
                key = one.get('slug', one['name'].lower())
                versions.setdefault(key, set()).add((one['content'], one.get('history_id')))
            elif 'file' in keys:
                other += 1
                media += 1
            elif keys & {'points', 'tags'} or {'name', 'slug'} <= keys and 'language_code' not in keys:
                other += 1
    return counts(posts=posts, other=other, media=media, edits=sum(len({text for text, _ in all_}) - 1 for all_ in versions.values()))


def sycamore(folder):
    whole = text(os.path.join(folder, 'export.xml'))
    versions, current = len(re.findall(r'<version\b', whole)), len(re.findall(r'<page\b', whole))
    return counts(posts=versions + current, edits=versions, media=len(re.findall(r'<file\b', whole)),
                  other=len(re.findall(r'<(?:file|event)\b', whole)))


def mastodon_zip(path):
    with zipfile.ZipFile(path) as archive:
        get = lambda name: json.loads(archive.read(name)) if name in archive.namelist() else {}
        outbox = get('outbox.json')['orderedItems']
        notes = [one['object'] for one in outbox if isinstance(one['object'], dict)]
        pictures = sum(name in archive.namelist() for name in ('avatar.png', 'header.png'))
        return counts(
            posts=len(outbox),
            media=sum(len(note.get('attachment') or []) for note in notes) + pictures,
            reactions=len(get('likes.json').get('orderedItems', [])),
            other=len(get('bookmarks.json').get('orderedItems', [])) + 1)


def mediawiki(folder):
    whole = text(os.path.join(folder, 'dump.xml'))
    revisions = len(re.findall(r'<revision>', whole))
    return counts(posts=revisions, edits=revisions - len(re.findall(r'<page>', whole)),
                  deletions=len(re.findall(r'<text[^>]*deleted="deleted"', whole)))


def flickr(folder):
    get = lambda pattern: [parsed(path) for path in sorted(glob.glob(os.path.join(glob.escape(folder), pattern)))]
    photos = get('photo_*.json')
    size = lambda pattern, key=None: sum(len(one if key is None else one[key]) for one in get(pattern))
    comments = sum(size(f'{what}_comments_part*.json') for what in ('photos', 'sets', 'galleries', 'apps'))
    return counts(
        posts=len(photos) + size('group_discussions*.json'),
        comments=comments + sum(len(one.get('comments', [])) for one in photos),
        messages=size('*flickrmail*.json'),
        media=len(photos),
        reactions=size('faves_part*.json', 'faves'),
        other=size('albums.json', 'albums') + size('galleries.json', 'galleries') + 1
        + sum(len(list_) for one in get('account_testimonials.json') for list_ in one['testimonials'].values()))


def bluesky(folder):
    # The same repository as JSON, as its author's own tool writes it.
    records = parsed(os.path.join(folder, 'snarfed2.json'))
    of = lambda name: records.get('app.bsky.' + name, {})
    return counts(posts=len(of('feed.post')) + len(of('feed.repost')), reactions=len(of('feed.like')),
                  other=len(of('actor.profile')), media=sum('avatar' in one for one in of('actor.profile').values()))


def x(folder):
    of = lambda name: sum(len(re.findall(r'"%s" :' % wrapped, text(path))) for path in files(folder, name + '.js') for wrapped in [name.rstrip('s')])
    return counts(posts=of('tweet') + of('tweets'), reactions=of('like'))


def youtube(folder):
    comments = sum(len(rows(text(path))) for path in files(folder, '.csv') if '/comments/' in path)
    chats = sum(len(list(csv.reader(io.StringIO(text(path).strip())))) for path in files(folder, 'noheader.csv'))
    playlists = [path for path in files(folder, '.json') if '/playlists/' in path]
    return counts(comments=comments + chats, other=len(playlists))


def feeds(folder):
    total = counts()
    for path in files(folder, '.rss', '.xml'):
        whole = re.sub(r'<!--.*?-->', '', text(path), flags=re.S)
        posts, feed = len(re.findall(r'<(?:item|entry)\b', whole)), len(re.findall(r'<(?:channel|feed)\b', whole))
        total = added(total, counts(posts=posts, other=feed))
    return total


def wordpress(folder):
    """Attachments are pictures, films and sounds of their own; the media of a post: its featured picture, what its body shows, its enclosures."""
    total = counts()
    for path in files(folder, '.xml'):
        whole = text(path)
        for item in re.findall(r'<item>(.*?)</item>', whole, flags=re.S):
            kind = re.search(r'<wp:post_type>(?:<!\[CDATA\[)?(\w+)', item)
            kind = kind.group(1) if kind else ''
            body = re.search(r'<content:encoded>(.*?)</content:encoded>', item, flags=re.S)
            shown = set(re.findall(r'<(?:img|video|audio|source)\b[^>]*?\bsrc="([^"]+)"', body.group(1) if body else ''))
            featured = len(re.findall(r'<wp:meta_key>(?:<!\[CDATA\[)?_thumbnail_id', item))
            enclosed = len(re.findall(r'<wp:meta_key>(?:<!\[CDATA\[)?enclosure', item))
            attached = kind == 'attachment'
            address = re.search(r'<wp:attachment_url>(?:<!\[CDATA\[)?([^<\]]*)', item)
            picture = attached and address and re.search(r'\.(jpe?g|png|gif|webp|mp4|mov|mp3|m4a|wav)$', address.group(1), re.I)
            known = kind in ('post', 'page') or bool(picture)
            total = added(total, counts(posts=int(known), other=int(not known),
                                        media=int(attached) + featured + enclosed + len(shown)))
        total = added(total, counts(comments=len(re.findall(r'<wp:comment>', whole))))
    return total


def snapchat(folder):
    total = counts()
    for path in files(folder, 'chat_history.json', 'snap_history.json'):
        for said in parsed(path).values():
            total = added(total, counts(
                messages=len(said),
                media=sum(len([one for one in (message.get('Media IDs') or '').split(' | ') if one]) for message in said),
                deletions=sum(message.get('Media Type') == 'STATUSERASEDMESSAGE' for message in said)))
    return total


def snapchat_old(folder):
    histories = [parsed(path) for path in files(folder, 'chat_history.json', 'snap_history.json')]
    return counts(messages=sum(len(list_) for one in histories for list_ in one.values()))


def medium(folder):
    pages_ = [text(path) for path in files(os.path.join(folder, 'export', 'posts'), '.html')]
    plain = lambda html: re.sub(r'<[^>]*>', '', html).strip()
    title = lambda page: plain(re.search(r'<h1 class="p-name">(.*?)</h1>', page, re.S).group(1))
    body = lambda page: plain(re.search(r'class="e-content">(.*)</section>', page, re.S).group(1))
    # A response has no title of its own: its first words stand there.
    responses = sum(title(page) == body(page) for page in pages_)
    whole = ''.join(pages_) + ''.join(text(path) for path in files(os.path.join(folder, 'export', 'profile'), '.html'))
    return counts(posts=len(pages_) - responses, comments=responses, other=1, media=len(re.findall(r'<img\b', whole)))


def tumblr(folder):
    total = counts()
    for path in files(folder, '.xml', '.txt'):
        whole = text(path)
        posts = re.findall(r'<post\b.*?</post>', whole, flags=re.S)
        messages = len(re.findall(r'<message\b', whole))
        # A set of photos shows its first one twice.
        media = sum(len(re.findall(r'<photo offset', post)) or int('<photo-url' in post) for post in posts)
        media += len(re.findall(r'<video-source', whole))
        media += len(re.findall(r'<(?:img|photo-url|photo)\b', whole)) if messages else 0
        total = added(total, counts(posts=len(re.findall(r'<post[ >]', whole)), messages=messages, media=media))
    return total


def vimeo(folder):
    answers = files(folder, '.json')
    clips = sum(os.path.basename(path).startswith(('clip', 'video')) for path in answers)
    return counts(posts=clips, other=len(answers) - clips)


def slack_zip(path):
    with zipfile.ZipFile(path) as archive:
        days = [json.loads(archive.read(name)) for name in archive.namelist() if re.search(r'/\d{4}-\d\d-\d\d\.json$', name)]
        listed = sum(len(json.loads(archive.read(name))) for name in ('channels.json', 'users.json', 'integration_logs.json'))
    said = [one for day in days for one in day]
    # That a message was edited is said, its earlier words are not there.
    return counts(messages=len(said), media=sum('file' in one for one in said), other=listed,
                  reactions=sum(reaction.get('count', 1) for one in said for reaction in one.get('reactions', [])))


MADE = 'made-from-the-format-reference/'
MSGVAULT = 'facebook/kenn-io__msgvault/'
NEW_SNAPCHAT = MADE + 'snapchat/new-2023+/mydata~1700000000000'
SAMPLES = [
    *[('facebook', [MSGVAULT + name], threads) for name in (
        'corrupt', 'e2ee_simple', 'json_group', 'json_multifile', 'json_nontext', 'json_simple', 'json_with_media', 'json_with_media_alt')],
    *[('facebook', [MSGVAULT + name], pages) for name in ('html_simple', 'html_timestamps', 'html_multi_media', 'html_with_media')],
    ('facebook', [MSGVAULT + 'mixed'], threads_and_pages),
    ('facebook', [MADE + 'facebook-html-2018-2022'], pages),
    ('instagram', ['instagram/UtrechtUniversity__anonymize-ddp/2020-flat-layout-redacted'], instagram_flat),
    ('instagram', [MADE + 'instagram-html/2022'], pages),
    ('instagram', [MADE + 'instagram-html/2025'], pages),
    ('linkedin', ['linkedin/silkyrich__linkedin-export-viewer/sample_export'], linkedin_folder),
    ('linkedin', ['linkedin/silkyrich__linkedin-export-viewer/sample_export.zip'], linkedin_zip),
    ('linkedin', [MADE + 'linkedin-eras/Basic_LinkedInDataExport_05-14-2021'], linkedin_folder),
    ('linkedin', [MADE + 'linkedin-eras/Basic_LinkedInDataExport_10-21-2023'], linkedin_folder),
    ('linkedin', [MADE + 'linkedin-eras/Complete_LinkedInDataExport_09-18-2022'], linkedin_folder),
    ('localwiki', ['localwiki/localwiki.org__api-v4-public'], localwiki),
    ('localwiki', ['localwiki/openseattle__localwiki_client'], localwiki),
    ('localwiki', [MADE + 'localwiki-sycamore'], sycamore),
    ('mastodon', ['mastodon/lmorchard__fossilizer/mastodon-export.zip'], mastodon_zip),
    ('mediawiki', ['mediawiki/mediawiki-utilities__python-mwxml'], mediawiki),
    ('flickr', ['flickr/yaniv-golan__offlickr/mini-export'], flickr),
    ('bluesky', ['bluesky/snarfed__arroba'], bluesky),
    ('x', ['twitter-x/dogsheep__twitter-to-sqlite/zip_contents'], x),
    ('youtube', ['youtube/purarue__google_takeout_parser'], youtube),
    ('podcast', ['podcast-rss/gpodder__podcastparser'], feeds),
    ('podcast', ['soundcloud/akupila__node-podcast-parser'], feeds),
    ('wordpress', ['wordpress/TryGhost__migrate'], wordpress),
    ('snapchat', [NEW_SNAPCHAT, NEW_SNAPCHAT + '-2'], snapchat),
    ('snapchat', [MADE + 'snapchat/old-2020'], snapchat_old),
    ('medium', ['medium/TryGhost__migrate'], medium),
    ('tumblr', ['tumblr/tiyb__tev'], tumblr),
    ('vimeo', ['vimeo/vimeo__VimeoNetworking'], vimeo),
    ('slack', ['slack/hfaran__slack-export-viewer/testarchive.zip'], slack_zip),
]
# Folders of exports that have nothing to do with one another: each file is one.
SEPARATE = (feeds, wordpress, tumblr)


def main(root):
    found = []
    for platform, parts, count in SAMPLES:
        total = added(*[count(os.path.join(root, part)) for part in parts])
        separate = count in SEPARATE
        inside = files(os.path.join(root, parts[0]), '.rss', '.xml', '.txt') if separate else []
        found.append({
            'platform': platform,
            'sample': parts[0],
            'parts': [os.path.relpath(path, root) for path in inside] or parts,
            'separate': separate,
            'counts': total})
    json.dump(found, sys.stdout)


main(sys.argv[1])
