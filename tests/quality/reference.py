"""The cover as it would be with all the time in the world: decoded whole, scaled by Lanczos in linear light, hardly compressed."""

import io

import numpy as np
from PIL import Image, ImageCms, ImageOps

QUALITY = 95


def reference(path, width, height):
    """The brightness of the middle of a picture, in the shape and size that are asked for, as bytes."""
    image = upright_srgb(Image.open(path))
    box = centred(image.width, image.height, width / height)
    light = linear(np.asarray(image, np.float32) / np.float32(255))
    planes = [Image.fromarray(np.ascontiguousarray(light[..., channel])) for channel in range(3)]
    small = [np.asarray(plane.resize((width, height), Image.Resampling.LANCZOS, box=box)) for plane in planes]
    pixels = np.rint(numbers(np.stack(small, -1)) * 255).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=QUALITY, subsampling=0)
    return brightness(file)


def brightness(file):
    """The luma of a JPEG, as it stands in the file."""
    image = Image.open(file)
    image.draft("YCbCr", None)
    return np.asarray(image.convert("YCbCr"))[..., 0]


def upright_srgb(image):
    image = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return image.convert("RGB")


def centred(width, height, shape):
    """The largest part of this shape in the middle: left, top, right, bottom."""
    across, down = min(width, height * shape), min(height, width / shape)
    left, top = (width - across) / 2, (height - down) / 2
    return left, top, left + across, top + down


def linear(numbers_of_srgb):
    low, high = numbers_of_srgb / 12.92, ((numbers_of_srgb + 0.055) / 1.055) ** 2.4
    return np.where(numbers_of_srgb <= 0.04045, low, high).astype(np.float32)


def numbers(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
