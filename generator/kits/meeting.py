"""Four slides for the beginning of a meeting: cover, what to remember, why, whom to call."""

from __future__ import annotations

from generator.documents.deck import Cover, Deck, Number, Points, Rescue
from generator.documents.tone import Tone
from generator.kits.message import Message

_TIPS = 4


def meeting_slides(message: Message) -> Deck:
    """Arrange the slides of a message."""
    poster, tips = message.poster, message.tips[:_TIPS]
    return Deck(
        name="会前四页课件",
        imprint=message.imprint,
        slides=(
            Cover(
                title=message.title,
                summary=message.summary,
                line=message.slogan,
                picture=message.picture,
            ),
            Points(
                label="记住这几条",
                title=poster.headline,
                lines=poster.lines,
                tone=Tone.PINE,
                notes="一条一条念，请大家跟着说一遍。",
                pictures=(message.picture,),
            ),
            Points(
                label="为什么",
                title="多说几句",
                lines=tuple(tip.text for tip in tips),
                tone=Tone.AMBER,
                notes="\n".join(f"{tip.text}{tip.why}" for tip in tips),
            ),
            Rescue(
                label="出事了",
                title=f"{poster.call_name}请打 {poster.call}",
                steps=(
                    "说清在哪里、出了什么事、有没有人受伤。",
                    "先保护自己，再帮助别人。",
                    message.slogan,
                ),
                calls=(Number(poster.call, poster.call_name),),
                notes=f"请大家一起说一遍：{poster.call_name}，{poster.call}。",
            ),
        ),
    )
