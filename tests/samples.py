"""Exports as the platforms document them, made here: no real person's file is in the repository."""

import csv
import io
import json
import tarfile
import zipfile
from datetime import date, timedelta

import openpyxl

META = [
    "Post ID",
    "Account ID",
    "Account username",
    "Account name",
    "Description",
    "Duration (sec)",
    "Publish time",
    "Permalink",
    "Post type",
    "Data comment",
    "Date",
    "Views",
    "Reach",
    "Likes",
    "Shares",
    "Follows",
    "Comments",
    "Saves",
]
X = [
    "Post id",
    "Date",
    "Post text",
    "Post Link",
    "Impressions",
    "Likes",
    "Engagements",
    "Bookmarks",
    "Shares",
    "New follows",
    "Replies",
    "Reposts",
    "Profile visits",
    "Detail Expands",
    "URL Clicks",
    "Hashtag Clicks",
    "Permalink Clicks",
]
PITCH = "Only 20 places left! Order now with our special offer, link in bio."
QUESTION = "What are you working on this week? I would love to hear."
FIRST = date(2026, 7, 6)


def texts(number):
    """So many texts, every second one a pitch."""
    return [PITCH if at % 2 else QUESTION for at in range(number)]


def as_text(rows, delimiter=","):
    """Rows as a text table."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def workbook(**sheets):
    """A workbook of these sheets, underscores in their names as blanks."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(files):
    """A ZIP archive of texts or bytes by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def linkedin(posts=20, followers=2000, impressions=130):
    """LinkedIn's content analytics: numbers and dates are texts in it."""
    days = [FIRST + timedelta(days=3 * at) for at in range(posts)]
    said = [f"{day.month}/{day.day}/{day.year}" for day in days]
    links = [f"https://www.linkedin.com/posts/x_y-share-70000000{at:02}-z" for at in range(posts)]
    by_both = [
        [link, day, str(3), None, link, day, f"{impressions + at:,}"]
        for at, (link, day) in enumerate(zip(links, said, strict=True))
    ]
    heads = ["Post URL", "Post publish date", "Engagements", None, "Post URL"]
    return workbook(
        DISCOVERY=[
            ["Overall performance", f"{said[0]} - {said[-1]}"],
            ["Impressions", "9,100"],
            ["Members reached", "2,500"],
        ],
        ENGAGEMENT=[["Date", "Impressions", "Engagements"], [said[0], "130", "3"]],
        TOP_POSTS=[
            ["Maximum of 50 posts available to include in this list"],
            [],
            [*heads, "Post publish date", "Impressions"],
            *by_both,
        ],
        FOLLOWERS=[
            [f"Total followers on {said[-1]}:", f"{followers:,}"],
            [],
            ["Date", "New followers"],
            [said[0], "2"],
        ],
        DEMOGRAPHICS=[["Top demographics", "Value", "Percentage"], ["Industry", "Farming", "12%"]],
    )


def x(posts=50):
    """X's analytics by post."""
    rows = []
    for at, text in enumerate(texts(posts)):
        day = (FIRST + timedelta(days=at)).strftime("%a, %b %-d, %Y")
        counts = [400 + at, 3, 9, 0, 0, 1, at % 3, 1, 2, 4, 0, 0, 0]
        rows.append([2074000000 + at, day, text, f"https://x.com/me/status/{at}", *counts])
    return as_text([X, *rows]).encode()


def instagram(posts=12):
    """What Meta Business Suite exports of an Instagram account."""
    rows = []
    for at, text in enumerate(texts(posts)):
        day = (FIRST + timedelta(days=at)).strftime("%m/%d/%Y 18:30")
        link = f"https://www.instagram.com/p/{at}/"
        head = [1800 + at, 17, "me", "Me", text, 0, day, link, "IG image", "", "Lifetime"]
        rows.append([*head, 320, 250 + at, 12, 1, 0, at % 4, 2])
    return as_text([META, *rows]).encode("utf-8-sig")


def facebook(posts=12):
    """What Meta Business Suite exports of a Facebook page."""
    heads = [{"Account ID": "Page ID", "Account name": "Page name"}.get(h, h) for h in META]
    rows = list(csv.reader(io.StringIO(instagram(posts).decode("utf-8-sig"))))[1:]
    keep = [at for at, head in enumerate(heads) if head not in ("Account username", "Follows")]
    return as_text([[row[at] for at in keep] for row in [heads, *rows]]).encode("utf-8-sig")


def outbox(posts=12):
    """Mastodon's outbox: own posts, and one passed on from somebody else."""
    notes = [
        {
            "type": "Create",
            "object": {
                "type": "Note",
                "published": f"{FIRST + timedelta(days=at)}T09:00:00Z",
                "content": f"<p>{text}<br>Ana &amp; Ben</p>",
            },
        }
        for at, text in enumerate(texts(posts))
    ]
    passed_on = {"type": "Announce", "object": "https://example.social/1"}
    return json.dumps({"type": "OrderedCollection", "orderedItems": [passed_on, *notes]})


def mastodon_zip(posts=12):
    """Mastodon's archive as it is now."""
    return zipped({"avatar.png": b"\x89PNG", "outbox.json": outbox(posts)})


def mastodon_tar(posts=12):
    """Mastodon's archive as it was until 2023."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        data = outbox(posts).encode()
        entry = tarfile.TarInfo("outbox.json")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
