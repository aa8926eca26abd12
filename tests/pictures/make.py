#!/usr/bin/env python3
"""Makes the pictures of this folder and what independent decoders say of them.

Needs Pillow 11.3 or later with AVIF and littlecms2, numpy, and the programs `cjpeg` (libjpeg-turbo), `avifenc`,
`avifdec` (libavif), `heif-convert` (libheif) and `convert` (ImageMagick). Every file is small, and none comes from elsewhere.
"""

import io
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

HERE = Path(__file__).parent
BLOCK = 16
COLORS = [
    [(220, 20, 20), (20, 200, 20), (20, 20, 220)],
    [(240, 240, 240), (230, 150, 60), (30, 35, 40)],
]
ALPHAS = [[255, 128, 0], [255, 200, 64]]
lines = []


# --- the picture that most files show -------------------------------------------------------------------------------


def base(dtype="u1"):
    rows = [np.concatenate([np.full((BLOCK, BLOCK, 3), c, dtype) for c in row], 1) for row in COLORS]
    return np.concatenate(rows, 0)


def alpha():
    rows = [np.concatenate([np.full((BLOCK, BLOCK), a, "u1") for a in row], 1) for row in ALPHAS]
    return np.concatenate(rows, 0)


def rgb():
    return Image.fromarray(base())


def rgba():
    return Image.fromarray(np.dstack([base(), alpha()]))


# --- what is written -------------------------------------------------------------------------------------------------


def expect(name, seen, tolerance):
    """One line: name, size, tolerance, and the colours at the middles of six blocks."""
    seen = seen.convert("RGBA")
    width, height = seen.size
    points = [(x, y) for y in (1, 3) for x in (1, 3, 5)]
    found = []
    for x, y in points:
        x, y = x * width // 6, y * height // 4
        found.append(f"{x},{y}=" + "".join(f"{v:02x}" for v in seen.getpixel((x, y))))
    lines.append(f"{name} {width}x{height} {tolerance} " + " ".join(found))


def save(name, data, seen=None, tolerance=2):
    (HERE / name).write_bytes(data)
    if seen is not None:
        expect(name, seen, tolerance)


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def run(*command, data=None):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout


def ppm(image):
    return saved(image, "PPM")


def cjpeg(*options, image=None):
    return run("cjpeg", "-quality", "95", *options, data=ppm(image or rgb()))


# --- profiles --------------------------------------------------------------------------------------------------------


def fixed(*values):
    return b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def xyz(values):
    return b"XYZ \0\0\0\0" + fixed(*values)


def gamma(value):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256)) + b"\0\0"


def parametric(kind, *values):
    return b"para\0\0\0\0" + struct.pack(">HH", kind, 0) + fixed(*values)


def profile(space, tags, pcs=b"XYZ ", kind=b"mntr", version=0x02400000):
    shared, bodies, table, at = {}, b"", b"", 128 + 4 + 12 * len(tags)
    for name, body in tags:
        body += b"\0" * (-len(body) % 4)
        if body not in shared:
            shared[body] = at + len(bodies)
            bodies += body
        table += name + struct.pack(">II", shared[body], len(body))
    size = at + len(bodies)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", version, kind, space, pcs)
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + fixed(0.9642, 1.0, 0.8249)
    head += b"\0" * (128 - len(head))
    return head + struct.pack(">I", len(tags)) + table + bodies


def text(value):
    return b"desc\0\0\0\0" + struct.pack(">I", len(value) + 1) + value.encode() + b"\0" + b"\0" * 78


WHITE = (b"wtpt", xyz((0.9642, 1.0, 0.8249)))
COLUMNS = {
    "srgb": ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)),
    "p3": ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    "adobe": ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)),
    "prophoto": ((0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03134, 0.00009, 0.82491)),
}
SRGB_CURVE = parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def matrix(name, curve):
    red, green, blue = COLUMNS[name]
    tags = [(b"desc", text(name)), WHITE, (b"rXYZ", xyz(red)), (b"gXYZ", xyz(green)), (b"bXYZ", xyz(blue))]
    return profile(b"RGB ", tags + [(b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)])


