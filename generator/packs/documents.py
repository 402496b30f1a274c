"""The table of documents that a course offers; a new download is one file and one row here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.packs.checklist import checklist
from generator.packs.forms import evaluation, record
from generator.packs.handout import handout, talk
from generator.packs.paper import key, paper
from generator.packs.printed import poster, poster_picture, preview, printed
from generator.packs.slides import slides
from generator.packs.workshop import Maker


@dataclass(frozen=True)
class DocumentKind:
    """One kind of download: `name` is how the file is called inside the pack."""

    id: str
    label: str
    extension: str
    name: str
    make: Maker


COURSE_DOCUMENTS = (
    DocumentKind("slides", "培训课件", "pptx", "1-培训课件", slides),
    DocumentKind("slides", "培训课件", "pdf", "1-培训课件", printed("slides")),
    DocumentKind("handout", "培训讲义", "docx", "2-培训讲义", handout),
    DocumentKind("handout", "培训讲义", "pdf", "2-培训讲义", printed("handout")),
    DocumentKind("talk", "班前会讲稿", "docx", "3-班前会讲稿", talk),
    DocumentKind("talk", "班前会讲稿", "pdf", "3-班前会讲稿", printed("talk")),
    DocumentKind("checklist", "隐患排查清单", "xlsx", "4-隐患排查清单", checklist),
    DocumentKind("checklist", "隐患排查清单", "pdf", "4-隐患排查清单", printed("checklist")),
    DocumentKind("paper", "考试卷", "docx", "5-考试卷", paper),
    DocumentKind("paper", "考试卷", "pdf", "5-考试卷", printed("paper")),
    DocumentKind("key", "答案和解析", "docx", "6-答案和解析", key),
    DocumentKind("key", "答案和解析", "pdf", "6-答案和解析", printed("key")),
    DocumentKind("record", "签到表和培训记录", "docx", "7-签到表和培训记录", record),
    DocumentKind("evaluation", "培训效果评估表", "docx", "8-培训效果评估表", evaluation),
    DocumentKind("poster-a3", "海报 A3", "pdf", "9-海报A3", poster("a3")),
    DocumentKind("poster-a4", "海报 A4", "pdf", "9-海报A4", poster("a4")),
    DocumentKind("poster", "海报图片", "png", "9-海报", poster_picture),
)

PREVIEWS = (
    DocumentKind("preview-cover", "课件封面", "png", "", preview("slides", page=0, ppi=32)),
    DocumentKind("preview-slide", "课件内页", "png", "", preview("slides", page=3, ppi=32)),
    DocumentKind("preview-poster", "海报", "png", "", preview("poster", page=0, ppi=40)),
    DocumentKind("preview-handout", "讲义", "png", "", preview("handout", page=0, ppi=50)),
    DocumentKind("preview-checklist", "清单", "png", "", preview("checklist", page=0, ppi=40)),
    DocumentKind("preview-paper", "考试卷", "png", "", preview("paper", page=0, ppi=50)),
)

SECTOR_SHEET = DocumentKind("sheet", "安全提示单", "pdf", "安全提示单", printed("sheet"))
