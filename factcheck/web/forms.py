"""What editors send, checked before a service sees it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, gettext_lazy

from factcheck.digest.service import Terms
from factcheck.intake.service import Incoming
from factcheck.models import Article, Conflict, Source, Story
from factcheck.models.roles import Role
from factcheck.types import Scope, Verdict
from factcheck.web.queries.people import deciders
from factcheck.web.words import ROLES

LARGEST_KEY = 2**63 - 1
ROLE_CHOICES = [(role.value, name) for role, name in ROLES.items()]
PASTED = "pasted copy.txt"


class SeenField(forms.IntegerField):
    """The newest decision that the page showed; 0 when it showed none."""

    def __init__(self) -> None:
        super().__init__(required=False, min_value=0, max_value=LARGEST_KEY)

    def clean(self, value: Any) -> int:
        """Without the field nothing was seen."""
        return super().clean(value) or 0


class ReceiveForm(forms.Form):
    """Copy dropped in: files, a pasted text, or both."""

    text = forms.CharField(
        label=gettext_lazy("The copy"), required=False, strip=False, widget=forms.Textarea({"rows": 4})
    )
    source = forms.CharField(label=gettext_lazy("Its source"), required=False, max_length=120)
    story = forms.ModelChoiceField(
        Story.objects.filter(closed_at=None),
        label=gettext_lazy("Story"),
        required=False,
        empty_label=gettext_lazy("Let Newsroom decide"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uploads: list[UploadedFile] = self.files.getlist("files") if self.files else []

    def clean(self) -> dict[str, Any]:
        """Something must have been sent."""
        cleaned = super().clean() or {}
        if not self.errors and not self.uploads and not cleaned.get("text", "").strip():
            raise forms.ValidationError(gettext("Choose one or more files, or paste the copy."))
        return cleaned

    def items(self) -> Iterator[Incoming]:
        """Each file, read only when intake asks for it, and then the pasted copy."""
        for upload in self.uploads:
            yield Incoming(upload.name or "unnamed", upload.size or 0, upload.read)
        # Browsers send every line end of a text area as CR LF; the agency did not write them.
        pasted = self.cleaned_data["text"].replace("\r\n", "\n").encode("utf-8", "replace")
        if pasted.strip():
            yield Incoming(PASTED, len(pasted), lambda: pasted, source=self.cleaned_data["source"].strip())


MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


# No agency holds copy back for longer; a moment further off is a slip of the hand.
LONGEST_EMBARGO = timedelta(days=3652)


class EmbargoForm(forms.Form):
    """Until when something is held back; without a moment it is free."""

    embargo_until = forms.DateTimeField(
        label=gettext_lazy("Embargo, if any"),
        required=False,
        input_formats=MOMENTS,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": gettext_lazy("Write the embargo as a day and a time, like 2026-09-19 18:30.")},
    )

    def __init__(self, data: Any = None, *, now: datetime, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.now = now

    def clean_embargo_until(self) -> datetime | None:
        """What has passed holds nothing back, and nothing is held back for ever."""
        moment: datetime | None = self.cleaned_data["embargo_until"]
        if moment and not self.now < moment <= self.now + LONGEST_EMBARGO:
            raise forms.ValidationError(gettext("Choose an embargo that ends within the next ten years, or none."))
        return moment


class DeadlineForm(forms.Form):
    """By when a story is to be issued; without a moment it has no deadline."""

    deadline = forms.DateTimeField(
        label=gettext_lazy("Deadline"),
        required=False,
        input_formats=MOMENTS,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": gettext_lazy("Write the deadline as a day and a time, like 2026-09-19 18:30.")},
    )

    def __init__(self, data: Any = None, *, now: datetime, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.now = now

    def clean_deadline(self) -> datetime | None:
        """What has passed can be no deadline."""
        moment: datetime | None = self.cleaned_data["deadline"]
        if moment and moment <= self.now:
            raise forms.ValidationError(gettext("That moment has passed. Choose a later one, or none."))
        return moment


GONE = {"invalid_choice": gettext_lazy("That reading is no longer on the card. Look at it again.")}


class DecisionForm(forms.Form):
    """An editor's act on one conflict; whether it makes sense there is for review to say."""

    verdict = forms.ChoiceField(choices=[(verdict.value, verdict.value) for verdict in Verdict])
    reading = forms.ChoiceField(required=False, error_messages=GONE)
    ticked = forms.MultipleChoiceField(required=False, error_messages=GONE)
    replacement = forms.CharField(required=False)
    note = forms.CharField(required=False)
    seen = SeenField()

    def __init__(self, data: Any, *, conflict: Conflict) -> None:
        super().__init__(data)
        self.readings = {str(reading.pk): reading for reading in conflict.readings.all()}
        known = [(pk, reading.text) for pk, reading in self.readings.items()]
        self.fields["reading"].choices = [("", ""), *known]  # type: ignore[attr-defined]
        self.fields["ticked"].choices = known  # type: ignore[attr-defined]

    @property
    def act(self) -> dict[str, Any]:
        """As review takes it: of several readings that were ticked, the first on the card leads the others."""
        act = dict(self.cleaned_data)
        ticked = act.pop("ticked")
        first, *others = [pk for pk in self.readings if pk in ticked] or [act["reading"]]
        return act | {
            "verdict": Verdict(act["verdict"]),
            "reading": self.readings.get(first),
            "also": [self.readings[pk].pk for pk in others],
        }


class UndoForm(forms.Form):
    """Taking back the newest decision that the editor saw."""

    seen = SeenField()


class SilenceForm(forms.Form):
    """A rule of "never again", with the words that say why and the last day that it holds."""

    scope = forms.ChoiceField(choices=[(scope.value, scope.value) for scope in Scope])
    reason = forms.CharField(required=False)
    expires_on = forms.DateField(
        required=False, error_messages={"invalid": gettext_lazy("Give the last day as a date, such as 2026-03-31.")}
    )


