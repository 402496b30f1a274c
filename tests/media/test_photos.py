"""A county's pictures: shown small and upright, with words, and nothing that a camera noted."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageCms

from generator.media import opened
from tests.check.editing import Check, found
from tests.conftest import build, copy_fixture_county, in_content, of_its_own

WORDS = """logo:
  file: 标志.png
  text: 样例县标志
hero:
  file: 县城.jpg
  text: 清晨的县城
filing:
  police: 样公网安备10000000000001号
  police_icon: 图标.png
"""
PHOTOS = """photos:
  - file: 集会.JPG
    text: 群众在广场上集合
    caption: 6月16日，县城广场
"""


def put_in(root: Path) -> Path:
    """Give a county a mark, a hero, photos of a campaign and of a place."""
    media = root / "content/county/media"
    media.mkdir()
    Image.new("RGBA", (900, 300), (180, 30, 30, 120)).save(media / "标志.png")
    Image.new("RGB", (80, 88), "blue").save(media / "图标.png")
    Image.new("RGB", (2600, 900), "green").save(media / "县城.jpg")
    lying = Image.new("RGB", (400, 300), "white")
    lying.paste("red", (0, 0, 400, 100))
    noted = lying.getexif()
    noted[0x0112] = 6  # to be turned clockwise
    noted[0x010F] = "a camera"
    noted.get_ifd(0x8825)[1] = "N"
    lying.save(
        media / "集会.JPG",
        exif=noted,
        comment=b"the camera of Zhang",
        xmp=b"<x:xmpmeta>camera</x:xmpmeta>",
        quality=95,
    )
    site = in_content(root, "county/site.yml")
    site.write_text(site.read_text("utf-8") + WORDS, "utf-8")
    month = in_content(root, "county/campaigns/2023/safety-month.yml")
    month.write_text(month.read_text("utf-8") + PHOTOS, "utf-8")
    places = in_content(root, "county/places.yml")
    text = places.read_text("utf-8")
    photo = "    photo: {file: 集会.JPG, text: 操场的大门}\n    town:"
    places.write_text(text.replace("    town:", photo, 1), "utf-8")
    return media


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_fixture_county(tmp_path_factory.mktemp("pictures") / "county")
    put_in(root)
    build(root)
    return root / "site"


def picture(site: Path, page: str, text: str) -> tuple[str, Image.Image]:
    """Give the tag of the picture that says `text`, and the file that it shows first."""
    html = (site / page).read_text("utf-8")
    tag = re.search(rf'<img[^>]*alt="{text}"[^>]*>', html)
    assert tag, f"{page} does not show {text}"
    source = re.search(r'src="([^"]+)"', tag[0])
    assert source
    folder = site if source[1].startswith("/") else (site / page).parent
    return tag[0], Image.open(folder / source[1].removeprefix("/"))


def test_the_mark_is_in_the_header_of_every_page(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "pa-header" in path.read_text("utf-8")]
    assert len(pages) > 40
    for page in pages:
        tag, mark = picture(site, page.relative_to(site).as_posix(), "样例县标志")
        assert 'width="288" height="96"' in tag
        assert (mark.format, mark.size, mark.mode) == ("PNG", (288, 96), "RGBA")


def test_the_hero_stands_on_the_home_page_in_two_sizes(site: Path) -> None:
    tag, small = picture(site, "index.html", "清晨的县城")
    assert small.size == (640, 222)
    assert 'width="1280"' in tag
    assert "loading" not in tag
    found = [
        Image.open(site / address).size for address in re.findall(r"(media/\w+\.jpg) \d+w", tag)
    ]
    assert found == [(640, 222), (1280, 443)]


def test_a_photo_is_upright_not_enlarged_and_says_nothing_of_its_camera(site: Path) -> None:
    tag, photo = picture(site, "campaigns/2023/safety-month-2023.html", "群众在广场上集合")
    assert 'loading="lazy"' in tag
    assert photo.size == (300, 400), "turned, and as large as it is"
    red, green, _ = photo.getpixel((290, 200))  # type: ignore[misc]
    assert (red > 200, green < 100) == (True, True), "what was above is on the right"
    assert not photo.getexif()
    for path in (site / "media").iterdir():
        assert b"camera" not in path.read_bytes()
        assert {*Image.open(path).info} <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
            *("progressive", "progression")
        }
    page = (site / "campaigns/2023/safety-month-2023.html").read_text("utf-8")
    assert "<figcaption>6月16日，县城广场</figcaption>" in page
    assert "photos" not in (site / "campaigns/safety-month.html").read_text("utf-8")
    assert picture(site, "places.html", "操场的大门")[1].size == (300, 400)


def test_the_icon_of_the_filing_stands_before_its_number(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    footer = html[html.index("pa-footer__filing") :]
    assert footer.index("公安备案图标") < footer.index("样公网安备10000000000001号")
    assert picture(site, "index.html", "公安备案图标")[1].size == (36, 40)


def test_documents_of_the_county_bear_the_mark(site: Path) -> None:
    for name in ("files/fire/fire-handout.docx", "files/fire/fire-slides.pptx"):
        with zipfile.ZipFile(site / name) as packed:
            marks = [
                each
                for each in packed.namelist()
                if "/media/" in each
                and not each.endswith(".svg")
                and Image.open(io.BytesIO(packed.read(each))).size == (288, 96)
            ]
        assert len(marks) == 1, name
    for name in ("fire-handout.pdf", "fire-slides.pdf", "fire-poster-a4.pdf"):
        page = pypdf.PdfReader(site / "files/fire" / name).pages[0]
        assert any(each.image and each.image.size == (288, 96) for each in page.images), name


def test_with_a_profile_it_is_the_same_each_time_and_in_the_right_colours(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        root = copy_fixture_county(tmp_path / name)
        of_its_own(root)
        media = put_in(root)
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        Image.new("RGBA", (900, 300), (180, 30, 30, 120)).save(
            media / "标志.png", icc_profile=profile
        )
        Image.new("RGB", (2600, 900), "green").save(media / "县城.jpg", icc_profile=profile)
        build(root)
        made.append({path.name: path.read_bytes() for path in (root / "site/media").iterdir()})
        time.sleep(1.1)  # a profile knows the second in which it was made
    assert made[0] == made[1]


def test_one_file_may_be_mark_icon_and_hero(fixture_county: Path) -> None:
    media = put_in(fixture_county)
    path = in_content(fixture_county, "county/site.yml")
    text = path.read_text("utf-8").replace("标志.png", "县城.jpg").replace("图标.png", "县城.jpg")
    path.write_text(text, "utf-8")
    assert media.is_dir()
    build(fixture_county)
    sizes = [
        picture(fixture_county / "site", "index.html", words)[1].size
        for words in ("样例县标志", "清晨的县城", "公安备案图标")
    ]
    assert sizes == [(277, 96), (640, 222), (40, 14)]


def test_another_mark_in_the_same_file_is_another_document(fixture_county: Path) -> None:
    media = put_in(fixture_county)
    deck = fixture_county / "site/files/fire/fire-slides.pptx"
    build(fixture_county)
    first = deck.read_bytes()
    Image.new("RGBA", (300, 300), "blue").save(media / "标志.png")
    build(fixture_county)
    assert deck.read_bytes() != first


def with_broken_exif() -> bytes:
    whole = io.BytesIO()
    noted = Image.Exif()
    noted[0x0112] = 6
    Image.new("RGB", (64, 64), "red").save(whole, "JPEG", exif=noted)
    content = bytearray(whole.getvalue())
    place = content.index(b"\x01\x12")  # the tag of the orientation, then its type
    content[place + 3] = 0xFF
    return bytes(content)


@pytest.mark.parametrize("what", ["grey of 16 bits", "broken Exif", "no profile", "palette"])
def test_what_cameras_and_programs_do_wrongly_is_no_reason(tmp_path: Path, what: str) -> None:
    path = tmp_path / "a.png"
    match what:
        case "grey of 16 bits":
            Image.new("I;16", (64, 64), 0x8000).save(path)
            assert opened(path).getpixel((9, 9)) == (128, 128, 128)
        case "broken Exif":
            path.write_bytes(with_broken_exif())
            assert opened(path).getpixel((9, 9))[0] > 240  # type: ignore[index]
        case "no profile":
            Image.new("RGB", (64, 64), "red").save(path, icc_profile=b"no profile")
            assert opened(path).getpixel((9, 9)) == (255, 0, 0)
        case _:
            Image.new("P", (64, 64)).save(path, transparency=0)
            assert opened(path).mode == "RGBA"


def test_a_changed_picture_is_shown_at_once_and_the_same_one_is_the_same(tmp_path: Path) -> None:
    root = copy_fixture_county(tmp_path / "county")
    media = put_in(root)
    build(root)
    first = {path.name: path.read_bytes() for path in (root / "site/media").iterdir()}
    build(root)
    assert {path.name: path.read_bytes() for path in (root / "site/media").iterdir()} == first
    Image.new("RGB", (2600, 900), "red").save(media / "县城.jpg")
    build(root)
    now = {path.name for path in (root / "site/media").iterdir()}
    assert len(now - {*first}) == 2
    assert len({*first} - now) == 2


def bomb() -> bytes:
    """Give a PNG of a few bytes that would fill 40 GB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"0"))
        + chunk(b"IEND", b"")
    )


