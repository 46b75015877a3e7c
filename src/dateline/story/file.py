"""The story document as a YAML file: read with all its faults at once, written with a person's comments kept."""

from __future__ import annotations

import hashlib
import io
import re
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.story.files import read_text, write_beside
from dateline.story.ids import dangling, did_you_mean
from dateline.story.model import SCHEMA, Story

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

__all__ = ["StoryFileError", "dump", "dumps", "load", "loads", "save", "to_document"]

Path_ = tuple[str | int, ...]

_ONE_OR_MANY = ("about", "of", "via", "show", "focus")  # a single id may be written without brackets
# Words that need no quotes in any YAML; all else is quoted and escaped (ruamel writes "?0" and U+0085 so that they are
# not read back).
_PLAIN = re.compile(r"[^\W_](?:[\w \-./@()’‘“”–—]*[\w.)’”])?")
_ENDS = {"from": "also_from", "to": "also_to", "place": "also_place"}  # several ends: the file has them in one list
_LISTS = ("legs", "operators", "says", "denies", "evidence")


class StoryFileError(DatelineError):
    """
    A story file that cannot be used.

    Attributes
    ----------
    faults
        One line each: file line, field, value and way out.
    """

    def __init__(self, name: str, faults: list[str]) -> None:
        self.name = name
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__("\n".join([f"{name}: {count}", *(f"  {fault}" for fault in faults)]))


def load(path: str | Path, /, *, text: str | None = None) -> Story:
    """
    Read a story file and the article that it names.

    Parameters
    ----------
    path
        The YAML (or JSON) file.
    text
        The article's text, where the file that the story names is not at hand.

    Raises
    ------
    StoryFileError
        With every fault of the file: line, field, value and the way out; or with the article's file, when that is
        missing or is not the text that the story was written from.
    """
    path = Path(path)
    story, tree = _parse(read_text(path), path.name)
    if text is None and story.article.file is not None:
        beside = path.parent / story.article.file
        if not beside.is_file():
            line = _line_of(tree, ("article", "file"))
            fault = (
                f"line {line}: article.file: {story.article.file!r} is not beside the story; give the article's text"
            )
            raise StoryFileError(path.name, [fault])
        text = read_text(beside)
    return _with_text(story, text, path.name, tree)


def loads(document: str, /, *, text: str | None = None, name: str = "story") -> Story:
    r"""
    Read a story document from a string; ``name`` is what messages call it.

    Raises
    ------
    StoryFileError
        As `load` does.

    Examples
    --------
    >>> loads("schema: dateline/story@1\narticle: {title: A ship sails}").article.title
    'A ship sails'
    """
    story, tree = _parse(document, name)
    return _with_text(story, text, name, tree)


def dumps(story: Story, /, *, base: str | None = None) -> str:
    """
    Write a story as YAML; the same story gives the same text.

    Parameters
    ----------
    base
        An older text of the same story: its comments, order and spelling stay where the content did not change.

    Examples
    --------
    >>> from dateline.story.model import Article, Story
    >>> print(dumps(Story(article=Article(title="A ship sails"))), end="")
    schema: dateline/story@1
    article:
      title: A ship sails
    """
    from ruamel.yaml.comments import CommentedMap

    yaml = _yaml()
    document = to_document(story)
    tree = yaml.load(base) if base else None
    merged = _merge(tree, document) if isinstance(tree, CommentedMap) else _styled(document)
    out = io.StringIO()
    yaml.dump(merged, out)
    return out.getvalue()


def dump(story: Story, /, path: str | Path) -> None:
    """
    Write a story file whole or not at all; comments and order of a file that is already there survive.

    Raises
    ------
    DatelineError
        When the folder cannot be written to.
    """
    path = Path(path)
    base = read_text(path) if path.exists() else None
    write_beside(path, dumps(story, base=base).encode("utf-8"))


def save(story: Story, /, path: str | Path) -> None:
    """
    Write a story and, beside it, the article's text when the file it names is not there yet.

    Raises
    ------
    DatelineError
        When the folder cannot be written to, or another text is in the way.
    """
    path = Path(path)
    name = story.article.file or f"{path.stem}.article.txt"
    beside = path.parent / name
    if beside.exists() and read_text(beside) != story.text:
        name = f"{path.stem}.article.txt"
        beside = path.parent / name
    if not beside.exists() or read_text(beside) != story.text:
        write_beside(beside, story.text.encode("utf-8", "surrogatepass"))
    dump(replace(story, article=replace(story.article, file=name)), path)


