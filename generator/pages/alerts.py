"""Alert pages and their index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import ALERTS, address_of
from generator.pages.page import Crumb, Page
from generator.pages.press import Press
from generator.pages.sectors import tip_groups, unique_sources


def alert_pages(press: Press) -> Iterator[Page]:
    """Give the index of alerts and one page per alert."""
    library = press.library
    current = library.alerts_on(press.as_of)
    yield press.page(
        "alerts",
        address=ALERTS,
        title="风险提示",
        description="节日、天气和重点时段的安全风险提示。",
        section=ALERTS,
        wide=True,
        current=current,
        others=sorted(
            (alert for alert in library.alerts.values() if alert not in current),
            key=lambda alert: (alert.window.first, alert.id),
        ),
    )
    for alert in library.alerts.values():
        yield press.page(
            "alert",
            address=address_of(alert),
            title=alert.title,
            description=alert.summary,
            section=ALERTS,
            parents=(Crumb("风险提示", ALERTS),),
            alert=alert,
            is_current=alert in current,
            tip_groups=tip_groups(alert.tips),
            sectors=library.sectors_of(alert),
            items=library.items_named_by(alert),
            kit=press.kit_address(alert),
            all_sources=unique_sources(alert),
        )