class HandForm(forms.Form):
    """Whom a card goes to: a colleague by number, a chief, or everybody again."""

    CHIEF = "chief"
    to = forms.ChoiceField(required=False)
    note = forms.CharField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.people = {str(person.pk): person for person in deciders()}
        named = [(pk, person.get_username()) for pk, person in self.people.items()]
        self.fields["to"].choices = [("", ""), (self.CHIEF, self.CHIEF), *named]  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """As review takes it."""
        to = self.cleaned_data["to"]
        return {"to": self.people.get(to), "escalated": to == self.CHIEF, "note": self.cleaned_data["note"]}


class IssueForm(EmbargoForm):
    """What the preview showed, and on what terms the number goes out.

    The preview is known by the number that the digest would take, the newest decision in it, the version of its
    composition, and the fingerprint of what it showed: nobody issues what they have not seen. Of the terms, a field
    that was not sent leaves what is proposed.
    """

    UNSEEN = gettext_lazy("Look at the preview before you issue the digest.")

    STATUSES = [("usable", gettext_lazy("For use")), ("withheld", gettext_lazy("Withheld"))]
    number = forms.IntegerField(min_value=0, max_value=LARGEST_KEY, error_messages={"required": UNSEEN})
    decision = forms.IntegerField(min_value=0, max_value=LARGEST_KEY, error_messages={"required": UNSEEN})
    composition = forms.IntegerField(min_value=0, max_value=LARGEST_KEY, error_messages={"required": UNSEEN})
    shown = forms.CharField(max_length=64, error_messages={"required": UNSEEN})
    status = forms.ChoiceField(required=False, choices=STATUSES)
    change_note = forms.CharField(required=False, max_length=2000)
    override = forms.CharField(required=False, max_length=2000)

    @property
    def seen(self) -> dict[str, Any]:
        """What the preview is known by."""
        return {name: self.cleaned_data[name] for name in ("number", "decision", "composition", "shown")}

    @property
    def terms(self) -> Terms:
        """As the digest takes them."""
        moment = self.cleaned_data["embargo_until"]
        return Terms(
            status=self.cleaned_data["status"] or "usable",
            embargo_until=(moment.isoformat() if moment else "") if "embargo_until" in self.data else None,
            change_note=self.cleaned_data["change_note"] if "change_note" in self.data else None,
            override=self.cleaned_data["override"],
        )


class WithdrawForm(forms.Form):
    """Why a digest is withdrawn, and which number would say so."""

    number = forms.IntegerField(required=False, min_value=0, max_value=LARGEST_KEY)
    reason = forms.CharField(required=False, max_length=2000)


class WaiveForm(forms.Form):
    """Why claims of a single source may go out all the same."""

    reason = forms.CharField(required=False, max_length=2000)


class PublicationForm(EmbargoForm):
    """What the agency says of a report since: whether it may be used, and from when."""

    field_order = ("publication", "embargo_until")

    publication = forms.ChoiceField(
        label=gettext_lazy("The agency says that it is"),
        choices=[
            (Article.Publication.USABLE, gettext_lazy("for use")),
            (Article.Publication.WITHHELD, gettext_lazy("withheld")),
            (Article.Publication.CANCELED, gettext_lazy("killed")),
        ],
    )


class MoveForm(forms.Form):
    """Another story for an article, or a new one."""

    NEW = "new"
    story = forms.ChoiceField(label=gettext_lazy("It belongs to another story"))

    def __init__(self, data: Any = None, *, here: str, may_open: bool) -> None:
        super().__init__(data)
        others = Story.objects.filter(closed_at=None).exclude(slug=here)
        self.stories = {str(story.pk): story for story in others}
        new = [(self.NEW, gettext("a new story"))] if may_open else []
        known = [(pk, story.title) for pk, story in self.stories.items()]
        self.fields["story"].choices = known + new  # type: ignore[attr-defined]

    @property
    def target(self) -> Story | None:
        """The story that was chosen; None: a new one."""
        return self.stories.get(self.cleaned_data["story"])


class PersonForm(forms.ModelForm):
    """Somebody new on the desk. Without a password Newsroom makes one, and shows it once."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=ROLE_CHOICES, initial=Role.EDITOR)
    password = forms.CharField(
        label=gettext_lazy("Password"),
        required=False,
        help_text=gettext_lazy("Leave it empty and Newsroom makes one."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name"]
        labels = {"username": gettext_lazy("Name to sign in with")}
        help_texts = {"username": ""}

    def _post_clean(self) -> None:
        """A typed password meets the same rules as any other; by now the form knows whose it is."""
        super()._post_clean()  # type: ignore[misc]
        password = self.cleaned_data.get("password")
        if password:
            try:
                validate_password(password, self.instance)
            except forms.ValidationError as fault:
                self.add_error("password", fault)


class RoleForm(forms.Form):
    """What somebody may do from now on."""

    role = forms.ChoiceField(choices=ROLE_CHOICES)


class SentForm(forms.Form):
    """The report whose query was sent."""

    report = forms.ModelChoiceField(Article.objects.none())

    def __init__(self, data: Any, *, story: Story) -> None:
        super().__init__(data)
        reports = story.articles.select_related("source").only("headline", "source__name", "story")
        self.fields["report"].queryset = reports  # type: ignore[attr-defined]


class SourceKindForm(forms.Form):
    """What a source is: one that reports, or one that others report of."""

    kind = forms.ChoiceField(choices=Source.Kind.choices)


class DeskAddressForm(forms.ModelForm):
    """Where the desk of a source answers queries."""

    class Meta:
        model = Source
        fields = ["desk_address"]
