"""The editor's words for the kinds of claims, many, as the reader's legend lists them, and one; and for the roles."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from factcheck.models.roles import Role
from factcheck.types import ClaimKind

CLAIMS: Mapping[str, str | Promise] = {
    ClaimKind.QUOTE: gettext_lazy("Quotations"),
    ClaimKind.NAME: gettext_lazy("Names"),
    ClaimKind.ROLE: gettext_lazy("Titles"),
    ClaimKind.FIGURE: gettext_lazy("Figures"),
    ClaimKind.DATE: gettext_lazy("Dates"),
    ClaimKind.PLACE: gettext_lazy("Places"),
}

CLAIM: Mapping[str, str | Promise] = {
    ClaimKind.QUOTE: gettext_lazy("Quotation"),
    ClaimKind.NAME: gettext_lazy("Name"),
    ClaimKind.ROLE: gettext_lazy("Title"),
    ClaimKind.FIGURE: gettext_lazy("Figure"),
    ClaimKind.DATE: gettext_lazy("Date"),
    ClaimKind.PLACE: gettext_lazy("Place"),
}

ROLES: Mapping[Role, str | Promise] = {
    Role.VIEWER: pgettext_lazy("role", "viewer"),
    Role.EDITOR: pgettext_lazy("role", "editor"),
    Role.CHIEF: pgettext_lazy("role", "chief"),
}
