"""What the user can do with templates of the staff: check one, add it, keep it, save it to edit, take it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dialogue_prep.documents.languages import rules_of
from dialogue_prep.documents.template_check import SURVEY, CheckedTemplate, checked
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.identity import TemplateId
from dialogue_prep.domain.setting import OUR_TEMPLATE, TEMPLATE_OF, StoreSetting
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.kept_lists import check_as_seen
from dialogue_prep.services.staff_papers import templates_chosen
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.guard import Limits, never, read_bytes, take_apart
from dialogue_prep.system.resources import resource_file

SHIPPED = ("plain", "formal")
"""The templates that come with the program, to begin one's own from."""

_LIMITS = Limits().with_seconds(2.5)
_MEGABYTE = 1024 * 1024


def check_template(
    path: Path,
    use: TemplateUse = TemplateUse.EVERY,
    audience: Audience = Audience.SHARED,
    cancelled: Callable[[], bool] = never,
) -> CheckedTemplate:
    """Return what is to be said of a Word file as a template; no store is needed for that.

    Raises UserError, one sentence with the name of the file and what to do, for what is no Word file that can be read.
    """
    if path.is_file() and path.stat().st_size > _LIMITS.file:
        raise UserError(
            "“{name}” is larger than {most} MB; a template needs little: make its pictures smaller.",
            name=path.name,
            most=_LIMITS.file // _MEGABYTE,
        )
    survey = take_apart(path.name, read_bytes(path, _LIMITS), SURVEY, _LIMITS, cancelled)
    return checked(survey, use, audience)


def audience_of(use: TemplateUse, kind: PaperKind | None) -> Audience:
    """Return for whom a template is where nobody says: for both sides, unless all its papers are internal."""
    if use is TemplateUse.KIND and kind is not None and Audience.SHARED not in kind.audiences:
        return Audience.INTERNAL
    return Audience.INTERNAL if use is TemplateUse.OWN else Audience.SHARED


def shipped_file(name: str) -> Path:
    """Return where a template is that comes with the program."""
    return resource_file(f"templates/{name}.docx")


class Templates:
    """Requests about templates."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[Template, ...]:
        """Return every template that is kept, by name."""
        with self._workspace.look() as work:
            return tuple(sorted(work.find(Template), key=lambda one: (one.name.casefold(), one.id)))

    def named(self, name: str) -> Template:
        """Return the template of this name; raise NotFound where there is none."""
        wanted = name.strip().casefold()
        for template in self.all():
            if template.name.casefold() == wanted:
                return template
        raise NotFound("There is no template “{name}”; “dialogue-prep templates” lists them.", name=name)

    def add(
        self,
        template: CheckedTemplate,
        *,
        name: str,
        kind: PaperKind | None = None,
        language: str = "",
    ) -> Template:
        """Keep a template that was checked; raise UserError where it is not sound or its name is taken.

        `kind` is for one that was checked for one kind of paper; `language` where it serves papers in one only.
        """
        if language:
            rules_of(language)
        if not template.sound:
            raise UserError("The template cannot be used yet. {finding}", finding=template.findings[0].sentence)
        kept = Template(
            id=TemplateId(self._workspace.new_id()),
            name=name.strip(),
            use=template.use,
            kind=kind,
            audience=template.audience,
            language=language,
            content=template.content,
        )
        with self._workspace.request("Add a template") as work:
            if any(one.name.casefold() == kept.name.casefold() for one in work.find(Template)):
                raise UserError(
                    "There is a template “{name}” already; choose another name, or take that one out.",
                    field="name",
                    name=kept.name,
                )
            work.put(kept)
        return kept

    def chosen(self) -> Mapping[PaperKind, str]:
        """Return which template was chosen for each kind of paper: its identifier, or OUR_TEMPLATE."""
        with self._workspace.look() as work:
            return templates_chosen(work.find(StoreSetting))

    def choose(self, kind: PaperKind, choice: str, *, seen: str | None = None) -> None:
        """Have papers of a kind written from now on into the template with this identifier, or into OUR_TEMPLATE.

        An empty choice: as the templates say. Raises UserError where the template is not for papers of this kind,
        NotFound where it is gone, Conflict where somebody else has chosen another than the one that was `seen`.
        """
        with self._workspace.request("Choose a template") as work:
            if choice not in ("", OUR_TEMPLATE):
                _check_serves(work.get(Template, choice), kind)
            setting = StoreSetting(id=f"{TEMPLATE_OF}{kind.value}", value=choice)
            kept = work.look_up(StoreSetting, setting.id)
            if seen is not None:
                check_as_seen(kept.value if kept else "", seen, choice)
            if choice:
                work.put(setting)
            else:
                work.remove(setting)

    def remove(self, template: Template) -> None:
        """Take a template out; papers written with it stay where they are."""
        with self._workspace.request("Remove a template") as work:
            for setting in work.find(StoreSetting, value=template.id):
                work.remove(setting)
            work.remove_whole(template)

    def save(self, template: Template, path: Path) -> None:
        """Write a template to a file, to be edited in Word and added again; a file that is there is not replaced."""
        _save(template.content, path)


def save_shipped(name: str, path: Path) -> None:
    """Write one of the templates that come with the program to a file, to begin one's own from."""
    _save(shipped_file(name).read_bytes(), path)


def _check_serves(template: Template, kind: PaperKind) -> None:
    if kind is PaperKind.OWN or not template.serves(kind, template.language):
        raise UserError(
            "The template “{name}” is not for papers of this kind; the list of templates says what each is for.",
            field="template",
            name=template.name,
        )


def _save(content: bytes, path: Path) -> None:
    if path.exists():
        raise UserError("{path} is there already; choose another name.", path=path)
    write_whole(path, content)