def large(width: int, height: int) -> bytes:
    whole = io.BytesIO()
    Image.new("1", (width, height)).save(whole, "PNG")
    return whole.getvalue()


def gif() -> bytes:
    whole = io.BytesIO()
    Image.new("RGB", (9, 9)).save(whole, "GIF")
    return whole.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "没有这张图片"),
        (b"", "图片打不开"),
        (b"\xff\xd8\xff\xe0 no more than a beginning", "图片打不开"),
        (gif(), "图片打不开"),
        (bomb(), "图片太大"),
        (large(8000, 8000), "图片太大（8000×8000 像素）"),
        (large(100, 5000), "图片太长（100×5000 像素）"),
        (large(2, 20_001), "图片太大（2×20001 像素）"),
        (b"\0" * 20_000_001, "图片太大（20 MB）"),
    ],
    ids=["missing", "empty", "broken", "gif", "bomb", "large", "long", "endless", "heavy"],
)
def test_what_cannot_be_shown_is_refused_where_it_is_named(
    fixture_county: Path, check: Check, content: bytes | None, words: str
) -> None:
    media = put_in(fixture_county)
    (media / "县城.jpg").unlink()
    if content is not None:
        (media / "县城.jpg").write_bytes(content)
    code, lines = check(fixture_county)
    assert code == 1
    (line,) = found(lines, "E330")
    assert re.match(r"content/county/site\.yml:\d+:9: E330 县城\.jpg：", line)
    assert words in line


def test_a_picture_elsewhere_and_a_film_are_refused(fixture_county: Path, check: Check) -> None:
    media = put_in(fixture_county)
    (media / "演练.mp4").write_bytes(b"")
    (media.parent / "别处.jpg").write_bytes(b"")
    code, lines = check(fixture_county)
    assert code == 1
    assert [line.partition(":")[0] for line in found(lines, "E106")] == [
        "content/county/media/演练.mp4",
        "content/county/别处.jpg",
    ]
