//! Eight by eight numbers, of which a processor does a whole row at once.

pub type Lanes = [f32; 8];

/// Applies the same sums to each column.
///
/// One loop over the columns is what the compiler makes vector instructions of: it was three times as fast as one row after the other.
#[inline(always)]
pub fn each_column(rows: &[Lanes; 8], line: impl Fn(Lanes) -> Lanes) -> [Lanes; 8] {
    let mut made = [[0.0; 8]; 8];
    let [a, b, c, d, e, f, g, h] = rows;
    let [made_a, made_b, made_c, made_d, made_e, made_f, made_g, made_h] = &mut made;
    for lane in 0..8 {
        let at = |row: &Lanes| row.get(lane).copied().unwrap_or_default();
        let values = line([at(a), at(b), at(c), at(d), at(e), at(f), at(g), at(h)]);
        let put = |row: &mut Lanes, value: f32| {
            if let Some(into) = row.get_mut(lane) {
                *into = value;
            }
        };
        put(made_a, values[0]);
        put(made_b, values[1]);
        put(made_c, values[2]);
        put(made_d, values[3]);
        put(made_e, values[4]);
        put(made_f, values[5]);
        put(made_g, values[6]);
        put(made_h, values[7]);
    }
    made
}

#[inline(always)]
pub fn transposed<const N: usize>(rows: &[[f32; N]; N]) -> [[f32; N]; N] {
    let mut turned = [[0.0; N]; N];
    for (column, into) in turned.iter_mut().enumerate() {
        for (into, row) in into.iter_mut().zip(rows) {
            *into = row.get(column).copied().unwrap_or_default();
        }
    }
    turned
}
