"""Alert pages and their index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model import fixed_pages
from generator.model.address import ALERTS, address_of
from generator.model.alert import Alert
from generator.model.wording import hour_words
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import by_text, tip_groups


def alert_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of alerts and one page per alert."""
    library = maker.library
    current = library.alerts_on(maker.as_of)
    yield maker.fixed(
        "alerts",
        fixed_pages.ALERTS,
        wide=True,
        current=current,
        others=sorted(
            (alert for alert in library.alerts.values() if alert not in current),
            key=lambda alert: (alert.window.days is None, alert.window.first, alert.id),
        ),
    )
    for alert in library.alerts.values():
        yield maker.page(
            "alert",
            address=address_of(alert),
            title=alert.title,
            description=alert.summary,
            section=ALERTS,
            parents=(Crumb.to(fixed_pages.ALERTS),),
            about=alert,
            alert=alert,
            state=_state(alert, maker.as_of),
            tip_groups=tip_groups(alert.tips),
            situations=library.situations_of(alert),
            sectors=library.sectors_of(alert),
            kit=maker.kit_address(alert),
            main_sources=by_text(alert.sources),
        )


def _state(alert: Alert, day: date) -> str:
    """Tell where in its window an alert is on the day of the build."""
    window = alert.window
    if not window.holds(day):
        return "尚未开始" if window.days else "眼下不在提示期"
    hour = hour_words(window.first)
    return f"今天{hour}起" if hour and window.begins_on(day) else "正在生效"