def to_document(story: Story, /) -> dict[str, Any]:
    """Turn a story into plain dicts and lists as the file has them, values that are unset left out."""
    document = _adapter().dump_python(story, mode="json", by_alias=True, exclude_defaults=True)
    document.pop("text", None)
    for event in document.get("events", []):
        for key in ("about", "of"):
            if len(event.get(key, ())) == 1:
                event[key] = event[key][0]
        for end, others in _ENDS.items():
            if others in event:
                event[end] = [event[end], *event.pop(others)]
        for quantity in [event.get("quantity"), *(leg.get("quantity") for leg in event.get("legs", []))]:
            for key in ("value", "high"):
                if quantity and isinstance(quantity.get(key), float) and quantity[key].is_integer():
                    quantity[key] = int(quantity[key])
    return {"schema": SCHEMA, **{key: value for key, value in document.items() if key != "schema"}}


@cache
def _adapter() -> TypeAdapter[Story]:
    from pydantic import TypeAdapter

    return TypeAdapter(Story)


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 100_000  # a line of the file is never folded: folded flow maps are hard to edit
    yaml.indent(mapping=2, sequence=2, offset=0)
    yaml.preserve_quotes = True
    yaml.representer.add_representer(
        type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return yaml


# ---------------------------------------------------------------------------------------------------- reading


def _parse(document: str, name: str) -> tuple[Story, CommentedMap]:
    from pydantic import ValidationError
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        tree = _yaml().load(document)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise StoryFileError(name, [f"line {line}: not YAML: {error.problem or error.context}"]) from error
    except YAMLError as error:
        raise StoryFileError(name, [f"line 1: not YAML: {' '.join(str(error).split())}"]) from error
    if not isinstance(tree, CommentedMap):
        raise StoryFileError(name, [f"line 1: no story document; it starts with 'schema: {SCHEMA}'"])
    if tree.get("schema") != SCHEMA:
        line = _line_of(tree, ("schema",))
        fault = f"line {line}: schema: {tree.get('schema')!r} is not {SCHEMA!r}, the one this version reads"
        raise StoryFileError(name, [fault])
    plain: Any = _listed(_plain(tree))
    try:
        story = _adapter().validate_python(plain)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        mended = _mended(plain, errors)
        faults = [_fault(tree, plain, item) for item in errors]
        raise StoryFileError(name, _in_order(faults + (_dangling(mended, tree) if mended else []))) from error
    if faults := _dangling(story, tree):
        raise StoryFileError(name, _in_order(faults))
    return story, tree


def _dangling(story: Story, tree: CommentedMap) -> list[tuple[int, str]]:
    return [(_line_of(tree, fault.path), f"{fault.where}: {fault.message}") for fault in dangling(story)]


def _mended(plain: object, errors: list[Any]) -> Story | None:
    """Put harmless values where the faults are, so that references are checked in the same run; None if that fails."""
    from pydantic import ValidationError

    mended = deepcopy(plain)
    for error in errors:
        *above, last = error["loc"]
        node: Any = mended
        with suppress(LookupError, TypeError):
            for part in above:
                node = node[part]
            if error["type"] == "literal_error":
                node[last] = error["ctx"]["expected"].split("'")[1]
            elif error["type"] == "missing":
                node[last] = ""
            elif isinstance(node, dict):
                node.pop(last, None)
    try:
        return _adapter().validate_python(mended)
    except ValidationError:
        return None


def _with_text(story: Story, text: str | None, name: str, tree: CommentedMap) -> Story:
    if text is None:
        return story
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if story.article.sha256 not in (None, sha256):
        line = _line_of(tree, ("article", "sha256"))
        fault = (
            f"line {line}: article.sha256: {story.article.sha256[:12]}… is not this text's ({sha256[:12]}…); "
            "the article changed since: draft again, or give the text that the story was written from"
        )
        raise StoryFileError(name, [fault])
    return replace(story, text=text, article=replace(story.article, sha256=sha256))


def _plain(node: Any) -> Any:  # noqa: ANN401
    """Return ruamel's tree as plain values; dates become ISO words."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, date):
        return node.isoformat()
    return str(node) if isinstance(node, str) else node


def _listed(document: dict[str, Any]) -> dict[str, Any]:
    """Write a single id as a list of one, and leave out what is empty: both are allowed in the file."""
    filled = {key: value for key, value in document.items() if value is not None}
    for name in ("events", "measures", "steps"):
        for part in filled.get(name) or ():
            for inner in [part, *(part.get("legs") or ())] if isinstance(part, dict) else ():
                if isinstance(inner, dict):
                    inner |= {key: [inner[key]] for key in _ONE_OR_MANY if isinstance(inner.get(key), str)}
                    for key in [key for key in (*_ONE_OR_MANY, *_LISTS) if key in inner and inner[key] is None]:
                        del inner[key]
                    if name == "events" and inner is part:
                        _part_ends(inner)
    return filled


def _part_ends(event: dict[str, Any]) -> None:
    """Put the first of several ends apart from the others: ``to: [mali, niger]``."""
    for end, others in _ENDS.items():
        if isinstance(event.get(end), list) and event[end]:
            event[end], *event[others] = event[end]


def _fault(tree: CommentedMap, plain: Any, error: Any) -> tuple[int, str]:  # noqa: ANN401
    path = tuple(part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function")))
    value = error["input"]
    where = _where(plain, path)
    match error["type"]:
        case "literal_error":
            words = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            known = [word.strip() for word in words.split(",")]
            message = f"{value!r} is not one of {', '.join(known)}{did_you_mean(str(value), known)}"
        case "missing":
            message = "is missing"
        case "extra_forbidden" | "unexpected_keyword_argument":
            message = f"no field of this name (value {_short(value)})"
        case _:
            message = f"{_short(value)}: {error['msg'][0].lower()}{error['msg'][1:]}"
    return _line_of(tree, path), f"{where}: {message}"


def _short(value: Any) -> str:  # noqa: ANN401
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _where(plain: Any, path: Path_) -> str:  # noqa: ANN401
    """Name a place in the document for people: ``events[e3].legs[e3a].status``."""
    words = ""
    node = plain
    for part in path:
        below = None
        with suppress(LookupError, TypeError):
            below = node[part]
        if isinstance(part, int):
            words += f"[{below.get('id', part) if isinstance(below, dict) else part}]"
        else:
            words += f".{part}" if words else part
        node = below
    return words


def _line_of(tree: Any, path: Path_) -> int:  # noqa: ANN401
    """Find the file's line (from 1) of what a path leads to, or of the nearest thing above it."""
    line = 1
    node = tree
    for part in path:
        try:
            mark = node.lc.item(part) if isinstance(part, int) else node.lc.key(part)
            line = mark[0] + 1
            node = node[part]
        except (LookupError, TypeError, AttributeError):
            break
    return line


def _in_order(faults: list[tuple[int, str]]) -> list[str]:
    return [f"line {line}: {message}" for line, message in sorted(dict.fromkeys(faults))]


# ---------------------------------------------------------------------------------------------------- writing


def _styled(node: Any, *, depth: int = 0) -> Any:  # noqa: ANN401
    """Build ruamel's tree for new content: small things on one line, the rest as blocks."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(node, dict):
        styled = CommentedMap((key, _styled(value, depth=depth + 1)) for key, value in node.items())
        if depth >= 2 and _is_small(node):
            styled.fa.set_flow_style()
        return styled
    if isinstance(node, list):
        seq = CommentedSeq(_styled(value, depth=depth + 1) for value in node)
        if not any(isinstance(value, dict) for value in node):
            seq.fa.set_flow_style()
        return seq
    if isinstance(node, str) and not _PLAIN.fullmatch(node):
        return DoubleQuotedScalarString(node)
    return node


def _is_small(node: dict[str, Any]) -> bool:
    flat = all(
        not isinstance(value, dict) and not (isinstance(value, list) and any(isinstance(one, dict) for one in value))
        for value in node.values()
    )
    return flat and "id" not in node and "show" not in node


def _merge(old: Any, new: Any) -> Any:  # noqa: ANN401
    """Bring ``old`` (ruamel's tree) to the content of ``new``, touching only what differs."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(old, CommentedMap) and isinstance(new, dict):
        for key in [key for key in old if key not in new]:
            if _plain(old[key]) not in (None, [], {}) and not _is_default(key, old[key]):
                del old[key]
        for key, value in new.items():
            old[key] = _merge(old[key], value) if key in old else _styled(value, depth=2)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        if all(isinstance(item, dict) and "id" in item for item in [*old, *new]):
            return _merge_by_id(old, new)
        for n, value in enumerate(new):
            if n < len(old):
                old[n] = _merge(old[n], value)
            else:
                old.append(_styled(value, depth=2))
        del old[len(new) :]
        return old
    same = _plain(old) == new or (isinstance(old, str) and isinstance(new, list) and new == [str(old)])
    return old if same else _styled(new, depth=2)


def _merge_by_id(old: Any, new: list[dict[str, Any]]) -> Any:  # noqa: ANN401
    wanted = {item["id"]: item for item in new}
    for n in reversed(range(len(old))):
        if old[n]["id"] not in wanted:
            del old[n]
    for n, item in enumerate(new):
        at = next((m for m in range(n, len(old)) if old[m]["id"] == item["id"]), None)
        if at is None:
            old.insert(n, _styled(item, depth=2))
            continue
        if at != n:
            old.insert(n, old.pop(at))
        old[n] = _merge(old[n], item)
    return old


def _is_default(key: str, value: Any) -> bool:  # noqa: ANN401
    """Whether a field that a writer leaves out stands in the file with the very value it has by default."""
    defaults = {
        "basis": ("explicit",),
        "review": ("auto",),
        "ambiguous": (False,),
        "language": ("en",),
        "precision": ("point",),
        "score": (0,),
    }
    return value in defaults.get(key, ())
