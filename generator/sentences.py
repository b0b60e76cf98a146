"""The sentences of the checks that the form on the site says as well, each once: rules say them, and ``exports.checks`` hands them out.

The scripts know a sentence by its name here in small letters. Where somebody who answers questions would not know the words of a
file, it is said to them in others.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.phrase import NAMED, OR, Sentence, counting, named, sentence

# Any value

ITEM = sentence("an item of %(field)s")
NEAR = sentence("did you mean %(near)s?")
ADD_LINE = sentence("add a line like `%(line)s`").to_asked("every practice needs it")
MISSING = sentence("the field `%(field)s` is missing").to_asked("this has to be answered")
MISSING_IN = sentence("the field `%(field)s` is missing in `%(group)s`").to_asked("this has to be answered")
TOO_LONG = counting(
    "%(field)s has %(n)s character; at most %(limit)s are allowed",
    "%(field)s has %(n)s characters; at most %(limit)s are allowed",
)
SHORTEN = counting("shorten it by %(n)s", "shorten it by %(n)s")
TOO_MANY = counting(
    "%(field)s has %(n)s item; at most %(limit)s are allowed",
    "%(field)s has %(n)s items; at most %(limit)s are allowed",
)
KEEP_BEST = sentence("keep those that fit best")
REPEATED = sentence("%(value)s stands twice in %(field)s")
TAKE_ONE = sentence("take one of them away")
NO_ADDRESS = sentence("`%(value)s` is no address of a web page")
ADDRESS_SPACES = sentence("take the spaces out, or write each as %20")
ADDRESS_COPY = sentence("copy it from the address bar of a browser, like https://www.example.org/plan")
ADDRESS_PAGES = sentence("only pages that begin with https:// or http:// can be linked")
ADDRESS_BEGIN = sentence("begin it with https://, like `https://%(address)s`")

# Words

UNSEEN = sentence("the character %(code)s cannot be seen by a reader of this file")
DELETE = sentence("delete it; typing the words anew removes it")
HTML = sentence("%(field)s is plain text, and holds HTML: `%(words)s`")
TAKE_TAG = sentence("take the tag away")
MARKDOWN = sentence("%(field)s is plain text, and holds Markdown")
TAKE_MARKS = sentence("take the marks away; links belong in %(links)s", links=named("links"))
CONTACT = sentence("%(field)s seems to hold somebody's contact: `%(words)s`")
LEAVE_OUT_CONTACT = sentence("leave it out; an institution's own page can stand under %(links)s", links=named("links"))
PLACEHOLDER = sentence("%(field)s only holds a place: `%(words)s`")
WRITE_OR_LEAVE = sentence("write it, or leave the field out until it is known")
MIXED = sentence("`%(word)s` in %(field)s has letters that only look Latin")
TYPE_ANEW = sentence("type the word anew on a keyboard of its language")

# Provisions and sources

BELONGS_IN = sentence("the first provision, %(provision)s, belongs in the folder %(folder)s").to_asked(
    "the first provision, %(provision)s, is of another article than the one that this entry stands under"
)
MOVE_FILE = sentence("move the file, with its translations, to practices/%(folder)s/").to_asked(
    "ask those who keep this site to move the entry"
)
MOVE_OR_PUT_FIRST = sentence(
    "move the file, with its translations, to practices/%(folder)s/; or put a provision of article %(article)s first"
).to_asked("put a provision of article %(article)s first, or ask those who keep this site to move the entry")
NO_PARAGRAPH = sentence("the document %(document)s has no paragraph %(paragraph)s")
PARAGRAPHS_ARE = sentence("its paragraphs are 1 to %(last)s")
NO_NUMBER = sentence("`%(value)s` is no number of a paragraph")
WRITE_EACH = sentence("write each of them: %(paragraphs)s")
NUMBER_ALONE = sentence("write the number alone, 1 to %(last)s; several as items of the list").to_asked(
    "write the numbers alone, 1 to %(last)s, with commas between them"
)
PARAGRAPHS_MISSING = sentence("the paragraphs of the document are not given")
ADD_NUMBERS = sentence('add the numbers, like `paragraphs: ["20"]`').to_asked("add the numbers, such as 20, 21")
NO_ORIGIN = sentence("this source has neither document nor title")
ADD_ORIGIN = sentence("add `document:` with an id from registry/documents/, or `title:` with its title").to_asked(
    "choose a document from the list, or give the title of another source"
)
OF_NO_DOCUMENT = sentence("these paragraphs belong to no document")
NAME_DOCUMENT = sentence(
    "name the document; for a source with a title of its own, put the place into `note:`"
).to_asked("choose the document; for a source with a title of its own, write the place as a caveat")
PAGE_WITHOUT = sentence("this web page has no `%(field)s`").to_asked("for a web page, %(question)s has to be answered")
ADD_READING = sentence("add a line like `%(line)s`").to_asked("say when the page was read, and how far")
ITSELF = sentence("this is the entry itself")
NAME_ANOTHER = sentence("name another entry, or take it away")

# Dates

NO_DATE = sentence("`%(value)s` is no date that %(field)s can hold")
WRITE_DATE = sentence("write the year, the month after it, or the day after that: 2013, 2013-05, 2013-05-21")
NOT_IN_CALENDAR = sentence("there is no %(date)s in the calendar")
LOOK_AT_MONTH = sentence("look at month and day again")
FUTURE = sentence("%(date)s is in the future")
WRITE_DAY = sentence("write the day it happened")
WRITE_PLANNED = sentence(
    "write `status: planned`, or leave the date out until it has come",
    status=named("status"),
    planned=named("planned", "status"),
).to_asked("choose %(planned)s under %(status)s, or leave the date out until it has come")
ENDS_BEFORE = sentence("it ends in %(until)s, before it begins in %(since)s")
EXCHANGE = sentence("exchange the two")
UNLIKELY_YEAR = sentence("%(year)s is an unlikely year")
LOOK_AT_FIGURES = sentence("look at its figures again")

# The name of the file, and whose practice it is

NO_NAME = sentence("the file has no name")
NO_ID = sentence("`%(id)s` is no name that an address can be made of")
CALL_FILE = sentence("call the file `%(near)s.yml`").to_asked("call it `%(near)s`")
USE_LETTERS = sentence(
    "use small letters a to z, digits and single hyphens, at most %(limit)s; no name of a device, like `con`"
)
ID_BEGINS = sentence("the name of the file, %(id)s, does not begin with %(begin)s")
RENAME = sentence("rename the file, or mend the countries").to_asked("change the name of the file, or the State")
ID_TAKEN = sentence("the id %(id)s is taken by %(other)s").to_asked("another practice has the name `%(id)s` already")
RENAME_ONE = sentence("rename one of the files").to_asked(
    "choose another name; what is to be changed in that practice is said on its own page, under “Suggest an edit”"
)
ID_OF_STATE = sentence("the name of the file begins with `%(first)s`, the code of a State (%(name)s)")
NAME_AFTER = sentence("name the file after what the practice is")
_WHOSE = {"countries": named("countries"), "anonymous": named("anonymous")}
EXCLUDE = sentence("%(countries)s and %(anonymous)s exclude each other", **_WHOSE)
KEEP_ONE = sentence(
    "keep %(countries)s where the source names the State, and %(anonymous)s where it does not", **_WHOSE
)
NEITHER = sentence("neither %(countries)s nor %(anonymous)s is there", **_WHOSE).to_asked(
    "neither %(countries)s nor %(anonymous)s is answered"
)
ADD_EITHER = sentence(
    "add a line like `countries: [ITA]`; where the source names nobody, `anonymous: one State`"
).to_asked("name the State; where the source names nobody, say how it counts, such as “one State”")
STATE_NAMED = sentence("an anonymous entry names a State: %(name)s")
LEAVE_OUT_STATE = sentence("leave the name out, unless the source itself joins it with this practice")
NO_RESULTS = sentence("there is evidence, but no results")
ADD_RESULTS = sentence(
    "add %(results)s, or leave %(evidence)s out", results=named("results"), evidence=named("evidence")
)

# Translations

NO_TEXT = sentence("no text is translated in this file")
WRITE_TEXT = sentence("write the title at least, or delete the file").to_asked("translate the title at least")
OTHER_LENGTH = sentence("%(field)s has %(here)s here and %(there)s in the original")
SAME_LENGTH = sentence("translate the items one for one, in their order")

EVERY: Mapping[str, Sentence] = {
    "named": NAMED,
    "or": OR,
    **{name.lower(): one for name, one in globals().items() if isinstance(one, Sentence)},
}
"""All of them by the names that scripts know, with those of which others are made."""
