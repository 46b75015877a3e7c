"""What a web page puts around an article: known by its wording, never by the article."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_chrome", "is_section", "tail_start"]

_LONGEST = 220  # a longer block is the article's own, whatever it begins with

_SITE = "(?:facebook|twitter|whatsapp|linkedin|reddit|telegram|instagram|pinterest|youtube|tiktok|bluesky|threads)"
_WHOLE: Final = re.compile(
    r"""(?ix)
    (?:related|recommended|similar|popular|trending|latest|more|top|featured|other|previous|next
        |most[ ](?:read|popular|viewed))
      (?:[ ](?:on|in|from|this|the|our|by))*
      [ ]?(?:articles?|stor(?:y|ies)|posts?|news|reading|topics?|videos?|coverage|links|headlines|for[ ]you)?:?
  | (?:you[ ](?:may|might)[ ]also|also)[ ](?:like|enjoy|read|on)\b.*
  | (?:read|see|watch|listen|hear|learn)[ ](?:more|also|next|now|further)\b.*
  | (?:continue|keep)[ ]reading\b.*
  | (?:leave|post|write|add)[ ]a[ ](?:reply|comment|response)\b.*
  | (?:\d+[ ])?(?:comments?|replies|responses|shares?|likes?|views?)(?:[ ]\(?\d+\)?)?(?:[ ]on\b.*)?
  | (?:cancel|submit|post)[ ](?:reply|comment)
  | back[ ]to[ ]top(?:[ ]button)?
  | (?:skip|jump)[ ]to\b.*
  | (?:share|tweet|pin|email|e-mail|print|copy|save)
      (?:[ ](?:this|on|via|with|the|it|link|to|page|article|story|by|a|friend|SITE|x|email))*
  | (?:SITE|x)(?:[ ,|/]+(?:SITE|x|email|print))*
  | (?:follow|join|find|like|contact)[ ]us\b.*
  | (?:subscribe|sign[ ](?:up|in)|log[ ]?(?:in|out)|register|create[ ](?:an?[ ])?(?:free[ ])?account|donate)\b.*
  | (?:advertise?ments?|sponsored(?:[ ]content)?|ad|promoted|story[ ]continues(?:[ ]below)?(?:[ ]advertisement)?)
  | (?:ad[ ]?block(?:er)?)\b.*
  | (?:tags?|topics?|categor(?:y|ies)|filed[ ]under|keywords?|posted[ ]in)[ ]?:.*
  | (?:photo|image|picture|file[ ]photo|graphic|video)s?[ ]?(?:credit|by|courtesy|source)?[ ]?[:©].{0,80}
  | (?:copyright|©|\(c\))[ ].*
  | (?:home|menu|search|close|open|next|previous|prev|loading|share|gallery|live|opinion)
      (?:[ ]?[|>»/][ ]?\w+)*[.…]*
  | (?:published|updated|posted|last[ ](?:updated|modified))\b[ ]?:?.{0,60}
  | \d+[ ]min(?:ute)?s?[ ]read
  | (?:name|email|website|comment|message|save[ ]my[ ]name.*)[ ]?\*?
  | [\W\d_]*
    """.replace("SITE", _SITE)
)
_ANYWHERE: Final = re.compile(
    r"""(?ix)
    your[ ]e-?mail[ ]address[ ]will[ ]not[ ]be
  | required[ ]fields[ ]are[ ]marked
  | (?:disabl|turn(?:ing)?[ ]off|whitelist)\w*[ ](?:your[ ])?(?:ad[ ]?block)
  | (?:supporting?|support)[ ]us[ ]by
  | (?:we|this[ ](?:web)?site|our[ ](?:web)?site)[ ]uses?[ ]cookies|accept[ ](?:all[ ])?cookies|cookie[ ]policy
  | (?:all[ ]rights[ ]reserved|terms[ ]of[ ](?:use|service)|privacy[ ]policy)
  | (?:our|free|daily|weekly)[ ](?:\w+[ ])?newsletters?\b|(?:to|in)[ ]your[ ]inbox
  | (?:may|must)[ ]not[ ]be[ ](?:published|reproduced|republished|redistributed)
  | click[ ]here\b | javascript[ ]is[ ]
  | (?:download|get)[ ](?:our|the)[ ](?:\w+[ ])?app\b
    """
)
_TAIL: Final = re.compile(
    r"(?i)(?:related|recommended|similar|popular|most read|trending|latest|more)\b.{0,30}"
    r"|(?:leave|post) a (?:reply|comment).*|(?:\d+ )?(?:comments?|responses)(?: \(\d+\))?|you (?:may|might) also like.*"
    r"|about the author.*|back to top.*|ad ?block.*"
)
_SECTIONS: Final = re.compile(
    r"(?:world|news|home|politics|business|sport|sports|opinion|local|national|international|culture|arts|science"
    r"|health|technology|tech|europe|asia|africa|americas|economy|markets|travel|lifestyle|entertainment|breaking|latest|environment"
    r"|climate|crime|education|weather|video|life|money|finance|society|features|analysis|live|exclusive|and|the|us|uk)"
)


def is_chrome(block: str, /) -> bool:
    """
    Whether a block of text is the page's, not the article's.

    Examples
    --------
    >>> [is_chrome(words) for words in ("Related Articles", "Leave a Reply", "The ferry left on time.")]
    [True, True, False]
    """
    words = " ".join(block.split()).strip("*_# ")
    if len(words) > _LONGEST:
        return False
    return _WHOLE.fullmatch(words) is not None or _ANYWHERE.search(words) is not None


def is_section(block: str, /) -> bool:
    """
    Whether a line only names a section of the paper ("World", "Business / Markets").

    Examples
    --------
    >>> is_section("World"), is_section("World Cup Opens")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+", block.lower())
    return 0 < len(words) <= 4 and all(_SECTIONS.fullmatch(word) for word in words)


def tail_start(blocks: list[str], /) -> int:
    """
    Return the number of the block where the page's tail begins, or the number of blocks.

    A heading such as "Related articles" begins the tail when no paragraph of the article's length follows.

    Examples
    --------
    >>> tail_start(["The ferry left Dover on time, the company said.", "Related Articles", "Ferry sinks"])
    1
    """
    for n, block in enumerate(blocks):
        words = " ".join(block.split()).strip("*_#: ")
        if n and len(words) < 60 and _TAIL.fullmatch(words):
            rest = [other for other in blocks[n + 1 :] if not is_chrome(other)]
            if all(len(other) < _LONGEST for other in rest):
                return n
    return len(blocks)
