"""Structural similarity of two pictures' brightness (Wang, Bovik, Sheikh and Simoncelli 2004)."""

import numpy as np

SIDE, DEVIATION = 11, 1.5
# The paper's constants, for values from 0 to 255.
STEADY_MEAN, STEADY_CONTRAST = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def ssim(one, other):
    """The mean over all windows that lie inside; 1 for the same pictures."""
    return float(ssim_map(one, other).mean())


def ssim_map(one, other):
    one, other = one.astype(np.float64), other.astype(np.float64)
    mean_one, mean_other = windowed(one), windowed(other)
    spread_one = windowed(one * one) - mean_one**2
    spread_other = windowed(other * other) - mean_other**2
    together = windowed(one * other) - mean_one * mean_other
    alike = (2 * mean_one * mean_other + STEADY_MEAN) * (2 * together + STEADY_CONTRAST)
    return alike / ((mean_one**2 + mean_other**2 + STEADY_MEAN) * (spread_one + spread_other + STEADY_CONTRAST))


def windowed(field):
    """Means under a Gaussian window, where all of it lies on the field."""
    far = np.arange(SIDE) - SIDE // 2
    weights = np.exp(-(far**2) / (2 * DEVIATION**2))
    weights /= weights.sum()
    rows, columns = field.shape[0] - SIDE + 1, field.shape[1] - SIDE + 1
    down = sum(weight * field[at : at + rows] for at, weight in enumerate(weights))
    return sum(weight * down[:, at : at + columns] for at, weight in enumerate(weights))
