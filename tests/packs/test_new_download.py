"""A new download is a function and a row: everything that names downloads follows by itself."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from generator.cli import main
from generator.documents.outline import Outline, Paragraph, Title
from generator.packs.course_documents import COURSE_DOCUMENTS, CourseDocument
from generator.packs.lesson import Lesson
from tests.conftest import DAY, copy_fixture_county, of_its_own


def certificate(lesson: Lesson) -> Outline:
    """The function that a newcomer writes."""
    return Outline(
        name="结业证书",
        imprint=lesson.imprint,
        blocks=(Title("结业证书"), Paragraph(f"学完了{lesson.course.title}。")),
    )


ROWS = (
    CourseDocument(
        id="certificate",
        label="结业证书",
        use="考试及格后发给员工",
        formats={"docx": certificate, "pdf": certificate},
    ),
    CourseDocument(
        id="diploma", label="进修证书", use="存进人事档案", formats={"pdf": certificate}
    ),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small county, with a tenth and an eleventh document of its course."""
    county = copy_fixture_county(tmp_path_factory.mktemp("built") / "county")
    of_its_own(county)  # what others remember was made by the program without the rows
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.packs.pack.COURSE_DOCUMENTS", (*COURSE_DOCUMENTS, *ROWS))
        assert main(["build", "--root", str(county), "--as-of", DAY]) == 0
    return county / "site"


def test_its_files_are_on_the_site(site: Path) -> None:
    document = docx.Document(str(site / "files/fire/fire-certificate.docx"))
    assert "学完了消防安全培训。" in [paragraph.text for paragraph in document.paragraphs]
    for name in ("certificate", "diploma"):
        page = PdfReader(site / f"files/fire/fire-{name}.pdf").pages[0]
        assert "学完了消防安全培训。" in page.extract_text()


def test_it_is_in_the_pack_and_in_the_bundle_with_its_number(site: Path) -> None:
    for path in ("fire/fire-pack.zip", "sectors/fire-everything.zip"):
        with zipfile.ZipFile(site / "files" / path) as packed:
            names = packed.namelist()
            for name in ("10-结业证书.docx", "10-结业证书.pdf", "11-进修证书.pdf"):
                assert f"消防安全培训/{name}" in names
                sums = packed.read("消防安全培训/SHA256SUMS").decode()
                assert f"  {name}\n" in sums
            made = packed.read("消防安全培训/10-结业证书.docx")
        assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "结业证书"


def test_the_readme_of_the_pack_says_what_it_is_used_for(site: Path) -> None:
    with zipfile.ZipFile(site / "files/fire/fire-pack.zip") as packed:
        lines = packed.read("消防安全培训/说明.txt").decode("utf-8-sig").splitlines()
    assert "  10-结业证书.docx　考试及格后发给员工。" in lines
    assert "  10-结业证书.pdf　考试及格后发给员工。" in lines
    assert "  11-进修证书.pdf　存进人事档案。" in lines


def test_the_course_page_offers_it_with_its_use(site: Path) -> None:
    page = (site / "training/fire.html").read_text(encoding="utf-8")
    for label, use in (("结业证书", "考试及格后发给员工"), ("进修证书", "存进人事档案")):
        assert f"<b>{label}</b><small>{use}</small>" in page
    for name in ("certificate.docx", "certificate.pdf", "diploma.pdf"):
        assert f'href="../files/fire/fire-{name}"' in page
    assert 'download="消防安全培训-结业证书.docx"' in page


def test_the_posters_share_a_number(site: Path) -> None:
    with zipfile.ZipFile(site / "files/fire/fire-pack.zip") as packed:
        names = [name.rpartition("/")[2] for name in packed.namelist()]
    assert [name for name in names if name.startswith("9-")] == [
        "9-海报A3.pdf",
        "9-海报A4.pdf",
        "9-海报.png",
    ]
