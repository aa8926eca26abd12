//! Which scans a size needs: the high frequencies of a large photo are half of its file, and may not even be looked at.

use super::script::{Scan, Script};

/// What is known of the coefficients of one component, a bit for each place.
type Places = u64;

/// No coefficient has more bits than these (ITU-T T.81, G.1.1.1.1: table B.3).
const HIGHEST_BIT: u32 = 13;

/// For each scan, whether it must be read for the coefficients at the places `kept`; nothing where the scans follow each other as the
/// standard forbids, or a component's means are missing.
///
/// That the last bits are missing, or the higher frequencies, is no damage: the picture is then as good as what there is.
pub fn wanted(script: &Script<'_>, kept: Places) -> Option<Vec<bool>> {
    check(script)?;
    let mut needed = [kept; 3];
    let mut wanted = Vec::with_capacity(script.scans.len());
    for scan in script.scans.iter().rev() {
        let band = band(scan);
        let mut is_wanted = false;
        for part in &scan.parts {
            let needed = needed.get_mut(part.component)?;
            if *needed & band != 0 {
                is_wanted = true;
                // What such a scan says of one place depends on which of its other places were not zero (G.1.2.3).
                *needed |= if scan.before > 0 { band } else { 0 };
            }
        }
        wanted.push(is_wanted);
    }
    wanted.reverse();
    Some(wanted)
}

/// The places of a scan.
pub fn band(scan: &Scan<'_>) -> Places {
    (u64::MAX << scan.first) & (u64::MAX >> (63 - scan.last))
}

/// Whether means come alone, frequencies by component and after the means, and bits from the highest to the lowest, each once
/// (G.1.1.1.1).
fn check(script: &Script<'_>) -> Option<()> {
    // By component and place, the lowest bit that is known.
    let mut lowest = [[None::<u32>; 64]; 3];
    for scan in &script.scans {
        let is_of_means = scan.first == 0 && scan.last == 0;
        let is_of_frequencies = scan.first > 0 && scan.first <= scan.last && scan.last < 64;
        let is_of_few = if is_of_means { !scan.parts.is_empty() } else { scan.parts.len() == 1 };
        if !(is_of_means || is_of_frequencies) || !is_of_few || scan.bit > HIGHEST_BIT {
            return None;
        }
        let before = if scan.before == 0 { None } else { Some(scan.before) };
        if before.is_some_and(|before| before != scan.bit + 1) {
            return None;
        }
        for part in &scan.parts {
            let lowest = lowest.get_mut(part.component)?;
            if is_of_frequencies && lowest.first()?.is_none() {
                return None;
            }
            for lowest in lowest.get_mut(scan.first..=scan.last)? {
                if *lowest != before {
                    return None;
                }
                *lowest = Some(scan.bit);
            }
        }
    }
    let mut components = lowest.iter().take(script.components.len());
    components.all(|lowest| lowest.first().is_some_and(Option::is_some)).then_some(())
}
