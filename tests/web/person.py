"""Somebody at a browser without scripts, who opens pages, fills in their forms and presses their buttons."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from lxml import html


@dataclass
class Person:
    """A signed-in person with the page that they have before them."""

    client: Client
    page: Any = None

    def open(self, address: str) -> None:
        """Goes to an address of the site."""
        self._shown(self.client.get(address))

    def press(self, button: str, *, tick: str = "", **typed: str) -> None:
        """Presses the one button at that path, after ticking the boxes at the other and typing into its form's fields.

        What is sent is what a browser would send: all fields of the form, boxes that are ticked, and the button.
        """
        [pressed] = self.page.xpath(button)
        form = next(pressed.iterancestors("form"))
        assert typed.keys() <= set(form.fields.keys())
        values = [(name, value) for name, value in form.form_values() if name not in typed]
        ticked = self.page.xpath(tick) if tick else []
        named = [(one.get("name"), one.get("value")) for one in (*ticked, pressed) if one.get("name")]
        sent: dict[str, list[str]] = {}
        for name, value in [*values, *typed.items(), *named]:
            sent.setdefault(name, []).append(value)
        self._shown(self.client.post(form.action, sent, follow=True))

    def _shown(self, answer: Any) -> None:
        assert answer.status_code == 200, answer.request["PATH_INFO"]
        self.page = html.fromstring(answer.content.decode())