P3 = matrix("p3", SRGB_CURVE)
ADOBE = matrix("adobe", gamma(2.2))
PROPHOTO = matrix("prophoto", gamma(1.8))
SRGB = matrix("srgb", SRGB_CURVE)
# A curve of few steps, which have to be joined by lines.
STEPS = matrix("srgb", b"curv\0\0\0\0" + struct.pack(">I", 9) + struct.pack(">9H", *(round((i / 8) ** 2 * 65535) for i in range(9))))
GREY = profile(b"GRAY", [(b"desc", text("grey")), WHITE, (b"kTRC", gamma(1.0))])


def lab8(lightness, a, b):
    return bytes([round(lightness * 255 / 100), round(a + 128), round(b + 128)])


def inks():
    """Four inks and two steps of each: a small press, whose black is not quite black."""
    nodes = b""
    for c in (0, 1):
        for m in (0, 1):
            for y in (0, 1):
                for k in (0, 1):
                    lightness = max(9.0, (95 - 35 * c - 42 * m - 8 * y)) * (1 - 0.85 * k)
                    nodes += lab8(lightness, (-30 * c + 65 * m - 4 * y) * (1 - k), (-40 * c - 2 * m + 80 * y) * (1 - k))
    straight = bytes(range(256))
    bent = bytes(round((i / 255) ** 1.3 * 255) for i in range(256))
    body = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    body += bent + straight * 3 + nodes + straight * 3
    return profile(b"CMYK", [(b"desc", text("inks")), WHITE, (b"A2B0", body)], pcs=b"Lab ", kind=b"prtr")


def sixteen():
    """A table of sixteen bits for RGB, whose Lab is coded as before version 4."""
    nodes = b""
    for r in (0, 0.5, 1):
        for g in (0, 0.5, 1):
            for b in (0, 0.5, 1):
                lightness = 100 * (0.3 * r + 0.6 * g + 0.1 * b)
                a, bb = 60 * (r - g), 70 * (0.5 * (r + g) - b)
                nodes += struct.pack(">3H", round(lightness * 652.8), round((a + 128) * 256), round((bb + 128) * 256))
    body = b"mft2\0\0\0\0" + bytes([3, 3, 3, 0]) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1) + struct.pack(">2H", 2, 2)
    ends = struct.pack(">2H", 0, 65535)
    body += ends * 3 + nodes + ends * 3
    return profile(b"RGB ", [(b"desc", text("sixteen")), WHITE, (b"A2B0", body)], pcs=b"Lab ", kind=b"scnr")


def curves():
    """Curves, a grid, curves, a matrix and curves, of version 4, to XYZ."""
    a = parametric(0, 1.2) * 3
    grid = bytes([2, 2, 2]) + b"\0" * 13 + bytes([2, 0, 0, 0])
    for r in (0, 1):
        for g in (0, 1):
            for b in (0, 1):
                grid += struct.pack(">3H", *(round(v * 65535) for v in (0.02 + 0.96 * r, 0.98 * g, 0.05 + 0.9 * b)))
    grid += b"\0" * (-len(grid) % 4)
    m = parametric(0, 1.9) * 3
    # XYZ is coded so that almost 2 is the greatest number.
    red, green, blue = COLUMNS["srgb"]
    rows = [v * 32768 / 65535 for row in zip(red, green, blue) for v in row]
    numbers = fixed(*rows, 0.001, 0.001, 0.001)
    b = parametric(0, 1.0) * 3
    places, body = [], b""
    for part in (b, numbers, m, grid, a):
        places.append(32 + len(body))
        body += part
    head = b"mAB \0\0\0\0" + bytes([3, 3, 0, 0]) + struct.pack(">5I", *places)
    return profile(b"RGB ", [(b"desc", text("curves")), WHITE, (b"A2B0", head + body)], version=0x04200000)


