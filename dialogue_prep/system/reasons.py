"""Why the machine does not do something with a file, so that it can be put into any language."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from dialogue_prep.domain.sentence import Sentence

_NO_RIGHT = Sentence.of("you may not do that there")
_FULL = Sentence.of("there is no space left on the disk; make room and try again")
_REASONS: Mapping[int, Sentence] = MappingProxyType(
    {
        errno.ENOENT: Sentence.of("it is not there"),
        errno.EEXIST: Sentence.of("there is one already"),
        errno.EACCES: _NO_RIGHT,
        errno.EPERM: _NO_RIGHT,
        errno.EROFS: Sentence.of("that disk is read-only; choose another folder"),
        errno.ENOSPC: _FULL,
        errno.EDQUOT: Sentence.of("your share of the disk is used up; make room and try again"),
        errno.EFBIG: Sentence.of("it would be larger than is allowed here"),
        errno.EISDIR: Sentence.of("it is a folder"),
        errno.ENOTDIR: Sentence.of("what should be its folder is a file"),
        errno.ENAMETOOLONG: Sentence.of("its name is too long"),
        errno.EBUSY: Sentence.of("another program is using it"),
        errno.EIO: Sentence.of("the disk reports an error"),
        errno.EMFILE: Sentence.of("too many files are open"),
        errno.ENOMEM: Sentence.of("there is no memory left for it"),
    }
)


def reason_why(error: OSError) -> Sentence | str:
    """Return why the system refused; what is not foreseen is in the words of the system."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
