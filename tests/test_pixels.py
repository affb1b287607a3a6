"""Pictures made ready: upright, bare, in sizes and forms; and those that are not what they seem."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageDraw

from dateline.pixels import PictureError, Recipe, Size, encode, make_of, recipe, size_of


def photo(width: int = 900, height: int = 600) -> Image.Image:
    """Reddish above and bluish below, with more colours than a drawing has."""
    slope = Image.linear_gradient("L").resize((width, height))
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (slope.point(lambda v: 255 - v), across, slope))


def saved(picture: Image.Image, format: str = "JPEG", **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, format, **options)
    return written.getvalue()


def made(raw: bytes, name: str = "b.jpg") -> tuple[Recipe, dict[str, Image.Image]]:
    cooked = recipe(name, raw, size_of(raw), make_of(raw))
    files = encode(raw, cooked)
    return cooked, {target: Image.open(BytesIO(content)) for target, content in files.items()}


def sizes(cooked: Recipe) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in cooked.renditions:
        found.setdefault(one.type.removeprefix("image/"), []).append(one.width)
    return found


def test_a_photo_is_offered_in_two_forms_and_its_sizes_with_a_jpeg_for_the_rest() -> None:
    cooked, files = made(saved(photo(2000, 1000)), "Old Bridge.jpg")
    assert sizes(cooked) == {"avif": [480, 800, 1200], "webp": [480, 800, 1200], "jpeg": [1200]}
    for one in cooked.renditions:
        assert files[one.target].size == (one.width, one.height)
        assert files[one.target].format == one.type.removeprefix("image/").upper()
        assert one.target.startswith("media/old-bridge-")


@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, [300]), (480, [480]), (500, [500]), (900, [480, 900]), (1100, [480, 800, 1100])],
)
def test_no_picture_is_made_wider_than_it_is(width: int, widths: list[int]) -> None:
    raw = saved(photo(width, 60))
    assert [one.width for one in recipe("b.jpg", raw, size_of(raw), "photo").choices[0][1]] == widths


@pytest.mark.parametrize(("size", "largest"), [((600, 17_000), (578, 16_377)), ((1, 17_000), (1, 17_000))])
def test_no_picture_is_made_taller_than_webp_can_be(size: tuple[int, int], largest: tuple[int, int]) -> None:
    cooked = recipe("b.png", b"", Size(width=size[0], height=size[1]), "drawing")
    assert (cooked.fallback.width, cooked.fallback.height) == largest


def test_what_no_encoder_takes_is_refused_in_words() -> None:
    raw = saved(Image.new("RGB", (1, 17_000)), "PNG")
    with pytest.raises(PictureError, match="cannot be saved as WEBP with 1 × 17,000 pixels"):
        made(raw)


def test_what_a_phone_noted_is_turned_upright_and_then_taken_out() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010F] = "SecretCam"
    exif.get_ifd(0x8825)[1] = "N"
    raw = saved(photo(600, 300), exif=exif, comment=b"SecretNote")
    assert size_of(raw) == Size(width=300, height=600)
    cooked, files = made(raw)
    assert all(
        file.size == (one.width, one.height)
        for one, file in zip(cooked.renditions, files.values(), strict=True)
    )
    for target, content in encode(raw, cooked).items():
        assert not [word for word in (b"Exif", b"SecretCam", b"SecretNote", b"XMP") if word in content], (
            target
        )
        assert not files[target].getexif()
    shown = files[cooked.fallback.target].convert("RGB")
    right, left = shown.getpixel((295, 300)), shown.getpixel((5, 300))
    assert isinstance(right, tuple) and right[0] > 200 and isinstance(left, tuple) and left[2] > 200


def test_transparency_is_kept() -> None:
    seal = Image.new("RGBA", (300, 300))
    ImageDraw.Draw(seal).ellipse((30, 30, 270, 270), fill=(200, 0, 0, 128))
    cooked, files = made(saved(seal, "PNG"), "seal.png")
    assert sizes(cooked) == {"avif": [300], "webp": [300], "png": [300]}
    for file in files.values():
        assert file.convert("RGBA").getpixel((2, 2))[3] < 8


def test_a_drawing_keeps_its_edges() -> None:
    chart = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(chart).rectangle((50, 50, 150, 250), fill=(10, 60, 120))
    cooked, files = made(saved(chart, "PNG"), "chart.png")
    assert sizes(cooked) == {"webp": [400], "png": [400]}
    for file in files.values():
        shown = file.convert("RGB")
        assert (shown.getpixel((50, 100)), shown.getpixel((49, 100))) == ((10, 60, 120), (255, 255, 255))


def test_a_moving_picture_moves_on_and_has_a_still_for_those_who_want_no_motion() -> None:
    frames = [photo(200, 100).point(lambda v, n=n: min(255, v + 40 * n)) for n in range(4)]
    cooked, files = made(
        saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=90), "w.gif"
    )
    assert sizes(cooked) == {"webp": [200], "jpeg": [200]}
    moving, still = (files[one.target] for one in cooked.renditions)
    assert getattr(moving, "n_frames", 1) == 4
    assert getattr(still, "n_frames", 1) == 1
    assert not cooked.picture.still


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    """A profile with red and green exchanged, as no screen has it: the colours show whether it was read."""
    lab = ImageCms.createProfile("LAB")
    broken = saved(photo(60, 40), icc_profile=ImageCms.ImageCmsProfile(lab).tobytes())
    nonsense = saved(photo(60, 40), icc_profile=b"no profile at all")
    srgb = saved(
        photo(60, 40), icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    for raw in (broken, nonsense, srgb):
        for content in encode(raw, recipe("b.jpg", raw, size_of(raw), make_of(raw))).values():
            assert "icc_profile" not in Image.open(BytesIO(content)).info


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "LA", "PA", "I;16", "RGBA"])
def test_every_way_to_write_colours_can_be_read(mode: str) -> None:
    source = photo(40, 30).convert("L" if mode == "I;16" else mode if mode != "PA" else "P")
    picture = source.point(lambda v: v * 256, "I").convert("I;16") if mode == "I;16" else source
    raw = saved(picture, "JPEG" if mode == "CMYK" else "PNG")
    assert made(raw)[0].picture.width == 40


def test_two_runs_make_the_same_bytes() -> None:
    raw = saved(photo(500, 300))
    cooked = recipe("b.jpg", raw, size_of(raw), make_of(raw))
    assert encode(raw, cooked) == encode(raw, cooked)


def test_the_name_of_a_file_changes_with_the_picture() -> None:
    one, other = saved(photo(100, 80)), saved(photo(100, 81))
    names = [recipe("b.jpg", raw, size_of(raw), "photo").fallback.target for raw in (one, other, one)]
    assert names[0] == names[2] != names[1]


# Hostile files


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that claims to be so large."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


DAMAGED = "this picture is damaged or incomplete. Save it again, or download it again."
NO_PICTURE = (
    "this is not a picture in JPEG, PNG, GIF, WebP or AVIF. Open it in a picture editor and save it again."
)
SMALLER = "Save it smaller; 80,000,000 pixels are the most."
HOSTILE = {
    "a bomb": (png(9_500, 9_000), f"this picture has 9,500 × 9,000 pixels. {SMALLER}"),
    "a greater bomb": (png(60_000, 60_000), f"this picture has more than 80,000,000 pixels. {SMALLER}"),
    "one that breaks off": (saved(photo(300, 200))[:-400], DAMAGED),
    "a head without a body": (png(30, 20), DAMAGED),
    "nothing": (b"", NO_PICTURE),
    "a page": (b"<!doctype html><script>alert(1)</script>", NO_PICTURE),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", NO_PICTURE),
    "another format": (saved(photo(30, 20), "BMP"), NO_PICTURE),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", NO_PICTURE),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "message"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_picture_is_refused_in_words(raw: bytes, message: str) -> None:
    with pytest.raises(PictureError) as refused:
        size_of(raw)
        make_of(raw)
    assert f"{refused.value.message} {refused.value.hint}" == message


def test_a_picture_that_weighs_too_much_is_not_even_opened() -> None:
    with pytest.raises(PictureError, match="this picture has 60 MB"):
        size_of(b"\xff\xd8" + bytes(60_000_001))


def test_frames_count_as_pixels() -> None:
    frames = [Image.new("P", (3000, 3000), n) for n in range(9)]
    with pytest.raises(PictureError, match="3,000 × 3,000 pixels in 9 frames"):
        size_of(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))


def test_a_moving_picture_that_breaks_off_is_refused() -> None:
    frames = [photo(80, 60).point(lambda v, n=n: min(255, v + 30 * n)) for n in range(6)]
    whole = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    raw = whole[: len(whole) // 2]
    with pytest.raises(PictureError):
        encode(raw, recipe("w.webp", raw, size_of(raw), "moving"))