def managed(image, icc, intent=ImageCms.Intent.PERCEPTUAL):
    """What littlecms makes of it, without its shortcuts of eight bits."""
    flags = ImageCms.Flags.NOOPTIMIZE
    source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    target = ImageCms.ImageCmsProfile(io.BytesIO(SRGB))
    return ImageCms.profileToProfile(image, source, target, intent, outputMode="RGB", flags=flags)


# --- JPEG ------------------------------------------------------------------------------------------------------------


def marker(data, kind, body, at=2):
    return data[:at] + bytes([0xFF, kind]) + struct.pack(">H", len(body) + 2) + body + data[at:]


def exif(orientation, order="II"):
    if order == "II":
        return b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([orientation, 0, 0, 0]) + b"\0\0\0\0"
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([orientation]) + b"\0\0" + b"\0\0\0\0"


def frame_at(data):
    for kind in range(0xC0, 0xC3):
        at = data.find(bytes([0xFF, kind, 0, 0x0B])) if data.find(bytes([0xFF, kind, 0, 0x11])) < 0 else data.find(bytes([0xFF, kind, 0, 0x11]))
        if at > 0:
            return at
    raise ValueError


def without(data, kind):
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        length = struct.unpack(">H", data[at + 2 : at + 4])[0] + 2
        if data[at + 1] == kind:
            data = data[:at] + data[at + length :]
        else:
            at += length
    return data


def jpegs():
    # Turned so that each file, upright, shows the picture.
    undo = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }
    for orientation, step in undo.items():
        image = rgb() if step is None else rgb().transpose(step)
        data = saved(image, "JPEG", quality=95, subsampling=0, optimize=True)
        order = "II" if orientation % 2 else "MM"
        data = marker(data, 0xE1, b"Exif\0\0" + exif(orientation, order))
        save(f"exif-{orientation}.jpg", data, ImageOps.exif_transpose(read(data)), 4)
    plain = saved(rgb(), "JPEG", quality=95, subsampling=0, optimize=True)
    for name, data in {
        "baseline-420.jpg": cjpeg("-sample", "2x2"),
        "progressive.jpg": cjpeg("-progressive", "-sample", "2x1"),
        "restart.jpg": cjpeg("-restart", "1B"),
        "three-to-one.jpg": cjpeg("-sample", "3x1"),
        "few-luma.jpg": cjpeg("-sample", "1x1,2x2,2x2"),
        "rgb-by-letters.jpg": without(cjpeg("-rgb"), 0xEE),
    }.items():
        save(name, data, read(data), 4)
    # Three planes in three scans, and a frame of the extended process.
    with tempfile.NamedTemporaryFile("w") as scans:
        scans.write("0;\n1;\n2;\n")
        scans.flush()
        data = cjpeg("-scans", scans.name)
    save("planar.jpg", data, read(data), 4)
    at = frame_at(plain)
    data = plain[: at + 1] + b"\xC1" + plain[at + 2 :]
    save("extended.jpg", data, read(plain), 4)
    # Photoshop's way to write RGB: numbers as for YCbCr, and Adobe's word that there is no transform.
    data = cjpeg("-rgb")
    at = frame_at(data)
    data = bytearray(data)
    scan = data.find(b"\xFF\xDA")
    for index, letter in enumerate(b"RGB"):
        assert data[at + 10 + 3 * index] == letter and data[scan + 5 + 2 * index] == letter
        data[at + 10 + 3 * index] = data[scan + 5 + 2 * index] = index + 1
    save("rgb-by-adobe.jpg", bytes(data), read(cjpeg("-rgb")), 4)
    grey = rgb().convert("L")
    save("grey.jpg", saved(grey, "JPEG", quality=95), grey, 4)
    for name, icc in {"p3.jpg": P3, "adobe-rgb.jpg": ADOBE, "prophoto.jpg": PROPHOTO, "steps.jpg": STEPS,
                      "table-sixteen.jpg": sixteen(), "table-curves.jpg": curves()}.items():
        data = saved(rgb(), "JPEG", quality=95, subsampling=0, optimize=True, icc_profile=icc)
        save(name, data, managed(read(data), icc), 2)
    data = saved(rgb(), "JPEG", quality=95, subsampling=0, optimize=True, icc_profile=SRGB)
    save("srgb.jpg", data, read(data), 2)
    data = saved(grey, "JPEG", quality=95, optimize=True, icc_profile=GREY)
    save("grey-linear.jpg", data, managed(read(data), GREY), 2)
    data = saved(grey, "JPEG", quality=95, optimize=True, icc_profile=P3)
    save("grey-with-rgb-profile.jpg", data, read(data), 2)
    broken = P3[:200] + b"\xFF" * 40 + P3[240:300]
    data = saved(rgb(), "JPEG", quality=95, subsampling=0, optimize=True, icc_profile=broken)
    save("broken-profile.jpg", data, read(plain), 2)
    data = saved(rgb(), "JPEG", quality=95, subsampling=0, optimize=True, icc_profile=GREY)
    save("wrong-profile.jpg", data, read(plain), 2)

    def mixed(image):
        c, m, y, k = (255 - np.asarray(image).astype(int)).transpose(2, 0, 1)
        return Image.fromarray(np.dstack([(v * k + 127) // 255 for v in (c, m, y)]).astype("u1"))

    cmyk = Image.merge("CMYK", [*Image.fromarray(255 - base()).split(), Image.fromarray((255 - alpha()) // 2)])
    adobe = saved(cmyk, "JPEG", quality=95, optimize=True)
    save("cmyk-adobe.jpg", adobe, mixed(read(adobe)), 2)
    # Without Adobe's marker, every reader takes the numbers as with it.
    unmarked = without(adobe, 0xEE)
    save("cmyk-unmarked.jpg", unmarked, mixed(read(unmarked)), 2)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.tif"), Path(folder, "a.jpg")
        cmyk.save(source)
        run("convert", str(source), "-quality", "95", "-strip", str(target))
        data = target.read_bytes()
    assert b"Adobe\0d\0\0\0\0\x02" in data or b"Adobe\x00\x64" in data
    save("ycck.jpg", data, mixed(read(data)), 3)
    icc = inks()
    data = saved(cmyk, "JPEG", quality=95, optimize=True, icc_profile=icc)
    save("cmyk-profile.jpg", data, managed(read(data), icc), 3)
    # Not read: what each is has to be said.
    small = rgb().resize((16, 16))
    save("arithmetic.jpg", cjpeg("-arithmetic", image=small))
    data = bytearray(cjpeg(image=small))
    at = frame_at(bytes(data))
    data[at + 4] = 12
    save("twelve-bits.jpg", bytes(data))
    data[at + 4], data[at + 1] = 8, 0xC3
    save("lossless.jpg", bytes(data))
    data[at + 1] = 0xF7
    save("jpeg-ls.jpg", bytes(data))


# --- PNG -------------------------------------------------------------------------------------------------------------


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunk(data, name, body, is_behind=False):
    at = data.rfind(b"IEND") - 4 if is_behind else 33
    return data[:at] + chunk(name, body) + data[at:]


def png_of(array, kind, depth, **options):
    """Any depth, which Pillow does not write."""
    height, width = array.shape[:2]
    rows = array.reshape(height, -1).astype(">u2" if depth == 16 else "u1")
    raw = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def light(values):
    values = np.asarray(values) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def pngs():
    save("rgba.png", saved(rgba(), "PNG", optimize=True), rgba(), 0)
    save("opaque-rgba.png", saved(Image.fromarray(np.dstack([base(), np.full((32, 48), 255, "u1")])), "PNG", optimize=True), rgb(), 0)
    deep = base().astype(int) * 257
    save("sixteen.png", png_of(deep + 100, 2, 16), Image.fromarray(base()), 1)
    save("sixteen-alpha.png", png_of(np.dstack([deep, alpha().astype(int) * 257]), 6, 16), rgba(), 0)
    grey = rgb().convert("L")
    save("grey-alpha.png", saved(Image.merge("LA", [grey, Image.fromarray(alpha())]), "PNG", optimize=True),
         Image.merge("LA", [grey, Image.fromarray(alpha())]), 0)
    save("grey-sixteen.png", png_of(np.asarray(grey).astype(int) * 257, 0, 16), grey, 0)
    palette = rgba().quantize(8)
    palette = saved(palette, "PNG", optimize=True)
    save("palette-alpha.png", palette, read(palette).convert("RGBA"), 0)
    save("one-bit.png", saved(grey.point(lambda v: 255 if v > 100 else 0).convert("1"), "PNG"),
         grey.point(lambda v: 255 if v > 100 else 0), 0)
    save("interlaced.png", run("convert", "png:-", "-interlace", "PNG", "-strip", "png:-", data=saved(rgba(), "PNG")), rgba(), 0)
    save("p3.png", saved(rgb(), "PNG", optimize=True, icc_profile=P3), managed(rgb(), P3), 1)
    data = png_of(deep, 2, 16)
    body = b"x\0\0" + zlib.compress(PROPHOTO, 9)
    save("prophoto-sixteen.png", with_chunk(data, b"iCCP", body), managed(rgb(), PROPHOTO), 1)
    # Linear light, which is darker than it looks in numbers.
    linear = np.round(light(base()) * 65535).astype(int)
    save("linear.png", with_chunk(png_of(linear, 2, 16), b"gAMA", struct.pack(">I", 100000)), rgb(), 1)
    save("gamma-srgb.png", with_chunk(saved(rgb(), "PNG"), b"gAMA", struct.pack(">I", 45455)), rgb(), 0)
    numbers = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000]
    data = with_chunk(saved(rgb(), "PNG"), b"cHRM", struct.pack(">8I", *numbers))
    save("primaries-p3.png", with_chunk(data, b"gAMA", struct.pack(">I", 45455)), managed(rgb(), P3), 1)
    save("cicp-p3.png", with_chunk(saved(rgb(), "PNG"), b"cICP", bytes([12, 13, 0, 1])), managed(rgb(), P3), 1)
    turned = saved(rgb().transpose(Image.Transpose.ROTATE_90), "PNG")
    data = with_chunk(turned, b"eXIf", exif(6))
    save("exif-before.png", data, ImageOps.exif_transpose(read(data)), 0)
    save("exif-behind.png", with_chunk(turned, b"eXIf", exif(6, "MM"), True), rgb(), 0)
    save("animated.png", saved(rgba(), "PNG", save_all=True, append_images=[Image.new("RGBA", (48, 32), "red")]), rgba(), 0)


# --- WebP and GIF ----------------------------------------------------------------------------------------------------


def others():
    save("lossless.webp", saved(rgba(), "WEBP", lossless=True, exact=True), rgba(), 0)
    for name, image, options in [
        ("lossy.webp", rgb(), {}),
        ("lossy-alpha.webp", rgba(), {}),
    ]:
        data = saved(image, "WEBP", quality=95, **options)
        save(name, data, read(data), 4)
    data = saved(rgba(), "WEBP", lossless=True, exact=True, save_all=True, append_images=[Image.new("RGBA", (48, 32), "red")], duration=100)
    save("animated.webp", data, read(data), 0)
    save("p3.webp", saved(rgb(), "WEBP", lossless=True, icc_profile=P3), managed(rgb(), P3), 1)
    turned = rgb().transpose(Image.Transpose.ROTATE_90)
    save("exif-6.webp", saved(turned, "WEBP", lossless=True, exif=b"Exif\0\0" + exif(6)), rgb(), 0)
    save("exif-6-bare.webp", saved(turned, "WEBP", lossless=True, exif=exif(6)), rgb(), 0)
    see_through = Image.fromarray(np.dstack([base(), np.where(alpha() > 0, 255, 0).astype("u1")]))
    data = saved(see_through, "GIF")
    save("transparent.gif", data, read(data).convert("RGBA"), 0)
    data = saved(rgb().quantize(8), "GIF", save_all=True, append_images=[Image.new("P", (48, 32), 0)], duration=100)
    save("animated.gif", data, read(data).convert("RGBA"), 0)


# --- AVIF ------------------------------------------------------------------------------------------------------------


def avifenc(image, *options, deep=None):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.png"), Path(folder, "a.avif")
        source.write_bytes(deep or saved(image, "PNG"))
        run("avifenc", "-s", "6", "-j", "1", "--min", "0", "--max", "8", *options, str(source), str(target))
        return target.read_bytes()


def avifdec(data):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.avif"), Path(folder, "a.png")
        source.write_bytes(data)
        run("avifdec", "-d", "8", str(source), str(target))
        return read(target.read_bytes()).convert("RGBA")


def heif(data):
    """Turned and mirrored, which `avifdec` leaves to others."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.avif"), Path(folder, "a.png")
        source.write_bytes(data)
        run("heif-convert", str(source), str(target))
        return read(target.read_bytes()).convert("RGBA")


def avifs():
    for name, image, options in [
        ("eight-420.avif", rgb(), ["-y", "420"]),
        ("eight-422.avif", rgb(), ["-y", "422"]),
        ("eight-444.avif", rgb(), ["-y", "444"]),
        ("ten-420.avif", rgb(), ["-y", "420", "-d", "10"]),
        ("twelve-444.avif", rgb(), ["-y", "444", "-d", "12"]),
        ("limited.avif", rgb(), ["-y", "444", "-r", "limited"]),
        ("limited-ten-alpha.avif", rgba(), ["-y", "420", "-r", "limited", "-d", "10"]),
        ("bt709.avif", rgb(), ["-y", "444", "--cicp", "1/13/1"]),
        ("bt2020-matrix.avif", rgb(), ["-y", "444", "--cicp", "1/13/9"]),
        ("identity.avif", rgb(), ["-l"]),
        ("ycgco.avif", rgb(), ["-y", "444", "--cicp", "1/13/8"]),
        ("grey.avif", rgb().convert("L"), ["-y", "400"]),
        ("alpha.avif", rgba(), ["-y", "444", "--minalpha", "0", "--maxalpha", "0"]),
        ("premultiplied.avif", rgba(), ["-y", "444", "-p", "--minalpha", "0", "--maxalpha", "0"]),
    ]:
        data = avifenc(image, *options)
        seen = avifdec(data)
        save(name, data, seen, 4 if name == "premultiplied.avif" else 2)
    data = avifenc(rgb(), "-y", "444", "--cicp", "12/13/6")
    save("p3.avif", data, managed(avifdec(data).convert("RGB"), P3), 3)
    data = avifenc(rgb(), "-y", "444", deep=saved(rgb(), "PNG", icc_profile=ADOBE))
    save("adobe-rgb.avif", data, managed(avifdec(data).convert("RGB"), ADOBE), 2)
    # Quarters of a turn against the clock, then a mirror: made so that the picture comes out.
    data = avifenc(rgb().transpose(Image.Transpose.ROTATE_270), "-y", "444", "--irot", "1")
    save("turned.avif", data, heif(data), 2)
    data = avifenc(rgb().transpose(Image.Transpose.FLIP_TOP_BOTTOM), "-y", "444", "--imir", "0")
    save("mirrored.avif", data, heif(data), 2)
    data = avifenc(rgb().transpose(Image.Transpose.FLIP_LEFT_RIGHT).transpose(Image.Transpose.ROTATE_270), "-y", "444", "--irot", "1", "--imir", "1")
    save("turned-and-mirrored.avif", data, heif(data), 2)
    wide = Image.fromarray(np.kron(base(), np.ones((4, 3, 1), "u1")))
    data = avifenc(wide, "-y", "420", "--grid", "2x2")
    save("grid.avif", data, avifdec(data), 2)
    # Light up to 1000 cd/m², of which 203 are white.
    save("pq.avif", avifenc(rgb(), "-y", "444", "-d", "10", "--cicp", "9/16/9"))


jpegs()
pngs()
others()
avifs()
(HERE / "expected.txt").write_text("".join(line + "\n" for line in lines))
print(len(lines), "files with expectations;", sum(f.stat().st_size for f in HERE.iterdir()), "bytes in all")
